/** Lines and areas of a chart as paths; coordinates rounded to two decimals. */
import { round } from './chart-style.ts'
import type { PathShape, PathStep } from './drawing.ts'

export type Point = readonly [x: number, y: number]

export type LineLook = Required<Pick<PathShape, 'stroke' | 'strokeWidth'>> &
  Pick<PathShape, 'greyDash'>

export function linePath(points: readonly Point[], look: LineLook): PathShape {
  return {
    kind: 'path',
    steps: stepsThrough(points),
    ...look,
    strokeWidth: round(look.strokeWidth),
  }
}

export function areaPath(points: readonly Point[], fill: string): PathShape {
  return { kind: 'path', steps: [...stepsThrough(points), { to: 'close' }], fill, strokeWidth: 0 }
}

/** Control points of a quarter circle, in radii: off the circle by 0.03 % at most. */
const QUARTER = 0.5523

export function circlePath([x, y]: Point, radius: number, fill: string): PathShape {
  const corners: readonly Point[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ]
  const curves = corners.map(([fromX, fromY], index): PathStep => {
    const [toX, toY] = corners[(index + 1) % corners.length] ?? [1, 0]
    const at = (dx: number, dy: number) => ({
      x: round(x + dx * radius),
      y: round(y + dy * radius),
    })
    const first = at(fromX + QUARTER * toX, fromY + QUARTER * toY)
    const second = at(toX + QUARTER * fromX, toY + QUARTER * fromY)
    return { to: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...at(toX, toY) }
  })
  const start: PathStep = { to: 'move', x: round(x + radius), y: round(y) }
  return { kind: 'path', steps: [start, ...curves, { to: 'close' }], fill, strokeWidth: 0 }
}

function stepsThrough(points: readonly Point[]): readonly PathStep[] {
  return points.map(([x, y], index) => ({
    to: index === 0 ? 'move' : 'line',
    x: round(x),
    y: round(y),
  }))
}
