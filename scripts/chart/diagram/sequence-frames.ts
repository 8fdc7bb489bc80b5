/** Where the next step of a sequence is drawn, and the frames around steps: `loop`, `alt`, `rect`. */
import { drawLabelOver, type Label } from './label.ts'
import { polyline, rectangle } from './outline.ts'
import type { PlanShape } from './plan.ts'
import type { Column } from './sequence-columns.ts'
import type { WorkBar } from './sequence-lives.ts'

export type StepRoom = {
  readonly columns: ReadonlyMap<string, Column>
  readonly top: number
  readonly right: number
  /** Of the words in the heads. */
  readonly headHeight: number
}

type OpenFrame = { readonly top: number; readonly word: string }

export type Pen = {
  y: number
  readonly shapes: PlanShape[]
  readonly frames: PlanShape[]
  readonly open: OpenFrame[]
  readonly bars: WorkBar[]
  readonly created: Map<string, number>
  readonly destroyed: Map<string, number>
  /** Where the bars of each actor began. */
  readonly working: Map<string, number[]>
  /** Of the last message. */
  lastY: number
  readonly coming: Set<string>
  readonly going: Set<string>
}

const FRAME_HEAD = 0.7
const FRAME_FOOT = 0.35

/** Behind words. */
export function groundOf({ open }: Pen): 'tint' | 'paper' {
  return open.some(({ word }) => word === 'rect') ? 'tint' : 'paper'
}

/** Frames stand one inside the other. */
function frameInset(depth: number): number {
  return 0.15 + depth * 0.35
}

export function writeInFrame(label: Label, pen: Pen): void {
  const x = frameInset(pen.open.length - 1) + 0.4
  pen.shapes.push(
    ...drawLabelOver(label, {
      x,
      top: pen.y + 0.25,
      color: 'accent',
      anchor: 'start',
      ground: groundOf(pen),
    }),
  )
  pen.y += label.height + (label.lines.length === 0 ? 0.35 : FRAME_HEAD)
}

export function frameLine(y: number, { right }: StepRoom, depth: number): PlanShape {
  const inset = frameInset(depth - 1)
  const ends = [
    { x: inset, y },
    { x: right - inset, y },
  ]
  const steps = polyline(ends)
  return { kind: 'path', steps, stroke: 'accent', strokeWidth: 0.05, dash: [0.3, 0.22] }
}

/** `rect` is a ground, the others are frames. */
export function closeFrame({ right }: StepRoom, pen: Pen): void {
  const opened = pen.open.pop()
  if (opened === undefined) return
  const { top, word } = opened
  const inset = frameInset(pen.open.length)
  const box = { x: inset, y: top, width: right - 2 * inset, height: pen.y - top + 0.05 }
  const steps = rectangle(box)
  pen.frames.push(
    word === 'rect'
      ? { kind: 'path', steps, fill: 'tint', strokeWidth: 0 }
      : { kind: 'path', steps, stroke: 'accent', strokeWidth: 0.06 },
  )
  pen.y += FRAME_FOOT + 0.2
}
