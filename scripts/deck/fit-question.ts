/** A question whose options would go to a further slide: smaller letters keep them together. */
import type { DeckRuler } from './deck-ruler.ts'
import { layoutSlide } from './layout-slide.ts'
import { withClasses } from './read-deck.ts'
import type { Slide } from './slide.ts'

/** The slide itself when it fits as it is, and when smaller letters would not help either. */
export function fitQuestion(slide: Slide, ruler: DeckRuler): Slide {
  if (!slide.classes.includes('question') || slide.classes.includes('dense')) return slide
  if (layoutSlide(slide, ruler).isFitting) return slide
  const classes = [...slide.classes, 'dense']
  const dense = { ...slide, classes, directives: withClasses(slide.directives, classes) }
  return layoutSlide(dense, ruler).isFitting ? dense : slide
}
