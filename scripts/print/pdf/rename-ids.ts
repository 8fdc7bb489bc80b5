/** Identifiers of header cells, counted in the order of reading: the browser's own differ from print to print. */
import { makeTag, type Tag, type TagKid } from './tag.ts'

export function renameIds(document: Tag): Tag {
  const names = new Map<string, string>()
  collect(document, names)
  return names.size === 0 ? document : rename(document, names)
}

function collect(tag: Tag, names: Map<string, string>): void {
  const id = tag.entries.get('ID')
  if (id !== undefined) names.set(id, `(h${names.size + 1})`)
  for (const kid of tag.kids) if (kid.kind === 'tag') collect(kid, names)
}

/** Cells name their headers among their attributes (ISO 32000-1, 14.8.5.7). */
const LITERAL = /\([^()\\]*\)/g

function rename(tag: Tag, names: ReadonlyMap<string, string>): Tag {
  const kids = tag.kids.map((kid): TagKid => (kid.kind === 'tag' ? rename(kid, names) : kid))
  const renamed = (value: string): string =>
    value.replace(LITERAL, (name) => names.get(name) ?? name)
  const entries = new Map(
    [...tag.entries].map(([key, value]) => [
      key,
      key === 'ID' || key === 'A' ? renamed(value) : value,
    ]),
  )
  return makeTag(tag.type, kids, entries)
}
