/** The pages of a printed file in their order, and what of the file they need. */
import { type Entries, readItems, refOf } from './entries.ts'
import { type PrintedFile, refIn } from './printed-file.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

export type PrintedPage = {
  readonly id: number
  readonly entries: Entries
  /** The media box: left, bottom, right, top in points. */
  readonly box: readonly number[]
  /** Numbers of its annotation objects. */
  readonly annotations: readonly number[]
}

export function readPages(file: PrintedFile, catalog: Entries): readonly PrintedPage[] {
  const pages: PrintedPage[] = []
  const seen = new Set<number>()
  const visit = (id: number): void => {
    if (seen.has(id)) throw new UnexpectedPdf('its pages are no tree')
    seen.add(id)
    const entries = file.entries(id)
    if (entries.get('Type') === '/Pages')
      for (const kid of readItems(entries.get('Kids'))) visit(refOf(kid) ?? -1)
    else pages.push(readPage(id, entries))
  }
  visit(refIn(catalog, 'Pages'))
  if (pages.length === 0) throw new UnexpectedPdf('it has no pages')
  return pages
}

function readPage(id: number, entries: Entries): PrintedPage {
  const box = readItems(entries.get('MediaBox')).map(Number)
  if (box.length !== 4 || box.some(Number.isNaN)) throw new UnexpectedPdf('a page has no size')
  const annotations = readItems(entries.get('Annots')).map((item) => refOf(item) ?? -1)
  return { id, entries, box, annotations }
}

const REFERENCE = /(\d+) 0 R/g

/** Numbers of the objects that sources refer to, at first or at last hand; not those that are left out. */
export function reachable(
  file: PrintedFile,
  sources: Iterable<string>,
  isLeftOut: (id: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>()
  const queue = [...sources]
  for (let source = queue.pop(); source !== undefined; source = queue.pop()) {
    for (const [, digits] of source.matchAll(REFERENCE)) {
      const id = Number(digits)
      if (found.has(id) || isLeftOut(id)) continue
      found.add(id)
      queue.push(file.source(id))
    }
  }
  return found
}
