/** Notes on a page as a reader's sticky notes (ISO 32000-1, 12.5.6.4): a mark to click, which no printer prints. */
import { pdfText } from '../../typeset/pdf-text-string.ts'

export type PageNote = {
  /** Counted from 0. */
  readonly page: number
  /** Paragraphs separated by an empty line. */
  readonly text: string
  readonly author: string
}

/** Viewers draw the mark of their own design at this size, whatever the scale of the page. */
const SIZE_PT = 20
const INSET_PT = 6

/** 12.5.3: neither zoomed nor turned with the page. Without the Print flag it stays on the screen. */
const NO_ZOOM_NO_ROTATE = 24

/** The annotation on a page whose media box is given, in its upper right corner. */
export function writeNote(
  { page, text, author }: PageNote,
  { box, pageId }: { readonly box: readonly number[]; readonly pageId: number },
): Map<string, string> {
  const [, , right = 0, top = 0] = box
  const rect = [
    right - INSET_PT - SIZE_PT,
    top - INSET_PT - SIZE_PT,
    right - INSET_PT,
    top - INSET_PT,
  ]
  return new Map([
    ['Type', '/Annot'],
    ['Subtype', '/Text'],
    ['Name', '/Comment'],
    ['NM', `(note-${page + 1})`],
    ['Rect', `[${rect.join(' ')}]`],
    ['F', String(NO_ZOOM_NO_ROTATE)],
    ['C', '[1 0.82 0.2]'],
    ['Open', 'false'],
    ['P', `${pageId} 0 R`],
    ...(author === '' ? [] : [['T', pdfText(author)] as const]),
    ['Contents', pdfText(text)],
  ])
}
