/** Where the figures of a line are written: beside their points, over no line, no mark and no other figure. */

import type { Area } from './line-scale.ts'
import type { Point } from './path-shapes.ts'

export type Box = Area

export type Wish = {
  readonly point: Point
  readonly width: number
  readonly height: number
  /** Where it stands by rights: over a peak, under a valley. */
  readonly isAbove: boolean
  /** May stand farther off with a thin line to its point. */
  readonly isNeeded: boolean
}

export type PlacedValue = { readonly box: Box; readonly isFar: boolean }

export type Obstacles = {
  /** Every line drawn, point by point. */
  readonly lines: readonly (readonly Point[])[]
  readonly boxes: readonly Box[]
  readonly area: Area
  readonly em: number
}

const NEAR = 0.32
const CLEARANCE = 0.1
const STEP = 0.45
const MOST_STEPS = 11
const SIDES = [0, 0.5, -0.5, 0.85, -0.85, 1.3, -1.3]

/** Undefined when there is no free place. */
export function placeValue(wish: Wish, obstacles: Obstacles): PlacedValue | undefined {
  const steps = wish.isNeeded ? MOST_STEPS : 1
  for (let step = 0; step < steps; step++)
    for (const box of boxesAt(wish, step, obstacles.em))
      if (isFree(box, obstacles)) return { box, isFar: step > 1 }
  return undefined
}

function boxesAt(wish: Wish, step: number, em: number): readonly Box[] {
  const { point, width, height, isAbove } = wish
  const distance = (NEAR + step * STEP) * em
  const sides = step === 0 ? SIDES.slice(0, 3) : SIDES
  return sides.flatMap((side) => {
    const left = point[0] - width / 2 + side * width
    const above = {
      left,
      right: left + width,
      top: point[1] - distance - height,
      bottom: point[1] - distance,
    }
    const below = {
      left,
      right: left + width,
      top: point[1] + distance,
      bottom: point[1] + distance + height,
    }
    return isAbove ? [above, below] : [below, above]
  })
}

export function isFree(box: Box, { lines, boxes, area, em }: Obstacles): boolean {
  const margin = CLEARANCE * em
  const grown = {
    left: box.left - margin,
    right: box.right + margin,
    top: box.top - margin,
    bottom: box.bottom + margin,
  }
  if (box.left < area.left || box.right > area.right) return false
  if (box.top < area.top || box.bottom > area.bottom) return false
  if (boxes.some((other) => areTouching(grown, other))) return false
  return !lines.some((line) =>
    line.some((point, index) => isCrossing(line[index - 1] ?? point, point, grown)),
  )
}

function areTouching(first: Box, second: Box): boolean {
  return (
    first.left < second.right &&
    second.left < first.right &&
    first.top < second.bottom &&
    second.top < first.bottom
  )
}

/** A stretch of a line against a box (Liang and Barsky 1984, ACM TOG 3:1). */
export function isCrossing([x1, y1]: Point, [x2, y2]: Point, box: Box): boolean {
  let [enter, leave] = [0, 1]
  const edges = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ] as const
  for (const [direction, distance] of edges) {
    if (direction === 0) {
      if (distance < 0) return false
      continue
    }
    const at = distance / direction
    if (direction < 0) enter = Math.max(enter, at)
    else leave = Math.min(leave, at)
  }
  return enter <= leave
}
