/** Paths as straight edges. */
import type { OutlineStep } from '../../font/glyph-outline.ts'

/** From one point to the next, four numbers each. */
export type Edges = readonly number[]

/** Of an affine change of place: a scale for each direction, then a shift. */
export type Placing = {
  readonly scaleX: number
  readonly scaleY: number
  readonly x: number
  readonly y: number
}

/** Curves are cut so that no edge is further from the curve than a pixel's fiftieth; open parts are closed. */
export function edgesOf(steps: readonly OutlineStep[], placing: Placing): Edges {
  const edges: number[] = []
  let [startX, startY, penX, penY] = [0, 0, 0, 0]
  const toX = (value: number): number => placing.x + value * placing.scaleX
  const toY = (value: number): number => placing.y + value * placing.scaleY
  const lineTo = (x: number, y: number): void => {
    edges.push(penX, penY, x, y)
    penX = x
    penY = y
  }
  for (const step of steps) {
    if (step.to === 'line') lineTo(toX(step.x), toY(step.y))
    else if (step.to === 'curve') {
      const control = [toX(step.x1), toY(step.y1), toX(step.x2), toY(step.y2)] as const
      cutCurve([penX, penY, ...control, toX(step.x), toY(step.y)], lineTo)
    } else {
      if (penX !== startX || penY !== startY) lineTo(startX, startY)
      if (step.to === 'move') {
        penX = startX = toX(step.x)
        penY = startY = toY(step.y)
      }
    }
  }
  if (penX !== startX || penY !== startY) lineTo(startX, startY)
  return edges
}

type Curve = readonly [number, number, number, number, number, number, number, number]

const TOLERANCE_PX = 0.02
const MOST_PIECES = 64

/**
 * Equal steps h of the parameter. A curve leaves its chords by at most h²/8 of its second derivative (the error of linear
 * interpolation), which of a cubic is at most six times the largest second difference of its points.
 */
function cutCurve(curve: Curve, lineTo: (x: number, y: number) => void): void {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = curve
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
  )
  const pieces = Math.ceil(Math.sqrt((6 * bend) / (8 * TOLERANCE_PX)))
  const count = Math.min(MOST_PIECES, Math.max(1, pieces))
  for (let index = 1; index < count; index++) {
    const t = index / count
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
    lineTo(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
  }
  lineTo(x3, y3)
}
