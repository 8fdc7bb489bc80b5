/**
 * Finishes what Chromium printed: facts about the file, bookmarks, page labels, notes, tags that a reader can use.
 * Fonts and pictures stay as they are packed; all else is written anew, in one revision and the same bytes for the
 * same input. A file that is not as Chromium writes it is refused (UnexpectedPdf), never half understood.
 */
import {
  type Annotation,
  asTagged,
  makeNotes,
  readAnnotations,
  writeAnnotation,
} from './annotations.ts'
import { claimsAccess, hasOneLanguage } from './claims-access.ts'
import { Draft } from './draft.ts'
import { type Entries, refOf, writeEntries } from './entries.ts'
import { type PrintedInfo, writeFacts } from './file-facts.ts'
import { markPages } from './mark-pages.ts'
import { mendTags, tagNotes } from './mend-tags.ts'
import type { PageNote } from './notes.ts'
import { type Bookmark, type PageLabels, writeOutline, writePageLabels } from './outline.ts'
import { openPrinted, type PrintedFile, refIn } from './printed-file.ts'
import { type PrintedPage, reachable, readPages } from './read-pages.ts'
import { readTags } from './read-tags.ts'
import { renameIds } from './rename-ids.ts'
import type { Tag } from './tag.ts'
import { wordPairs } from './word-pairs.ts'
import { writeTags } from './write-tags.ts'

export type PdfEdit = {
  readonly info: PrintedInfo
  readonly outline: readonly Bookmark[]
  /** None: pages are numbered from 1. */
  readonly pageLabels: readonly PageLabels[]
  readonly notes: readonly PageNote[]
  /** What the document says, in the order of its pages: tells where a line was broken at a space. */
  readonly text: string
  /** Slides open one at a time with the bookmarks beside them, sheets of paper as a column. */
  readonly opensAs: 'slides' | 'sheets'
}

/** What was printed. */
type Printed = {
  readonly file: PrintedFile
  readonly catalog: Entries
  readonly pages: readonly PrintedPage[]
  readonly links: readonly Annotation[]
}

/** Throws UnexpectedPdf. */
export function rewritePdf(bytes: Uint8Array, edit: PdfEdit): Uint8Array {
  const file = openPrinted(bytes)
  const catalog = file.entries(refIn(file.trailer, 'Root'))
  const pages = readPages(file, catalog)
  const printed = { file, catalog, pages, links: readAnnotations(file, pages) }
  const draft = startDraft(printed)
  const notes = makeNotes(edit.notes, pages, draft)
  const arePair = wordPairs(edit.text)
  const marked = markPages(draft, { file, pages, tags: readTags(file, catalog), arePair })
  const document = tagNotes(renameIds(mendTags(marked.tags)), notes.map(asTagged))
  const { root: tree, keys } = writeStructure(draft, pages, document)
  const annotations = [...printed.links, ...notes]
  for (const annotation of annotations) {
    const { id } = annotation
    const said = { key: keys.get(id), text: marked.linkTexts.get(id) }
    draft.put(id, writeAnnotation(annotation, said))
  }
  const isAccessible =
    marked.isReadable &&
    hasOneLanguage(edit.text, edit.info.lang) &&
    claimsAccess(document, annotations, (id) => keys.has(id))
  const facts = writeFacts(edit.info, { producer: producerOf(file), isAccessible })
  const metadata = Buffer.from(facts.metadata)
  const root = writeCatalog(draft, printed, edit, {
    Pages: `${writePages(draft, pages, annotations)} 0 R`,
    StructTreeRoot: `${tree} 0 R`,
    Metadata: `${draft.add(`<</Type/Metadata/Subtype/XML/Length ${metadata.length}>>`, metadata)} 0 R`,
  })
  return draft.finish(root, draft.add(facts.dictionary))
}

