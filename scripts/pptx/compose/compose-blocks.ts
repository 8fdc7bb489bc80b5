/** The blocks of a slide in the boxes that the page gives them, each drawn by its kind and the class of the slide. */
import type { BlockLayout } from '../../deck/layout-slide.ts'
import type { Block, Slide } from '../../deck/slide.ts'
import type { Canvas, Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import { composeBody, isBody } from './compose-body.ts'
import { composeCode } from './compose-code.ts'
import { composeFacts } from './compose-facts.ts'
import { composeFormula } from './compose-formula.ts'
import { composeGroups } from './compose-groups.ts'
import { composeOptions } from './compose-options.ts'
import { composePicture } from './compose-picture.ts'
import { composeQuote } from './compose-quote.ts'
import { composeTable } from './compose-table.ts'
import { composeTextBox } from './compose-text-box.ts'
import { composeTimeline } from './compose-timeline.ts'
import { joinParagraphs } from './join-paragraphs.ts'
import { markSteps } from './mark-steps.ts'
import { placeBlocks } from './place-blocks.ts'
import { shareRoles } from './share-roles.ts'

/** Draws one block inside its box. */
export type Compose = (block: Block, place: Place) => readonly Shape[]

/** Lists that a class draws as something else than points. */
const LISTS: Readonly<Record<string, Compose>> = {
  groups: composeGroups,
  compare: composeGroups,
  facts: composeFacts,
  timeline: composeTimeline,
  question: composeOptions,
}

const KINDS: Readonly<Record<Block['kind'], Compose>> = {
  list: composeTextBox,
  paragraph: composeTextBox,
  subheading: composeTextBox,
  quote: composeQuote,
  table: composeTable,
  picture: composePicture,
  code: composeCode,
  formula: composeFormula,
  opaque: composeTextBox,
}

export function composeBlocks(
  slide: Slide,
  layouts: readonly BlockLayout[],
  canvas: Canvas,
): readonly Shape[] {
  if (slide.blocks.length === 0) return []
  const isDrawn = slide.classes.some((name) => Object.hasOwn(LISTS, name))
  if (!isDrawn && isBody(slide, canvas)) return composeBody(slide, layouts, canvas)
  const boxes = placeBlocks(slide, layouts, canvas)
  const isDrawnList = ({ kind }: Block): boolean => kind === 'list' && isDrawn
  const roles = shareRoles(slide, canvas.layout, isDrawnList)
  const shapes = slide.blocks.flatMap((block, index) => {
    const layout = layouts[index] ?? { heightPx: 0 }
    const box = boxes[index]
    if (box === undefined) return []
    const role = roles.get(index)
    const place = { canvas, slide, index, layout, box, ...(role !== undefined && { role }) }
    return markSteps(block, composerOf(block, slide)(block, place))
  })
  return joinParagraphs(shapes, canvas.ruler.tokens.blockGapPx)
}

function composerOf(block: Block, { classes }: Slide): Compose {
  const name = block.kind === 'list' ? classes.find((one) => Object.hasOwn(LISTS, one)) : undefined
  return (name === undefined ? undefined : LISTS[name]) ?? KINDS[block.kind]
}
