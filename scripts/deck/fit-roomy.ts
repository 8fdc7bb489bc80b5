/** Slides of few words in larger letters and more air: steps the other way from `long` and `dense`. */

import { ROOMY_NAMES, type RoomyStep } from '../theme/roomy-deck.ts'
import type { DeckRuler } from './deck-ruler.ts'
import { layoutSlide } from './layout-slide.ts'
import { withClasses } from './read-deck.ts'
import type { Block, Slide } from './slide.ts'
import { contentHeightPx } from './slide-room.ts'

/** Pictures fill their slides, and small print stays small. */
const CLASSES: Readonly<Record<RoomyStep, readonly string[]>> = {
  roomy: 'points groups compare facts timeline table answer quote glossary'.split(' '),
  airy: 'points groups compare facts timeline table answer quote glossary question'.split(' '),
}
const BLOCKS: readonly Block['kind'][] = ['list', 'paragraph', 'table', 'quote']
/** A slide filled to the brim is better off with the usual measures. */
const MOST_FILLED: Readonly<Record<RoomyStep, number>> = { roomy: 0.88, airy: 0.94 }
const MARK_RE = /<small>\(\d+\/\d+\)<\/small>$/

/** Undoes the step, so that it is decided anew on what the slide holds now. */
export function withoutRoom(slide: Slide): Slide {
  const classes = slide.classes.filter((name) => !ROOMY_NAMES.some((step) => step === name))
  return classes.length === slide.classes.length ? slide : withStep(slide, classes)
}

/** The slide as Markdown, in the first step that it does not fill. */
export function giveRoom(slide: Slide, ruler: DeckRuler): string {
  const room = contentHeightPx(ruler)
  for (const step of ROOMY_NAMES) {
    if (!mayHave(step, slide)) continue
    const roomy = withStep(slide, [...slide.classes, step])
    if (layoutSlide(roomy, ruler).heightPx <= room * MOST_FILLED[step]) return roomy.source
  }
  return slide.source
}

/** One of several parts keeps the letters of the others. */
function mayHave(step: RoomyStep, { classes, heading, blocks }: Slide): boolean {
  return (
    classes.some((name) => CLASSES[step].includes(name)) &&
    !classes.includes('dense') &&
    (step === 'airy' || !MARK_RE.test(heading?.text ?? '')) &&
    blocks.every(({ kind }) => BLOCKS.includes(kind))
  )
}

function withStep(slide: Slide, classes: readonly string[]): Slide {
  const directives = withClasses(slide.directives, classes)
  const source = slide.source.replace(slide.directives, () => directives)
  return { ...slide, classes, directives, source }
}
