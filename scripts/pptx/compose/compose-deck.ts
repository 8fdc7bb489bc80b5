/** Slides of a deck as pages of a presentation: which layout each takes, and what stands on it. */
import type { Pictures } from '../../chart/picture.ts'
import { openRuler } from '../../deck/deck-ruler.ts'
import { isBeside } from '../../deck/layout-beside.ts'
import { type BlockLayout, layoutSlide } from '../../deck/layout-slide.ts'
import type { Listings } from '../../deck/listing-html.ts'
import type { DeckDocument, Slide } from '../../deck/slide.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Base } from '../base/base.ts'
import type { LayoutName, SlidePage } from '../presentation.ts'
import { composeBlocks } from './compose-blocks.ts'
import { columnsOf } from './compose-body.ts'
import { composeCover } from './compose-cover.ts'
import { composeTitle } from './compose-title.ts'
import { fitFoot } from './fit-foot.ts'
import { fitPage } from './fit-page.ts'
import { freeText, smallText } from './institute-text.ts'
import { makeCanvas } from './make-canvas.ts'
import { notesOf } from './notes-of.ts'
import { readDirectives } from './read-directives.ts'
import { type RefusedLink, refusedLinks } from './refused-links.ts'

export type ComposeInput = {
  readonly deck: DeckDocument
  /** Of the front matter. */
  readonly keys: ReadonlyMap<string, string>
  readonly theme: Theme
  readonly pictures: Pictures
  readonly listings: Listings
  readonly base: Base
  readonly hasNotes: boolean
  /** Told of each link that the presentation does not have. */
  readonly report: (link: RefusedLink) => void
}

export function composeDeck(input: ComposeInput): readonly SlidePage[] {
  const { deck, hasNotes, report } = input
  for (const link of refusedLinks(deck.slides, hasNotes)) report(link)
  return deck.slides.map((slide) => composeSlide(slide, input))
}

/** By the class of the slide; any other has a title and content. */
const LAYOUTS: Readonly<Record<string, LayoutName>> = {
  title: 'Title Slide',
  part: 'Section Header',
  groups: 'Title Only',
  compare: 'Title Only',
  facts: 'Title Only',
  timeline: 'Title Only',
  code: 'Title Only',
  diagram: 'Title Only',
}

function layoutOf(slide: Slide, layouts: readonly BlockLayout[]): LayoutName {
  const { classes, heading, blocks } = slide
  if (isBeside(slide) || columnsOf(slide, layouts) !== undefined) return 'Two Content'
  if (heading === undefined && blocks.length === 0) return 'Blank'
  const name = classes.find((candidate) => Object.hasOwn(LAYOUTS, candidate))
  return LAYOUTS[name ?? ''] ?? 'Title and Content'
}

function composeSlide(slide: Slide, input: ComposeInput): SlidePage {
  const { theme, deck, keys, base } = input
  const usual = layoutSlide(slide, openRuler(theme.deck, deck.lang)).blocks
  const name = layoutOf(slide, usual)
  const { canvas, blocks, textPx } = makeCanvas(slide, { name, usual }, input)
  const drawn = slide.classes.includes('title')
    ? composeCover(slide, canvas)
    : [...composeTitle(slide, canvas), ...composeBlocks(slide, blocks, canvas)]
  const shapes = fitPage(drawn, canvas)
  const smallPx = base.extras === undefined ? undefined : smallText(shapes, canvas.layout, textPx)
  const foot = readDirectives(slide.directives, keys)
  return {
    layout: name,
    shapes: freeText(shapes, canvas.layout),
    ...(smallPx !== undefined && { smallPx }),
    notes: input.hasNotes ? notesOf(slide.notes) : [],
    ...fitFoot(foot, canvas),
    isNumbered: foot.isPaginated,
  }
}
