/** A long title is set smaller, in steps that are classes; one that no step can hold is cut short. */
import type { DeckRuler } from './deck-ruler.ts'
import { coverKind } from './layout-cover.ts'
import { layoutSlide, titleKind } from './layout-slide.ts'
import { withClasses } from './read-deck.ts'
import type { Slide } from './slide.ts'
import { contentWidthPx } from './slide-room.ts'
import { splitText } from './split-text.ts'

/** Smaller from step to step; the lines a title of that size may take beside content. */
const STEPS = [
  { name: '', maxLines: 2 },
  { name: 'long', maxLines: 3 },
  { name: 'longest', maxLines: 4 },
] as const
const MAX_LINES = 4
const MAX_COVER_LINES = 7

/**
 * The slide with the largest title that leaves room for its content. A title cut short keeps its whole
 * wording as the first paragraph, so that nothing is lost.
 */
export function fitTitle(slide: Slide, ruler: DeckRuler): Slide {
  if (slide.heading === undefined) return slide
  const given = STEPS.findIndex(({ name }) => name !== '' && slide.classes.includes(name))
  const steps = STEPS.slice(Math.max(0, given))
  for (const step of steps) {
    const candidate = withStep(slide, step.name)
    if (hasGoodTitle(candidate, step.maxLines, ruler)) return candidate
  }
  const last = STEPS[STEPS.length - 1] ?? STEPS[0]
  return isTitleTooTall(withStep(slide, last.name), ruler)
    ? shorten(withStep(slide, last.name), ruler)
    : withStep(slide, last.name)
}

function withStep(slide: Slide, step: string): Slide {
  if (step === '' || slide.classes.includes(step)) return slide
  const classes = [...slide.classes.filter((name) => name !== 'long'), step]
  return { ...slide, classes, directives: withClasses(slide.directives, classes) }
}

function hasGoodTitle(slide: Slide, maxLines: number, ruler: DeckRuler): boolean {
  if (isCover(slide)) return layoutSlide(slide, ruler).isFitting
  const spare = hasCoverType(slide) ? 1 : 0
  return countTitleLines(slide, ruler) <= maxLines + spare
}

function isCover(slide: Slide): boolean {
  return slide.classes.includes('title')
}

/** Set as large as the title on the cover. */
function hasCoverType({ classes }: Slide): boolean {
  return classes.includes('title') || classes.includes('part')
}

function countTitleLines(slide: Slide, ruler: DeckRuler): number {
  const [kind, widthPx] = hasCoverType(slide)
    ? [coverKind(slide.classes), ruler.tokens.coverWidthPx]
    : [titleKind(slide.classes), contentWidthPx(ruler)]
  return ruler.linesOf(slide.heading?.text ?? '', kind, widthPx)
}

/** Leaves room for something else on the slide. Cover text that is long without its title goes on instead. */
function isTitleTooTall(slide: Slide, ruler: DeckRuler): boolean {
  return countTitleLines(slide, ruler) > (hasCoverType(slide) ? MAX_COVER_LINES : MAX_LINES)
}

function shorten(slide: Slide, ruler: DeckRuler): Slide {
  const { heading } = slide
  if (heading === undefined) return slide
  const fits = (text: string): boolean => {
    const candidate = {
      ...slide,
      heading: { ...heading, text: `${text} … <small>(10/10)</small>` },
      blocks: [],
    }
    return !isTitleTooTall(candidate, ruler)
  }
  const split = splitText(heading.text, fits)
  if (split === undefined) return slide
  const whole = { kind: 'paragraph', text: heading.text } as const
  return {
    ...slide,
    heading: { ...heading, text: `${split.head}\u00a0…` },
    blocks: [whole, ...slide.blocks],
  }
}
