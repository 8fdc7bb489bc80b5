/** Where the content of a slide goes, and what measures it. */
import type { Pictures } from '../chart/picture.ts'
import type { DeckRuler } from '../deck/deck-ruler.ts'
import type { BlockLayout } from '../deck/layout-slide.ts'
import type { Listings } from '../deck/listing-html.ts'
import type { Slide } from '../deck/slide.ts'
import type { Theme } from '../theme/theme.ts'
import type { LayoutPlan } from './base/base.ts'
import type { Box } from './presentation.ts'

export type Canvas = {
  /** With the colours of slides, and the measures of this deck's size. */
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  readonly pictures: Pictures
  /** The words of its programs. */
  readonly listings: Listings
  /** Measures in the sizes that the slide is drawn with; `ruler.tokens` are the measures themselves. */
  readonly ruler: DeckRuler
  readonly layout: LayoutPlan
}

/** One block of a slide and the room the page has given it. */
export type Place = {
  readonly canvas: Canvas
  readonly slide: Slide
  /** Of the block among the blocks of its slide. */
  readonly index: number
  readonly layout: BlockLayout
  readonly box: Box
  /** The placeholder of the layout that is this block's to fill: an object placeholder holds anything. */
  readonly role?: 'body' | 'second'
}
