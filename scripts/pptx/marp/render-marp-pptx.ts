/** A Marp deck to a PowerPoint file that a colleague can edit. Needs no browser. */

import { isText, type MarkupNode, textOf } from '../../marp/markup-tree.ts'
import type { MarpDeck, MarpSlide } from '../../marp/marp-deck.ts'
import type { MarpPictures } from '../../marp/marp-pictures.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { Theme } from '../../theme/theme.ts'
import { makeOwnBase } from '../base/own-base.ts'
import { safeLink } from '../safe-link.ts'
import { writePresentation } from '../write/write-presentation.ts'
import { composeMarpSlide } from './compose-marp-slide.ts'

export type MarpPptxInput = {
  readonly deck: MarpDeck
  /** With the measures of 16:9 and 4:3. */
  readonly theme: Theme
  readonly pictures: MarpPictures
}

export type MarpPptx = {
  readonly bytes: Uint8Array
  readonly slideCount: number
  /** Lines of slides whose text does not fit at the smallest size. */
  readonly overflows: readonly number[]
}

export function renderMarpPptx(input: MarpPptxInput): MarpPptx {
  const { deck, pictures } = input
  const lang = /^hi\b/i.test(deck.lang) ? 'hi' : 'en'
  const theme: Theme = {
    ...input.theme,
    colors: input.theme.deckColors,
    deck: tokensFor(deck, input.theme),
  }
  const base = makeOwnBase({
    theme,
    lang,
    paperColors: input.theme.colors,
    foot: { footer: '', date: '' },
  })
  const anchors = anchorsOf(deck.slides)
  const linkOf = (href: string): string | undefined => {
    if (!href.startsWith('#')) return safeLink(href, deck.slides.length)
    const slide = anchors.get(decoded(href.slice(1)))
    return slide === undefined ? undefined : `#${slide}`
  }
  const running = runningHeaders(deck.slides)
  const composed = deck.slides.map((slide, index) =>
    composeMarpSlide(slide, {
      tokens: theme.deck,
      colors: theme.colors,
      layouts: base.layouts,
      pictures,
      isFirst: index === 0,
      hasOwnHeader: !running.has(textOf(slide.header)),
      linkOf,
    }),
  )
  const { title, author, description: subject, keywords } = deck
  const about = { title, author, subject, keywords, company: '' }
  const properties = { ...about, date: '', printedDate: '' }
  const slides = composed.map(({ page }) => page)
  return {
    bytes: writePresentation({ lang, properties, slides, sections: [] }, base),
    slideCount: slides.length,
    overflows: deck.slides.flatMap(({ line }, index) =>
      (composed[index]?.overflowPx ?? 0) > 0 ? [line] : [],
    ),
  }
}

/** As high as our slides: a deck of another shape has their measures, and its own width. */
function tokensFor({ widthPx, heightPx }: MarpDeck, { deck, deck43 }: Theme): DeckTokens {
  const width = Math.round((deck.heightPx * widthPx) / heightPx)
  const near = width < (deck.widthPx + deck43.widthPx) / 2 ? deck43 : deck
  if (Math.abs(near.widthPx - width) < 2) return near
  const coverWidthPx = Math.max(near.coverWidthPx + width - near.widthPx, width / 2)
  const marginXPx = Math.min(near.marginXPx, width / 12)
  return { ...near, widthPx: width, coverWidthPx, marginXPx }
}

/** Headers of half of the slides and more. */
function runningHeaders(slides: readonly MarpSlide[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { header } of slides) {
    const text = textOf(header)
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const least = Math.max(3, slides.length / 2)
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text))
}

/** Marp gives each slide its number as a name, and each heading its words; the first of a name counts. */
function anchorsOf(slides: readonly MarpSlide[]): ReadonlyMap<string, number> {
  const anchors = new Map<string, number>()
  const add = (name: string | undefined, number: number): void => {
    if (name !== undefined && name !== '' && !anchors.has(name)) anchors.set(name, number)
  }
  slides.forEach((_, index) => {
    add(String(index + 1), index + 1)
  })
  const visit = (nodes: readonly MarkupNode[], number: number): void => {
    for (const node of nodes) {
      if (isText(node)) continue
      add(decoded(node.attributes.get('id') ?? ''), number)
      add(node.attributes.get('name'), number)
      visit(node.children, number)
    }
  }
  slides.forEach(({ content }, index) => {
    visit(content, index + 1)
  })
  return anchors
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    // Not an escaped address: the name as it is.
    return address
  }
}
