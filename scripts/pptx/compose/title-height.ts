/** How high the title of a slide stands. */

import type { DeckRuler } from '../../deck/deck-ruler.ts'
import type { SlideBody } from '../../deck/layout-slide.ts'
import { titleKind } from '../../deck/layout-slide.ts'

/** A title that lacks no more than this share of the room is shown smaller on fewer lines; the ruler itself keeps half of it back. */
const NARROWER = 1.03

/** In px: of whole lines. */
export function titleHeightPx(
  { heading, classes }: Pick<SlideBody, 'heading' | 'classes'>,
  ruler: DeckRuler,
  widthPx: number,
): number {
  if (heading === undefined) return 0
  return ruler.heightOf(heading.text, titleKind(classes), widthPx * NARROWER)
}
