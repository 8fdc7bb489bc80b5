/** The deck as PDF: a page for each slide, printed by the browser as the deck's own print rules say. */
import type { Printer } from './printer.ts'

export type DeckPdfInput = {
  /** `deck.html`. */
  readonly html: string
  readonly widthPx: number
  readonly heightPx: number
}

export async function printDeck(
  { html, widthPx, heightPx }: DeckPdfInput,
  printer: Printer,
): Promise<Uint8Array> {
  const viewport = { widthPx, heightPx, scale: 1 }
  const { pdf } = await printer.run({ html, media: 'print', viewport, pdf: true })
  if (pdf === undefined) throw new Error('the printer gave no PDF for a task that asked for one')
  return pdf
}
