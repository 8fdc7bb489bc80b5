/** Slides of few words in larger letters and more air: the step the other way from `long` and `dense`. */
import type { DeckRuler } from './deck-ruler.ts'
import { layoutSlide } from './layout-slide.ts'
import { readDeck, withClasses } from './read-deck.ts'
import type { Slide } from './slide.ts'
import { contentHeightPx } from './slide-room.ts'

/** Pictures and questions fill their slides; small print stays small. */
const ROOMY = [
  'points',
  'groups',
  'compare',
  'facts',
  'timeline',
  'table',
  'answer',
  'quote',
  'glossary',
]
/** A slide that larger letters fill to the brim is better off with the usual ones. */
const MOST_FILLED = 0.88
const MARK_RE = /<small>\(\d+\/\d+\)<\/small>$/

/** Undoes the step, so that it is decided anew on what the slide holds now. */
export function withoutRoom(slide: Slide): Slide {
  if (!slide.classes.includes('roomy')) return slide
  return withStep(
    slide,
    slide.classes.filter((name) => name !== 'roomy'),
  )
}

/** The slide as Markdown. One of several parts keeps the letters of the others. */
export function giveRoom(source: string, ruler: DeckRuler): string {
  const [slide] = readDeck(source).slides
  if (slide === undefined || !isCandidate(slide)) return source
  const roomy = withStep(slide, [...slide.classes, 'roomy'])
  const { heightPx } = layoutSlide(roomy, ruler)
  return heightPx <= contentHeightPx(ruler) * MOST_FILLED ? roomy.source : source
}

function isCandidate({ classes, heading, blocks }: Slide): boolean {
  return (
    classes.some((name) => ROOMY.includes(name)) &&
    !classes.includes('dense') &&
    !MARK_RE.test(heading?.text ?? '') &&
    blocks.every(
      ({ kind }) => kind === 'list' || kind === 'paragraph' || kind === 'table' || kind === 'quote',
    )
  )
}

function withStep(slide: Slide, classes: readonly string[]): Slide {
  const directives = withClasses(slide.directives, classes)
  const source = slide.source.replace(slide.directives, () => directives)
  return { ...slide, classes, directives, source }
}
