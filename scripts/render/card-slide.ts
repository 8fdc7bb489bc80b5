/** The title slide as the social card shows it: the deck's own type and colours on a ground of another shape. */
import type { Theme } from '../theme/theme.ts'
import { ContentProblem } from './content-problem.ts'
import type { Job } from './job.ts'

/** In pixels. Source: the Open Graph protocol, `og:image`; 1.91 : 1 is what the sites that read it show whole. */
export const CARD = { widthPx: 1200, heightPx: 630 }

/** A deck of one slide, and the theme that it fits. */
export type CardSlide = { readonly markdown: string; readonly theme: Theme }

/**
 * How wide the ground is, in widths of a slide. The narrowest on which all fits has the largest letters: most people
 * see the card on a phone. The last is as high as a slide of 16:9.
 */
const WIDTHS = [0.875, 1, 15 / 14]

export async function cardSlide(job: Job): Promise<CardSlide> {
  const { paginateDeck } = await import('../deck/paginate-deck.ts')
  const { countSlides, firstSlide } = await import('../deck/first-slide.ts')
  const title = firstSlide(templateDeck(job))
  const candidates = WIDTHS.map((width): CardSlide => {
    const theme = cardTheme(job.theme, width)
    return { markdown: paginateDeck(title, theme, job.pictures), theme }
  })
  const fitting = candidates.find(({ markdown }) => countSlides(markdown) === 1)
  const { markdown, theme } = fitting ?? candidates.at(-1) ?? { markdown: title, theme: job.theme }
  return { markdown: firstSlide(markdown).replace(PART_MARK, ''), theme }
}

/** Of a title that goes on where nobody sees it. */
const PART_MARK = / <small>\(\d+\/\d+\)<\/small>$/m

/** Not as it was fitted to the slide. */
function templateDeck({ templates, topic }: Job): string {
  const rendered = templates.renderDeck({ ...topic, size: '16:9' })
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  return rendered.markdown
}

/** With the measures for both sizes, because a set may write one into its deck. */
function cardTheme(theme: Theme, width: number): Theme {
  const widthPx = Math.round(theme.deck.widthPx * width)
  const heightPx = Math.ceil((widthPx * CARD.heightPx) / CARD.widthPx)
  const coverWidthPx = Math.min(theme.deck.coverWidthPx, widthPx - 2 * theme.deck.marginXPx)
  const deck = { ...theme.deck, widthPx, heightPx, coverWidthPx }
  return { ...theme, deck, deck43: deck }
}
