/** Lines inside a box, as steps of one path: drawn, not tiled, so that a PDF keeps them as lines. */
import { round } from './chart-style.ts'
import type { GreyPattern, PathStep } from './drawing.ts'

export type HatchBox = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

type Line = readonly [x1: number, y1: number, x2: number, y2: number]

const LINES: Readonly<Record<GreyPattern, (box: HatchBox, step: number) => readonly Line[]>> = {
  hatch: risingLines,
  'back-hatch': fallingLines,
  'cross-hatch': (box, step) => [...risingLines(box, step), ...fallingLines(box, step)],
  rules: levelLines,
  open: () => [],
}

/** @param step between two lines, across the page */
export function hatchSteps(box: HatchBox, pattern: GreyPattern, step: number): readonly PathStep[] {
  return LINES[pattern](box, step).flatMap(([x1, y1, x2, y2]): readonly PathStep[] => [
    { to: 'move', x: round(x1), y: round(y1) },
    { to: 'line', x: round(x2), y: round(y2) },
  ])
}

/** x + y is the same all along one. */
function risingLines({ left, top, right, bottom }: HatchBox, step: number): readonly Line[] {
  const lines: Line[] = []
  for (let sum = left + top + step; sum < right + bottom; sum += step) {
    const from = Math.max(left, sum - bottom)
    const to = Math.min(right, sum - top)
    lines.push([from, sum - from, to, sum - to])
  }
  return lines
}

function fallingLines(box: HatchBox, step: number): readonly Line[] {
  const middle = box.left + box.right
  return risingLines(box, step).map(([x1, y1, x2, y2]) => [middle - x1, y1, middle - x2, y2])
}

function levelLines({ left, top, right, bottom }: HatchBox, step: number): readonly Line[] {
  const lines: Line[] = []
  for (let y = top + step / 1.5; y < bottom - 0.5; y += step / 1.5) lines.push([left, y, right, y])
  return lines
}
