/** The structure tree that Skia wrote → tags. */
import { type Entries, readEntries, readItems, refOf } from './entries.ts'
import { type PrintedFile, refIn } from './printed-file.ts'
import { makeTag, type Tag, type TagKid } from './tag.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

export function readTags(file: PrintedFile, catalog: Entries): Tag {
  if (!catalog.has('StructTreeRoot'))
    throw new UnexpectedPdf('it has no tags, as when a style sheet hides all that is printed')
  const root = file.entries(refIn(catalog, 'StructTreeRoot'))
  const top = readItems(root.get('K')).map((item) => readElement(file, item, 0))
  const [only] = top
  return top.length === 1 && only?.type === 'Document' ? only : makeTag('Document', top)
}

const PLACE = new Set(['Type', 'S', 'P', 'Pg', 'K'])
/** Far deeper than any slide; a tree that goes on is a circle. */
const MAX_DEPTH = 500

function readElement(file: PrintedFile, reference: string, depth: number): Tag {
  const id = refOf(reference)
  if (id === undefined || depth > MAX_DEPTH) throw new UnexpectedPdf('its tags are no tree')
  const all = file.entries(id)
  const page = refOf(all.get('Pg'))
  const kids = readItems(all.get('K')).map((item) => readKid(file, item, { page, depth }))
  const entries = new Map([...all].filter(([key]) => !PLACE.has(key)))
  return makeTag(all.get('S')?.slice(1) ?? 'NonStruct', kids, entries)
}

function readKid(
  file: PrintedFile,
  item: string,
  { page, depth }: { readonly page: number | undefined; readonly depth: number },
): TagKid {
  if (/^\d+$/.test(item)) return readContent(item, page)
  if (!item.startsWith('<<')) return readElement(file, item, depth + 1)
  const entries = readEntries(item)
  const own = refOf(entries.get('Pg')) ?? page
  if (entries.get('Type') !== '/OBJR') return readContent(entries.get('MCID'), own)
  if (own === undefined) throw new UnexpectedPdf('a tagged annotation is on no page')
  return { kind: 'annotation', page: own, id: refIn(entries, 'Obj') }
}

function readContent(mcid: string | undefined, page: number | undefined): TagKid {
  if (mcid === undefined || page === undefined)
    throw new UnexpectedPdf('tagged content is on no page')
  return { kind: 'content', page, mcid: Number(mcid) }
}