/** Fonts, pictures and destinations as they are; the numbers of pages, their contents and links are kept. */
function startDraft({ file, catalog, pages, links }: Printed): Draft {
  const own = new Set([
    ...pages.flatMap(({ id, entries }) => [id, refIn(entries, 'Contents')]),
    ...links.map(({ id }) => id),
  ])
  const sources = [
    ...pages.map(({ entries }) => entries.get('Resources') ?? ''),
    ...links.map(({ entries }) => writeEntries(entries)),
    ...DESTINATIONS.map((key) => catalog.get(key) ?? ''),
  ]
  const kept = reachable(file, sources, (id) => own.has(id))
  const draft = new Draft(new Set([...own, ...kept]))
  for (const id of kept) draft.put(id, file.source(id), file.stream(id))
  return draft
}

/** Where links inside the document lead (ISO 32000-1, 12.3.2.3). */
const DESTINATIONS = ['Dests', 'Names']

function writeStructure(
  draft: Draft,
  pages: readonly PrintedPage[],
  document: Tag,
): { readonly root: number; readonly keys: ReadonlyMap<number, number> } {
  const numbers = { allocate: () => draft.allocate(), pages: pages.map(({ id }) => id) }
  const { root, objects, annotationKeys } = writeTags(document, numbers)
  for (const [id, source] of objects) draft.put(id, source)
  return { root, keys: annotationKeys }
}

function writePages(
  draft: Draft,
  pages: readonly PrintedPage[],
  annotations: readonly Annotation[],
): number {
  const tree = draft.allocate()
  pages.forEach(({ id, entries }, index) => {
    const on = annotations.filter(({ page }) => page === id).map((each) => `${each.id} 0 R`)
    const written = new Map(entries)
    written.set('Parent', `${tree} 0 R`)
    written.set('StructParents', String(index))
    // Keys walk the fields and links of a page in the order of reading (PDF/UA-1, 7.18.3).
    written.set('Tabs', '/S')
    if (on.length > 0) written.set('Annots', `[${on.join(' ')}]`)
    draft.put(id, writeEntries(written))
  })
  const kids = pages.map(({ id }) => `${id} 0 R`).join(' ')
  draft.put(tree, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`)
  return tree
}

const LAYOUTS = { slides: '/SinglePage', sheets: '/OneColumn' } as const

function writeCatalog(
  draft: Draft,
  { catalog, pages }: Printed,
  { info, outline, pageLabels, opensAs }: PdfEdit,
  made: Readonly<Record<string, string>>,
): number {
  const entries = new Map([['Type', '/Catalog'], ...Object.entries(made)])
  for (const key of DESTINATIONS) {
    const value = catalog.get(key)
    if (value !== undefined) entries.set(key, value)
  }
  entries.set('Lang', `(${info.lang})`)
  entries.set('MarkInfo', '<</Marked true>>')
  entries.set('ViewerPreferences', '<</DisplayDocTitle true>>')
  entries.set('PageLayout', LAYOUTS[opensAs])
  entries.set('OpenAction', `[${pages[0]?.id} 0 R/Fit]`)
  if (pageLabels.length > 0) entries.set('PageLabels', writePageLabels(pageLabels))
  if (outline.length > 0) {
    const numbers = { allocate: () => draft.allocate(), pages: pages.map(({ id }) => id) }
    const { root, objects } = writeOutline(outline, numbers)
    for (const [id, source] of objects) draft.put(id, source)
    entries.set('Outlines', `${root} 0 R`)
    entries.set('PageMode', '/UseOutlines')
  }
  return draft.add(writeEntries(entries))
}

/** Names the version of the browser's PDF writer: `Skia/PDF m143`. */
function producerOf(file: PrintedFile): string {
  const info = refOf(file.trailer.get('Info'))
  const producer = info === undefined ? undefined : file.entries(info).get('Producer')
  return /^\(([\w ./]+)\)$/.exec(producer ?? '')?.[1] ?? 'Chromium'
}
