/** `deck.pdf`: the slides of `deck.html` on pages of their own size. */
import type { Job, RenderedFile } from './job.ts'

export async function renderDeckPdf(job: Job): Promise<readonly RenderedFile[]> {
  const { html, slideCount } = await job.deckHtml()
  const { printDeck } = await import('../print/deck-pdf.ts')
  const { themeOfDeck } = await import('../deck/slide-size.ts')
  const { widthPx, heightPx } = themeOfDeck(await job.deckMarkdown(), job.theme).deck
  const bytes = await printDeck({ html, widthPx, heightPx }, job.printer)
  return [{ format: 'pdf', path: 'deck.pdf', bytes, pages: slideCount }]
}
