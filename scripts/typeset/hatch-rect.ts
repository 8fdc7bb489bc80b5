/** A rectangle as its outline and slanted lines: told apart from a full one without any colour. */
import type { LineMark, Mark, RectMark } from './mark.ts'
import { outlineRect } from './outline-rect.ts'

const STEP = 3.4
const LINE_WIDTH = 0.7
/** Narrower than this, a rectangle has no room for lines. */
const LEAST_SIDE = 2

export function hatchRect(rect: RectMark): readonly Mark[] {
  const { x, y, width, height } = rect
  if (Math.min(width, height) < LEAST_SIDE) return [rect]
  const inset = LINE_WIDTH / 2
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset]
  const look = { kind: 'line', widthPt: LINE_WIDTH, stroke: rect.fill, tag: rect.tag } as const
  const slanted: LineMark[] = []
  // Rising lines: x + y is the same all along one.
  for (let sum = left + top + STEP; sum < right + bottom; sum += STEP) {
    const from = Math.max(left, sum - bottom)
    const to = Math.min(right, sum - top)
    slanted.push({ ...look, x1: from, y1: sum - from, x2: to, y2: sum - to })
  }
  return [...outlineRect(rect, look), ...slanted]
}
