/** A rectangle as the four lines inside its edge. */
import type { LineMark, RectMark } from './mark.ts'

export function outlineRect(
  { x, y, width, height }: RectMark,
  look: Pick<LineMark, 'widthPt' | 'stroke' | 'tag'>,
): readonly LineMark[] {
  const line = (x1: number, y1: number, x2: number, y2: number): LineMark => ({
    ...look,
    kind: 'line',
    x1,
    y1,
    x2,
    y2,
  })
  const inset = look.widthPt / 2
  const [right, bottom] = [x + width, y + height]
  return [
    line(x, y + inset, right, y + inset),
    line(x, bottom - inset, right, bottom - inset),
    line(x + inset, y, x + inset, bottom),
    line(right - inset, y, right - inset, bottom),
  ]
}
