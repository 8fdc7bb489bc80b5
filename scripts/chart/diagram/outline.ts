/** Outlines and lines as steps of a path. */
import type { PathStep } from '../drawing.ts'

export type Point = { readonly x: number; readonly y: number }

export type Box = Point & { readonly width: number; readonly height: number }

export function polygon(...points: readonly Point[]): readonly PathStep[] {
  return [...polyline(points), { to: 'close' }]
}

export function polyline(points: readonly Point[]): readonly PathStep[] {
  return points.map(({ x, y }, index) => ({ to: index === 0 ? 'move' : 'line', x, y }))
}

export function rectangle({ x, y, width, height }: Box): readonly PathStep[] {
  return polygon(
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  )
}

/** Distance of a Bézier control point for a quarter of a circle of radius 1. */
const QUARTER = 0.5523

export function roundedRectangle(box: Box, radius: number): readonly PathStep[] {
  const { x, y, width, height } = box
  const [right, bottom] = [x + width, y + height]
  const r = Math.min(radius, width / 2, height / 2)
  const k = r * (1 - QUARTER)
  return [
    { to: 'move', x: x + r, y },
    { to: 'line', x: right - r, y },
    { to: 'curve', x1: right - k, y1: y, x2: right, y2: y + k, x: right, y: y + r },
    { to: 'line', x: right, y: bottom - r },
    { to: 'curve', x1: right, y1: bottom - k, x2: right - k, y2: bottom, x: right - r, y: bottom },
    { to: 'line', x: x + r, y: bottom },
    { to: 'curve', x1: x + k, y1: bottom, x2: x, y2: bottom - k, x, y: bottom - r },
    { to: 'line', x, y: y + r },
    { to: 'curve', x1: x, y1: y + k, x2: x + k, y2: y, x: x + r, y },
    { to: 'close' },
  ]
}

export function circle({ x, y }: Point, radius: number): readonly PathStep[] {
  const side = 2 * radius
  return roundedRectangle({ x: x - radius, y: y - radius, width: side, height: side }, radius)
}

/** A drum: its lid is an ellipse of this height. */
export function drum({ x, y, width, height }: Box, lid: number): readonly PathStep[] {
  const right = x + width
  const [top, bottom] = [y + lid / 2, y + height - lid / 2]
  const k = (lid / 2) * (4 / 3)
  return [
    { to: 'move', x, y: top },
    { to: 'curve', x1: x, y1: top - k, x2: right, y2: top - k, x: right, y: top },
    { to: 'line', x: right, y: bottom },
    { to: 'curve', x1: right, y1: bottom + k, x2: x, y2: bottom + k, x, y: bottom },
    { to: 'close' },
    { to: 'move', x, y: top },
    { to: 'curve', x1: x, y1: top + k, x2: right, y2: top + k, x: right, y: top },
  ]
}

/**
 * Where a line that ends at the frame of a box meets the outline inside it.
 *
 * @param before the point of the line before its end
 */
export function reach(
  outline: 'diamond' | 'circle',
  box: Box,
  ends: readonly [Point, Point],
): Point {
  const [before, end] = ends
  const [radiusX, radiusY] = [box.width / 2, box.height / 2]
  const offset = (along: number): number =>
    outline === 'diamond' ? 1 - Math.abs(along) : Math.sqrt(Math.max(0, 1 - along * along))
  const [middleX, middleY] = [box.x + radiusX, box.y + radiusY]
  if (Math.abs(end.x - before.x) > Math.abs(end.y - before.y)) {
    const side = end.x < middleX ? -1 : 1
    return { x: middleX + side * radiusX * offset((end.y - middleY) / radiusY), y: end.y }
  }
  const side = end.y < middleY ? -1 : 1
  return { x: end.x, y: middleY + side * radiusY * offset((end.x - middleX) / radiusX) }
}
