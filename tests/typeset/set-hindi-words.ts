/** Many Hindi words on pages, and what three readers extract from them: for tests and the bench. */
import { breakParagraph } from '../../scripts/typeset/break-paragraph.ts'
import { neverHyphenate } from '../../scripts/typeset/hyphenate.ts'
import type { Mark } from '../../scripts/typeset/mark.ts'
import { makeItems } from '../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../scripts/typeset/set-line.ts'
import { makeElement } from '../../scripts/typeset/structure.ts'
import { makeSpan } from '../../scripts/typeset/text-span.ts'
import { type PdfPage, writePdf } from '../../scripts/typeset/write-pdf.ts'
import { readPdf, runTool } from './pdf-text.ts'

const [WIDTH_PT, HEIGHT_PT, MARGIN_PT] = [595, 842, 42]
const [SIZE_PT, LEADING_PT] = [10, 15.5]
const LINES_PER_PAGE = 48
const WORDS_PER_PARAGRAPH = 250
const TAG = makeElement('P', undefined)

export const READERS = {
  poppler: async (pdf: Uint8Array) => runTool('pdftotext', ['FILE', '-'], pdf) ?? '',
  'poppler, in the order of the file': async (pdf: Uint8Array) =>
    runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? '',
  MuPDF: async (pdf: Uint8Array) =>
    runTool('mutool', ['draw', '-q', '-F', 'txt', 'FILE'], pdf) ?? '',
  'pdf.js': async (pdf: Uint8Array) => (await readPdf(pdf)).text,
}

/** One entry of the list begins with a sign, which pdf.js joins to whatever stands before it on the line. */
export function wordsIn(text: string): readonly string[] {
  const joined = text.normalize('NFC').replace(/\s+(?=\p{M})/gu, '')
  return joined.split(/\s+/u).filter((word) => word !== '')
}

/** The words as justified paragraphs on as many pages as they take. */
export function setWords(words: readonly string[], weight: 400 | 700): Promise<Uint8Array> {
  const paragraphs = Array.from({ length: Math.ceil(words.length / WORDS_PER_PARAGRAPH) }, (_, i) =>
    words.slice(i * WORDS_PER_PARAGRAPH, (i + 1) * WORDS_PER_PARAGRAPH).join(' '),
  )
  const style = { stack: 'sans', weight, isItalic: false } as const
  const lines = paragraphs.flatMap((text) => {
    const span = makeSpan(text, { style, color: '#000000' })
    const items = makeItems([span], { hyphenate: neverHyphenate, longWordEm: 50 })
    const measure = (WIDTH_PT - 2 * MARGIN_PT) / SIZE_PT
    return breakParagraph(items, measure, 'justified').map((line) => ({ items, line }))
  })
  const pages: PdfPage[] = []
  for (let from = 0; from < lines.length; from += LINES_PER_PAGE) {
    const marks: Mark[] = lines
      .slice(from, from + LINES_PER_PAGE)
      .flatMap(({ items, line }, row) => {
        const y = MARGIN_PT + (row + 1) * LEADING_PT
        return setLine(items, line, { x: MARGIN_PT, y, sizePt: SIZE_PT, tag: TAG })
      })
    pages.push({ widthPt: WIDTH_PT, heightPt: HEIGHT_PT, marks })
  }
  return writePdf(pages, { title: 'Words', author: '', subject: '', lang: 'hi', date: '' })
}
