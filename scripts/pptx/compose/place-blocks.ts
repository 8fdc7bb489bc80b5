/** Where the blocks of a slide stand: one below the other under the title, as the style sheet of the slides has them. */
import { isBeside } from '../../deck/layout-beside.ts'
import { type BlockLayout, hasSideColumn, QR_GAP_PX } from '../../deck/layout-slide.ts'
import type { Block, Slide } from '../../deck/slide.ts'
import { contentHeightPx, contentWidthPx } from '../../deck/slide-room.ts'
import type { Canvas } from '../canvas.ts'
import type { Box } from '../presentation.ts'
import { pictureBox } from './picture-box.ts'
import { titleHeightPx } from './title-height.ts'

export function placeBlocks(
  slide: Slide,
  layouts: readonly BlockLayout[],
  canvas: Canvas,
): readonly Box[] {
  const { tokens } = canvas.ruler
  const width = contentWidthPx(canvas.ruler)
  const top = tokens.marginTopPx + headingHeight(slide, canvas)
  const page = { x: tokens.marginXPx, y: top, width, height: bottomOf(canvas) - top }
  const context = { slide, layouts, canvas }
  if (isBeside(slide)) return placeBeside(page, context)
  const hasFoot = slide.blocks.some((_, index) => isFootNote(slide, index))
  if (hasSideColumn(slide) && (hasFoot || slide.blocks.some(isPicture)))
    return placeBesideQr(page, context)
  const drop = Number.parseFloat(layouts[0]?.variables?.['--drop'] ?? '0')
  const all = slide.blocks.map((_, index) => index)
  const boxes = stackBlocks(all, { ...page, y: top + drop }, context)
  return centre(boxes, page, slide)
}

type Context = {
  readonly slide: Slide
  readonly layouts: readonly BlockLayout[]
  readonly canvas: Canvas
}

export function headingHeight(slide: Slide, { ruler }: Canvas): number {
  if (slide.heading === undefined) return 0
  return titleHeightPx(slide, ruler, contentWidthPx(ruler)) + ruler.tokens.titleGapPx
}

function bottomOf({ ruler }: Canvas): number {
  return ruler.tokens.marginTopPx + contentHeightPx(ruler)
}

function isPicture({ kind }: Block): boolean {
  return kind === 'picture'
}

/** @param indices of the blocks that flow in this column */
function stackBlocks(
  indices: readonly number[],
  column: Box,
  { slide, layouts, canvas }: Context,
): readonly Box[] {
  let { y } = column
  return indices.map((index) => {
    const block = slide.blocks[index]
    const room = { ...column, y, height: layouts[index]?.heightPx ?? 0 }
    const box = block?.kind === 'picture' ? pictureBox(block.path, room, canvas) : room
    y += box.height + canvas.ruler.tokens.blockGapPx
    return box
  })
}

/** Points left, the picture with its caption right. */
function placeBeside(page: Box, context: Context): readonly Box[] {
  const { slide, canvas } = context
  const { columnGapPx } = canvas.ruler.tokens
  const width = Math.floor((page.width - columnGapPx) / 2)
  const isLeft = (index: number): boolean => slide.blocks[index]?.kind === 'list'
  const all = slide.blocks.map((_, index) => index)
  return inOrder(all, isLeft, [
    (indices) => stackBlocks(indices, { ...page, width }, context),
    (indices) => stackBlocks(indices, { ...page, x: page.x + width + columnGapPx, width }, context),
  ])
}

/** Small print, the code for telephones in the lower right corner, and who teaches this at the foot. */
function placeBesideQr(page: Box, context: Context): readonly Box[] {
  const { slide, canvas, layouts } = context
  const { qrPx, widthPx, heightPx, marginXPx, marginBottomPx } = canvas.ruler.tokens
  const all = slide.blocks.map((_, index) => index)
  const code = {
    x: widthPx - marginXPx - qrPx,
    y: heightPx - marginBottomPx - qrPx,
    width: qrPx,
    height: qrPx,
  }
  const sidePx = slide.blocks.some(isPicture) ? qrPx + QR_GAP_PX : 0
  const column = { ...page, width: page.width - sidePx }
  return inOrder(all, (index) => slide.blocks[index]?.kind === 'picture', [
    (indices) => indices.map(() => code),
    (indices) => stackBlocks(indices, column, context),
  ]).map((box, index) =>
    isFootNote(slide, index)
      ? { ...box, y: heightPx - marginBottomPx - (layouts[index]?.heightPx ?? 0) }
      : box,
  )
}

/** See `section.sources > p` in theme.css. */
export function isFootNote({ classes, blocks }: Slide, index: number): boolean {
  return classes.includes('sources') && blocks[index]?.kind === 'paragraph'
}

type Stack = (indices: readonly number[]) => readonly Box[]

/** The boxes of two columns in the order of the blocks. */
function inOrder(
  all: readonly number[],
  isFirst: (index: number) => boolean,
  [first, second]: readonly [Stack, Stack],
): readonly Box[] {
  const boxes = new Map<number, Box>()
  const fill = (indices: readonly number[], stack: Stack): void => {
    for (const [at, box] of stack(indices).entries()) boxes.set(indices[at] ?? 0, box)
  }
  fill(all.filter(isFirst), first)
  fill(
    all.filter((index) => !isFirst(index)),
    second,
  )
  return all.flatMap((index) => boxes.get(index) ?? [])
}

/** What stands in the middle of the room that the other blocks leave, with all that follows it. */
const CENTRED: Readonly<Record<string, Block['kind']>> = { diagram: 'picture', formula: 'formula' }

function centre(boxes: readonly Box[], page: Box, { classes, blocks }: Slide): readonly Box[] {
  const name = classes.find((candidate) => Object.hasOwn(CENTRED, candidate))
  const from = blocks.findIndex(({ kind }) => name !== undefined && kind === CENTRED[name])
  const last = boxes.at(-1)
  if (from < 0 || last === undefined) return boxes
  const left = Math.max(0, page.y + page.height - last.y - last.height)
  return boxes.map((box, index) => (index < from ? box : { ...box, y: box.y + left / 2 }))
}
