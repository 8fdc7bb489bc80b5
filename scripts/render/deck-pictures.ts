/** The slides as pictures, and the social card: the title slide set anew in the shape that web pages show. */
import { CARD, cardSlide } from './card-slide.ts'
import type { Job, RenderedFile } from './job.ts'

export async function* renderDeckPictures(job: Job): AsyncGenerator<RenderedFile> {
  const { html, slideCount } = await job.deckHtml()
  const { pictureHeight, pictureSlides } = await import('../print/deck-pictures.ts')
  const { themeOfDeck } = await import('../deck/slide-size.ts')
  const slide = themeOfDeck(await job.deckMarkdown(), job.theme).deck
  const { widthPx } = job.options
  const picture = { widthPx, heightPx: pictureHeight(slide, widthPx) }
  let number = 0
  for await (const bytes of pictureSlides({ html, slide, picture }, job.printer)) {
    number += 1
    yield { format: 'png', path: slideName(number, slideCount), bytes, ...picture }
  }
  yield* renderCard(job)
}

/** `deck-01.png`: as many digits for all, so that they sort as they are shown. */
function slideName(number: number, slideCount: number): string {
  const digits = Math.max(2, String(slideCount).length)
  return `deck-${String(number).padStart(digits, '0')}.png`
}

async function* renderCard(job: Job): AsyncGenerator<RenderedFile> {
  const { renderDeck } = await import('../deck/render-deck.ts')
  const { pictureSlides } = await import('../print/deck-pictures.ts')
  const { markdown, theme } = await cardSlide(job)
  const rest = { pictures: job.pictures, playerScript: '', hasNotes: false }
  const { html } = await renderDeck({ markdown, theme, ...rest })
  const input = { html, slide: theme.deck, picture: CARD }
  for await (const bytes of pictureSlides(input, job.printer))
    yield { format: 'png', path: 'card.png', bytes, ...CARD }
}
