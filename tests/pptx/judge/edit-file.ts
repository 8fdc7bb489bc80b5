/** A PowerPoint file with some of its parts changed, packed again as it was. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

const EPOCH = new Date(1980, 0, 1)

/** @param edit changes the text of parts by path; a part that it deletes is gone */
export function editFile(
  file: Uint8Array,
  edit: (parts: Map<string, string>) => void,
  time: Date = EPOCH,
): Uint8Array {
  // Latin-1 keeps every byte of a part that is not text.
  const parts = new Map(
    Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes, true)]),
  )
  edit(parts)
  const files: Zippable = {}
  for (const [path, text] of parts) files[path] = [strToU8(text, true), { mtime: time }]
  return zipSync(files)
}

/** Throws when there is nothing to change, so that no test passes for want of its fault. */
export function replaceIn(
  parts: Map<string, string>,
  path: string,
  from: string | RegExp,
  to: string,
): void {
  const text = parts.get(path)
  const edited = text?.replace(from, to)
  if (edited === undefined || edited === text) throw new Error(`${path}: no ${from}`)
  parts.set(path, edited)
}

/** The first part whose path and text fit. */
export function partWith(parts: ReadonlyMap<string, string>, path: RegExp, text: string): string {
  const found = [...parts].find(([name, content]) => path.test(name) && content.includes(text))
  if (found === undefined) throw new Error(`no ${path} with ${text}`)
  return found[0]
}
