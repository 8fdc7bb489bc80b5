/** A rectangle as its outline and lines inside: told apart from a full one without any colour. */
import type { LineMark, Mark, RectMark } from './mark.ts'
import { outlineRect } from './outline-rect.ts'

export type Pattern = Exclude<RectMark['greyPattern'], undefined>

const STEP = 3.4
const LINE_WIDTH = 0.7
/** Narrower than this, a rectangle has no room for lines. */
const LEAST_SIDE = 2

type Look = Pick<LineMark, 'kind' | 'widthPt' | 'stroke' | 'tag'>

type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const LINES: Readonly<Record<Pattern, (box: Box, look: Look) => readonly LineMark[]>> = {
  hatch: risingLines,
  'back-hatch': fallingLines,
  'cross-hatch': (box, look) => [...risingLines(box, look), ...fallingLines(box, look)],
  rules: levelLines,
  open: () => [],
}

export function patternRect(rect: RectMark, pattern: Pattern): readonly Mark[] {
  const { x, y, width, height } = rect
  if (Math.min(width, height) < LEAST_SIDE) return [rect]
  const inset = LINE_WIDTH / 2
  const box = {
    left: x + inset,
    top: y + inset,
    right: x + width - inset,
    bottom: y + height - inset,
  }
  const look = { kind: 'line', widthPt: LINE_WIDTH, stroke: rect.fill, tag: rect.tag } as const
  return [...outlineRect(rect, look), ...LINES[pattern](box, look)]
}

/** x + y is the same all along one. */
function risingLines({ left, top, right, bottom }: Box, look: Look): readonly LineMark[] {
  const lines: LineMark[] = []
  for (let sum = left + top + STEP; sum < right + bottom; sum += STEP) {
    const from = Math.max(left, sum - bottom)
    const to = Math.min(right, sum - top)
    lines.push({ ...look, x1: from, y1: sum - from, x2: to, y2: sum - to })
  }
  return lines
}

function fallingLines(box: Box, look: Look): readonly LineMark[] {
  const middle = box.left + box.right
  return risingLines(box, look).map((line) => ({
    ...line,
    x1: middle - line.x1,
    x2: middle - line.x2,
  }))
}

function levelLines({ left, top, right, bottom }: Box, look: Look): readonly LineMark[] {
  const lines: LineMark[] = []
  for (let y = top + STEP / 1.5; y < bottom - 0.5; y += STEP / 1.5)
    lines.push({ ...look, x1: left, y1: y, x2: right, y2: y })
  return lines
}
