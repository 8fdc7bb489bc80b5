/** Title and blocks of a slide: the first text in the placeholder of the layout, everything else in boxes below. */
import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import type { Box, Shape } from '../presentation.ts'
import { strong } from './draw-cover.ts'
import { placeholderParagraphs, runsOf } from './flow-paragraphs.ts'
import type { Backdrop } from './lay-backgrounds.ts'
import { fitScale, SCALES, stack } from './lay-blocks.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'
import type { MarpLook } from './marp-look.ts'
import { countLines, widthOf } from './measure-flow.ts'

export type Drawn = {
  readonly shapes: readonly Shape[]
  /** What does not fit at the smallest size; 0: all fits. */
  readonly overflowPx: number
}

const MOST_TITLE_LINES = 3
const LEAST_BOX_PX = 24

/** Blocks at the scale at which they fit; of a centred slide all in the middle of its height. */
export function drawContent(look: MarpLook, canvas: MarpCanvas, backdrop: Backdrop): Drawn {
  const { tokens } = canvas
  const { marginXPx, marginTopPx, marginBottomPx, heightPx, widthPx, titleGapPx } = tokens
  const whole = { x: marginXPx, width: widthPx - 2 * marginXPx }
  const { x, width } = backdrop.room ?? whole
  const blocks = [...textBlock(look.before), ...look.blocks]
  const isLarge = look.title?.isFit === true && blocks.length === 0
  const title = measureTitle(look.title, canvas, { width, isLarge })
  const gap = title === undefined || blocks.length === 0 ? 0 : titleGapPx
  const top = marginTopPx + (title?.heightPx ?? 0) + gap
  const room = heightPx - marginBottomPx - top
  const lay = (scale: number): Laid =>
    stack(blocks, canvas, { widthPx: width, heightPx: room, scale })
  const { laid, scale, overflowPx } = fitScale(lay, room)
  const isMiddle = look.isCentered || look.title === undefined
  const drop = isMiddle ? Math.max(0, (room - laid.heightPx) / 2) : 0
  const isMoved = drop > 0 || backdrop.room !== undefined || title?.isPlain !== true
  const drawn = laid.draw({ x, y: top + drop, width })
  const inner = overflowPx === 0 ? drawn : drawn.map((shape) => insideSlide(shape, heightPx))
  const below = { blocks, canvas, scale, isMoved, height: room - drop }
  const titleY = marginTopPx + (look.isCentered ? drop : 0)
  return {
    shapes: [
      ...(title === undefined ? [] : [title.draw({ x, y: titleY, width, isMoved })]),
      ...(look.layout === 'Blank' ? inner : withBody(inner, below)),
    ],
    overflowPx,
  }
}

/** What does not fit runs over the edge of its box: boxes beyond the slide nobody finds. */
function insideSlide(shape: Shape, heightPx: number): Shape {
  if (shape.box === undefined) return shape
  const y = Math.min(shape.box.y, heightPx - LEAST_BOX_PX)
  return { ...shape, box: { ...shape.box, y, height: Math.min(shape.box.height, heightPx - y) } }
}

function textBlock(paragraphs: readonly FlowParagraph[]): readonly FlowBlock[] {
  return paragraphs.length === 0 ? [] : [{ kind: 'text', paragraphs, line: 0 }]
}

type TitlePlace = Pick<Box, 'x' | 'y' | 'width'> & { readonly isMoved: boolean }

type MeasuredTitle = {
  readonly heightPx: number
  /** One line at full size, as the layout has room for. */
  readonly isPlain: boolean
  draw(place: TitlePlace): Shape
}

function measureTitle(
  title: FlowParagraph | undefined,
  canvas: MarpCanvas,
  { width, isLarge }: { readonly width: number; readonly isLarge: boolean },
): MeasuredTitle | undefined {
  if (title === undefined) return undefined
  const own = canvas.tokens.sizes.title
  const grown = isLarge ? fitGrowth(title, own.sizePx, width) : 1
  const [sizePx, linePx] = [own.sizePx * grown, own.linePx * grown]
  const linesAt = (scale: number): number => countLines(strong(title.runs), sizePx * scale, width)
  const scale = SCALES.find((step) => linesAt(step) <= MOST_TITLE_LINES) ?? 0.36
  const heightPx = linesAt(scale) * linePx * scale
  const paragraph = {
    runs: runsOf({ ...title, role: 'text' }, canvas, sizePx).map((run) =>
      run === 'break' || grown === 1 ? run : { ...run, sizePx },
    ),
    level: 0,
    bullet: 'master' as const,
    ...(canvas.isCentered && { align: 'center' as const }),
    ...(canvas.color !== undefined && { color: canvas.color }),
  }
  return {
    heightPx,
    isPlain: linesAt(scale) === 1 && scale === 1 && grown === 1,
    draw: ({ x, y, width: own, isMoved }) => ({
      kind: 'placeholder',
      role: 'title',
      ...(isMoved && { box: { x, y, width: own, height: heightPx } }),
      text: { paragraphs: [paragraph], ...(scale < 1 && { fontScale: scale * 100 }) },
    }),
  }
}

/** A heading marked `fit` that stands alone fills the slide, as far as letters should. */
const MOST_GROWTH = 2.6

function fitGrowth({ runs }: FlowParagraph, sizePx: number, width: number): number {
  return Math.max(1, Math.min(MOST_GROWTH, (width * 0.96) / widthOf(strong(runs), sizePx)))
}

type Below = {
  readonly blocks: readonly FlowBlock[]
  readonly canvas: MarpCanvas
  readonly scale: number
  readonly isMoved: boolean
  /** From the first block to the end of the room. */
  readonly height: number
}

/** The first text of the slide fills the placeholder of the layout, so that the master styles it. */
function withBody(
  shapes: readonly Shape[],
  { blocks, canvas, scale, isMoved, height }: Below,
): readonly Shape[] {
  const [first] = blocks
  const [shape, ...others] = shapes
  if (first?.kind !== 'text' || shape?.kind !== 'text') return shapes
  const isAlone = others.length === 0
  const box = isAlone ? { ...shape.box, height: Math.max(shape.box.height, height) } : shape.box
  const body: Shape = {
    kind: 'placeholder',
    role: 'body',
    ...((isMoved || !isAlone) && { box }),
    text: {
      paragraphs: placeholderParagraphs(first.paragraphs, canvas),
      ...(scale < 1 && { fontScale: scale * 100 }),
    },
  }
  return [body, ...others]
}
