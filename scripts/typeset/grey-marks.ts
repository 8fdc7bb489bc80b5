/**
 * Marks for a machine that prints black only: greys as light as the colours were, hatching and frames where
 * a colour or a tint carried the meaning.
 */
import { colorText } from './change-marks.ts'
import { greyOf, legibleOn } from './grey.ts'
import { greyImage } from './grey-image.ts'
import { hatchRect } from './hatch-rect.ts'
import type { LineMark, Mark, RectMark } from './mark.ts'

const PAPER = '#ffffff'
const FRAME_WIDTH = 0.6
const FRAME_COLOR = '#6e6e6e'

/** @param tint colour of the grounds that boxes stand on: a copier makes dots of it, so they are framed */
export function greyMarks(marks: readonly Mark[], tint: string): readonly Mark[] {
  return marks.flatMap((mark) => greyMark(mark, tint))
}

function greyMark(mark: Mark, tint: string): readonly Mark[] {
  switch (mark.kind) {
    case 'text':
      return [colorText(mark, (color) => legibleOn(greyOf(color), PAPER))]
    case 'line':
      return [{ ...mark, stroke: greyOf(mark.stroke) }]
    case 'rect':
      return greyRect(mark, tint)
    case 'image':
      return [{ ...mark, bytes: greyImage(mark.bytes) }]
    case 'link':
      return [mark]
  }
}

function greyRect(mark: RectMark, tint: string): readonly Mark[] {
  if (mark.fill === tint) return frame(mark)
  if (mark.greyPattern === 'hatch') return hatchRect({ ...mark, fill: greyOf(mark.fill) })
  return [{ ...mark, fill: greyOf(mark.fill) }]
}

function frame({ x, y, width, height, tag }: RectMark): readonly Mark[] {
  const line = (x1: number, y1: number, x2: number, y2: number): LineMark => ({
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
    widthPt: FRAME_WIDTH,
    stroke: FRAME_COLOR,
    tag,
  })
  const inset = FRAME_WIDTH / 2
  const [right, bottom] = [x + width, y + height]
  return [
    line(x, y + inset, right, y + inset),
    line(x, bottom - inset, right, bottom - inset),
    line(x + inset, y, x + inset, bottom),
    line(right - inset, y, right - inset, bottom),
  ]
}
