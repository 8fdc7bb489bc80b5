/** The blocks of a Marp slide one below the other, at the largest scale at which all of them fit. */
import type { FlowBlock } from '../../marp/flow.ts'
import type { Shape } from '../presentation.ts'
import { layFormula } from './lay-formula.ts'
import { layPictures } from './lay-pictures.ts'
import { layTable } from './lay-table.ts'
import { layCode, layText } from './lay-text.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'

/** Steps of size; the last is 9 pt. */
export const SCALES = [1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.55, 0.5, 0.45, 0.4, 0.36] as const
const LEAST_SCALE = 0.36
const COLUMN_GAP_PX = 44

export type BlockRoom = {
  readonly widthPx: number
  readonly heightPx: number
  readonly scale: number
}

function layBlock(block: FlowBlock, canvas: MarpCanvas, room: BlockRoom): Laid {
  switch (block.kind) {
    case 'text':
      return layText(block.paragraphs, canvas, room)
    case 'table':
      return layTable(block, canvas, room)
    case 'code':
      return layCode(block, canvas, room)
    case 'formula':
      return layFormula(block, canvas, room)
    case 'pictures':
      return layPictures(block.pictures, canvas, room)
    case 'columns':
      return layColumns(block.columns, canvas, room)
  }
}

/** All of equal width. */
function layColumns(
  columns: readonly (readonly FlowBlock[])[],
  canvas: MarpCanvas,
  room: BlockRoom,
): Laid {
  const gap = COLUMN_GAP_PX * Math.min(1, 3 / columns.length)
  const widthPx = (room.widthPx - gap * (columns.length - 1)) / columns.length
  const laid = columns.map((blocks) => stack(blocks, canvas, { ...room, widthPx }))
  return {
    heightPx: Math.max(0, ...laid.map(({ heightPx }) => heightPx)),
    draw: ({ x, y }) =>
      laid.flatMap((column, index) =>
        column.draw({ x: x + index * (widthPx + gap), y, width: widthPx }),
      ),
  }
}

/** @param gaps between blocks are scaled with them */
export function stack(blocks: readonly FlowBlock[], canvas: MarpCanvas, room: BlockRoom): Laid {
  const laid = blocks.map((block) => layBlock(block, canvas, room))
  const gap = canvas.tokens.blockGapPx * room.scale
  const heightPx = laid.reduce((sum, one) => sum + one.heightPx, gap * Math.max(0, laid.length - 1))
  return {
    heightPx,
    draw({ x, y, width }): readonly Shape[] {
      let top = y
      return laid.flatMap((one) => {
        const shapes = one.draw({ x, y: top, width })
        top += one.heightPx + gap
        return shapes
      })
    },
  }
}

export type Fit = {
  readonly laid: Laid
  readonly scale: number
  /** How much does not fit at the smallest step; 0: nothing. */
  readonly overflowPx: number
}

/** @param lay what the slide is made of at a scale */
export function fitScale(lay: (scale: number) => Laid, heightPx: number): Fit {
  const at = (scale: number): Fit => {
    const laid = lay(scale)
    return { laid, scale, overflowPx: Math.max(0, laid.heightPx - heightPx) }
  }
  const [largest, ...steps] = SCALES
  const first = at(largest)
  if (first.overflowPx === 0) return first
  // What fits at no step is measured twice and not twelve times: it may be a whole book.
  const last = at(LEAST_SCALE)
  if (last.overflowPx > 0) return last
  for (const scale of steps) {
    const fit = at(scale)
    if (fit.overflowPx === 0) return fit
  }
  return last
}
