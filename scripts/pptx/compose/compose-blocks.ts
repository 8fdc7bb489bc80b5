/** The blocks of a slide in the boxes that the page gives them, each drawn by its kind and the class of the slide. */
import { type BlockLayout, titleKind } from '../../deck/layout-slide.ts'
import type { Block, Slide } from '../../deck/slide.ts'
import { contentWidthPx } from '../../deck/slide-room.ts'
import type { Canvas, Place } from '../canvas.ts'
import type { Box, Shape } from '../presentation.ts'
import { composeBody } from './compose-body.ts'
import { composePicture } from './compose-picture.ts'
import { composeTable } from './compose-table.ts'
import { composeTextBox } from './compose-text-box.ts'

/** Draws one block inside its box. */
export type Compose = (block: Block, place: Place) => readonly Shape[]

/** Lists that a class draws as something else than points. */
const LISTS: Readonly<Record<string, Compose>> = {
  groups: composeTextBox,
  compare: composeTextBox,
  facts: composeTextBox,
  timeline: composeTextBox,
  question: composeTextBox,
}

const KINDS: Readonly<Record<Block['kind'], Compose>> = {
  list: composeTextBox,
  paragraph: composeTextBox,
  subheading: composeTextBox,
  quote: composeTextBox,
  table: composeTable,
  picture: composePicture,
  code: composeTextBox,
  formula: composeTextBox,
  opaque: composeTextBox,
}

const TEXT_KINDS: ReadonlySet<Block['kind']> = new Set([
  'list',
  'paragraph',
  'subheading',
  'opaque',
])

export function composeBlocks(
  slide: Slide,
  layouts: readonly BlockLayout[],
  canvas: Canvas,
): readonly Shape[] {
  if (slide.blocks.length === 0) return []
  const isDrawn = slide.classes.some((name) => Object.hasOwn(LISTS, name))
  if (!isDrawn && slide.blocks.every(({ kind }) => TEXT_KINDS.has(kind)))
    return composeBody(slide, canvas)
  const boxes = placeBlocks(slide, layouts, canvas)
  const filler = fillerOf(slide)
  return slide.blocks.flatMap((block, index) => {
    const layout = layouts[index] ?? { heightPx: 0 }
    const box = boxes[index]
    if (box === undefined) return []
    const role = index === filler ? ({ role: 'body' } as const) : {}
    return composerOf(block, slide)(block, { canvas, slide, index, layout, box, ...role })
  })
}

/** What fills the placeholder of the layout: first the one thing that the slide is about. */
const FILLERS: readonly Block['kind'][] = ['table', 'picture', 'list', 'quote', 'paragraph']

function fillerOf({ blocks, classes }: Slide): number {
  const isDrawn = classes.some((name) => Object.hasOwn(LISTS, name))
  const kinds = FILLERS.filter((kind) => kind !== 'list' || !isDrawn)
  const kind = kinds.find((candidate) => blocks.some((block) => block.kind === candidate))
  return blocks.findIndex((block) => block.kind === kind)
}

function composerOf(block: Block, { classes }: Slide): Compose {
  const name = block.kind === 'list' ? classes.find((one) => Object.hasOwn(LISTS, one)) : undefined
  return (name === undefined ? undefined : LISTS[name]) ?? KINDS[block.kind]
}

/** One below the other under the title, as the style sheet of the slides has it. */
function placeBlocks(
  slide: Slide,
  layouts: readonly BlockLayout[],
  { ruler }: Canvas,
): readonly Box[] {
  const { tokens } = ruler
  const width = contentWidthPx(ruler)
  const heading =
    slide.heading === undefined
      ? 0
      : ruler.heightOf(slide.heading.text, titleKind(slide.classes), width) + tokens.titleGapPx
  let y = tokens.marginTopPx + heading + dropOf(layouts[0])
  return slide.blocks.map((_, index) => {
    const height = layouts[index]?.heightPx ?? 0
    const box = { x: tokens.marginXPx, y, width, height }
    y += height + tokens.blockGapPx
    return box
  })
}

/** Few words stand a little above the middle; see deck/layout-slide.ts. */
function dropOf(layout: BlockLayout | undefined): number {
  return Number.parseFloat(layout?.variables?.['--drop'] ?? '0')
}
