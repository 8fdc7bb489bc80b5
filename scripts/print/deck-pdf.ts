/** The deck as PDF: a page for each slide, printed by the browser as the deck's own print rules say. */
import type { PrintedInfo } from './pdf/file-facts.ts'
import { finishPdf } from './pdf/finish-pdf.ts'
import { printPdf } from './print-pdf.ts'
import { asPrinted } from './printed-html.ts'
import type { Printer } from './printer.ts'
import { readSlides } from './read-slides.ts'
import { slideBookmarks } from './slide-bookmarks.ts'

export type DeckPdfInput = {
  /** `deck.html`. */
  readonly html: string
  readonly widthPx: number
  readonly heightPx: number
  readonly info: PrintedInfo
  /** Speaker notes as notes on the pages. */
  readonly isAnnotated: boolean
}

/** Throws PrintError. */
export async function printDeck(
  { html, widthPx, heightPx, info, isAnnotated }: DeckPdfInput,
  printer: Printer,
): Promise<Uint8Array> {
  const viewport = { widthPx, heightPx, scale: 1 }
  const deck = withoutPlayer(html)
  const printed = printPdf({ html: asPrinted(deck), media: 'print', viewport }, printer)
  // Read while the browser prints.
  const slides = readSlides(deck)
  const notes = slides.flatMap(({ notes: text }, page) =>
    isAnnotated && text !== '' ? [{ page, text, author: info.author }] : [],
  )
  return finishPdf(await printed, {
    info,
    outline: slideBookmarks(slides),
    pageLabels: [{ page: 0, style: 'decimal', prefix: '', first: 1 }],
    notes,
    text: slides.map(({ text }) => text).join(' '),
    opensAs: 'slides',
  })
}

/** Ends what the page shows. */
const END = '</main>'

/** The player would not run, and is a quarter of what is sent to the browser. */
function withoutPlayer(html: string): string {
  return html.slice(0, html.indexOf(END) + END.length)
}
