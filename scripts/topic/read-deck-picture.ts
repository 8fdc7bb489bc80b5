/** Pictures of a plain Marp deck: found inside its folder or not at all, and checked by their bytes. */
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { marpPicture, marpRemote } from '../diagnostics/marp-problems.ts'
import { imageHeader, isWholeImage } from './image-header.ts'
import { type FileProblem, readInside } from './read-source.ts'

const MEGABYTE = 1_000_000
const MAX_BYTES = 20 * MEGABYTE
const MAX_PIXELS = 50_000_000

export type PictureBytes = {
  readonly mime: string
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
}

/** Of what is neither PNG nor JPEG: what it is, or why it cannot be shown. */
export type OtherKinds = (bytes: Uint8Array) => Omit<PictureBytes, 'bytes'> | string

/** @param src as the deck has it: a path from its own folder, or `data:` */
export function readDeckPicture(
  src: string,
  { deckDir, where, kindOf }: { deckDir: string; where: Where; kindOf: OtherKinds },
): PictureBytes | Diagnostic {
  const shown = src.startsWith('data:') ? src.slice(0, 30) : src
  const refuse = (reason: string): Diagnostic => marpPicture(where, shown, reason)
  if (/^(?:https?|ftp):|^[\\/]{2}/i.test(src)) return marpRemote(where, src)
  const found = src.startsWith('data:') ? dataBytes(src) : fileBytes(src, deckDir)
  if (typeof found === 'string') return refuse(found)
  return judge(found, kindOf, refuse)
}

function judge(
  bytes: Uint8Array,
  kindOf: OtherKinds,
  refuse: (reason: string) => Diagnostic,
): PictureBytes | Diagnostic {
  const header = imageHeader(bytes)
  if (header === 'damaged') return refuse('it is cut off or damaged')
  if (header === 'unusual') return refuse('it is a JPEG of a rare kind that browsers do not show')
  const kind = header === 'unknown' ? kindOf(bytes) : header
  if (typeof kind === 'string') return refuse(kind)
  if (kind.widthPx * kind.heightPx > MAX_PIXELS) return refuse('it has more than 50 million pixels')
  if (header !== 'unknown' && !isWholeImage(bytes)) return refuse('it is cut off or damaged')
  return { mime: kind.mime, bytes, widthPx: kind.widthPx, heightPx: kind.heightPx }
}

function dataBytes(src: string): Uint8Array | string {
  const [, encoding, data] = /^data:image\/[\w.+-]+((?:;[\w=-]+)*),([\s\S]*)$/i.exec(src) ?? []
  if (encoding === undefined || data === undefined) return 'its data is no picture'
  if (data.length > MAX_BYTES * 1.4) return 'it is larger than 20 MB'
  if (/;base64$/i.test(encoding))
    return new Uint8Array(Buffer.from(unescaped(data) ?? '', 'base64'))
  const text = unescaped(data)
  return text === undefined ? 'its data is damaged' : new TextEncoder().encode(text)
}

function fileBytes(src: string, deckDir: string): Uint8Array | string {
  const path = unescaped(src.replace(/[?#].*$/s, ''))
  if (path === undefined || path.includes('\0')) return 'its path cannot be read'
  if (/^[\\/~]|^[a-z][a-z\d+.-]*:/i.test(path))
    return 'its path does not start from the folder of the deck'
  if (path.split(/[\\/]/).includes('..')) return 'its path leads out of the folder of the deck'
  const read = readInside(join(deckDir, path), deckDir, MAX_BYTES)
  return 'problem' in read ? describe(read.problem) : read.bytes
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A `%` that escapes nothing.
    return undefined
  }
}

function describe(problem: FileProblem): string {
  switch (problem.kind) {
    case 'leaves-folder':
      return 'its path leads out of the folder of the deck'
    case 'too-large':
      return 'it is larger than 20 MB'
    case 'not-a-file':
      return `it is ${problem.what}`
    case 'missing':
      return 'there is no such file'
    case 'refused':
      return /^(?:ENOENT|ENOTDIR|ENAMETOOLONG)/.test(problem.reason)
        ? 'there is no such file'
        : `the system refuses to open it (${problem.reason})`
  }
}
