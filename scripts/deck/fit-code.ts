/** A listing that is too wide or a little too long is set smaller, as far as it can be read from the last row. */
import type { DeckRuler } from './deck-ruler.ts'
import { isNarrowCode } from './layout-code.ts'
import { layoutSlide } from './layout-slide.ts'
import { withClasses } from './read-deck.ts'
import type { Slide } from './slide.ts'
import { contentWidthPx } from './slide-room.ts'

export function fitCode(slide: Slide, ruler: DeckRuler): Slide {
  const listings = slide.blocks.filter((block) => block.kind === 'code')
  if (listings.length === 0 || slide.classes.includes('dense')) return slide
  const widthPx = contentWidthPx(ruler)
  const isNarrow = listings.every((block) =>
    isNarrowCode(block, { isDense: false, widthPx, ruler }),
  )
  if (isNarrow && layoutSlide(slide, ruler).isFitting) return slide
  const classes = [...slide.classes, 'dense']
  const dense = { ...slide, classes, directives: withClasses(slide.directives, classes) }
  return !isNarrow || layoutSlide(dense, ruler).isFitting ? dense : slide
}
