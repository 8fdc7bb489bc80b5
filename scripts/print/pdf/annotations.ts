/** Links that Chromium wrote, and notes that are added. */
import { pdfText } from '../../typeset/pdf-text-string.ts'
import type { Draft } from './draft.ts'
import { type Entries, readEntries, writeEntries } from './entries.ts'
import { type PageNote, writeNote } from './notes.ts'
import type { PrintedFile } from './printed-file.ts'
import type { PrintedPage } from './read-pages.ts'
import type { TaggedAnnotation } from './tag.ts'

export type Annotation = {
  readonly id: number
  /** Number of the page object. */
  readonly page: number
  readonly entries: Entries
}

export function readAnnotations(
  file: PrintedFile,
  pages: readonly PrintedPage[],
): readonly Annotation[] {
  return pages.flatMap(({ id: page, annotations }) =>
    annotations.map((id) => ({ id, page, entries: file.entries(id) })),
  )
}

export function makeNotes(
  notes: readonly PageNote[],
  pages: readonly PrintedPage[],
  draft: Draft,
): readonly Annotation[] {
  return notes.flatMap((note) => {
    const page = pages[note.page]
    if (page === undefined) return []
    const entries = writeNote(note, { box: page.box, pageId: page.id })
    return [{ id: draft.allocate(), page: page.id, entries }]
  })
}

export function asTagged({ id, page }: Annotation): TaggedAnnotation {
  return { kind: 'annotation', page, id }
}

type Said = {
  /** Key in the parent tree; undefined: it has no tag. */
  readonly key: number | undefined
  /** What stands on the page in its place. */
  readonly text: string | undefined
}

export function writeAnnotation({ entries }: Annotation, { key, text }: Said): string {
  const written = new Map(entries)
  if (key === undefined) written.delete('StructParent')
  else written.set('StructParent', String(key))
  // PDF/UA-1, 7.18.5: a link says where it leads.
  if (entries.get('Subtype') === '/Link') written.set('Contents', describeLink(entries, text))
  return writeEntries(written)
}

function describeLink(entries: Entries, text = ''): string {
  if (text.trim() !== '') return pdfText(text.trim())
  const action = entries.get('A')
  const address = action?.startsWith('<<') === true ? readEntries(action).get('URI') : undefined
  return entries.get('Contents') ?? address ?? pdfText('Link')
}
