/** Actors of a sequence over time: their heads, their dashed lines, the bars where they work. */
import { drawLabel } from './label.ts'
import { STROKE } from './node-box.ts'
import { polyline, rectangle } from './outline.ts'
import type { PlanShape } from './plan.ts'
import type { Column } from './sequence-columns.ts'

export const HEAD_PADDING = 0.5
const BAR_WIDTH = 0.5
/** A bar on a bar stands to the right of it. */
const BAR_STEP = 0.25

export function drawHead(
  { x, label, width }: Column,
  top: number,
  height: number,
): readonly PlanShape[] {
  const box = {
    x: x - width / 2,
    y: top + 0.05,
    width,
    height: height + 2 * HEAD_PADDING - 0.05,
  }
  return [
    { kind: 'path', steps: rectangle(box), fill: 'strong', stroke: 'primary', strokeWidth: STROKE },
    ...drawLabel(label, {
      x,
      top: top + HEAD_PADDING + (height - label.height) / 2,
      color: 'onStrong',
    }),
  ]
}

export function lifeLine(x: number, top: number, bottom: number): PlanShape {
  return {
    kind: 'path',
    steps: polyline([
      { x, y: top },
      { x, y: bottom },
    ]),
    stroke: 'muted',
    strokeWidth: 0.05,
    dash: [0.25, 0.2],
  }
}

export type WorkBar = {
  readonly x: number
  readonly top: number
  readonly bottom: number
  /** How many bars stand below it. */
  readonly depth: number
}

export function workBar({ x, top, bottom, depth }: WorkBar): PlanShape {
  const box = {
    x: x - BAR_WIDTH / 2 + depth * BAR_STEP,
    y: top,
    width: BAR_WIDTH,
    height: Math.max(0.5, bottom - top),
  }
  return { kind: 'path', steps: rectangle(box), fill: 'tint', stroke: 'primary', strokeWidth: 0.06 }
}

/** Where a message meets an actor with so many bars, from the left or from the right. */
export function edgeOf(x: number, bars: number, side: 'left' | 'right'): number {
  if (bars === 0) return x
  return side === 'left' ? x - BAR_WIDTH / 2 : x + BAR_WIDTH / 2 + (bars - 1) * BAR_STEP
}
