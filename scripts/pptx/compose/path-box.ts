/** The box that a path fills. */
import type { PathStep } from '../../chart/drawing.ts'
import type { Box } from '../presentation.ts'

export function pathBox(steps: readonly PathStep[]): Box {
  const xs: number[] = []
  const ys: number[] = []
  let [penX, penY] = [0, 0]
  for (const step of steps) {
    if (step.to === 'close') continue
    if (step.to === 'curve') {
      xs.push(...turnsOf([penX, step.x1, step.x2, step.x]))
      ys.push(...turnsOf([penY, step.y1, step.y2, step.y]))
    }
    xs.push(step.x)
    ys.push(step.y)
    ;[penX, penY] = [step.x, step.y]
  }
  if (xs.length === 0) return { x: 0, y: 0, width: 0, height: 0 }
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

/** Where a cubic Bézier curve turns back in one direction: its derivative is a quadratic. */
function turnsOf([p0, p1, p2, p3]: readonly [number, number, number, number]): readonly number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0
  const b = 2 * (p2 - 2 * p1 + p0)
  const c = p1 - p0
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  // A curve of less than the third degree: the quadratic is a line.
  const times = Math.abs(a) < 1e-9 ? [-c / b] : [(-b + root) / (2 * a), (-b - root) / (2 * a)]
  return times
    .filter((t) => t > 0 && t < 1)
    .map((t) => {
      const u = 1 - t
      return u ** 3 * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t ** 3 * p3
    })
}
