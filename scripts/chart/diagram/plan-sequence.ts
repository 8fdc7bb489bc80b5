/** A sequence: actors side by side, what they say to each other from top to bottom. */
import type { Sequence, SequenceStep } from '../../topic/diagram/diagram.ts'
import { drawEdge } from './edge-line.ts'
import { drawLabel, drawLabelOver, type Label, setLabel } from './label.ts'
import { STROKE } from './node-box.ts'
import { polyline, rectangle } from './outline.ts'
import type { DiagramPlan, PlanShape } from './plan.ts'
import { type Column, columnsOf, noteSpan, SELF_WIDTH } from './sequence-columns.ts'

/** Of a line of what is said, in em. */
const MESSAGE_WIDTHS = [18, 13, 9.5, 7] as const

export type SetStep = { readonly step: SequenceStep; readonly label: Label }

export function planSequence(sequence: Sequence): readonly DiagramPlan[] {
  return MESSAGE_WIDTHS.map((width) => drawSequence(sequence, width))
}

const HEAD_PADDING = 0.5
const AFTER_HEAD = 0.5
const ABOVE_LINE = 0.16
const BELOW_LINE = 0.55
const NOTE_PADDING = 0.35
const FRAME_HEAD = 0.7
const FRAME_FOOT = 0.35

function drawSequence(sequence: Sequence, width: number): DiagramPlan {
  const steps = sequence.steps.map((step) => ({ step, label: labelOf(step, width) }))
  const columns = columnsOf(sequence, steps)
  const right = Math.max(...[...columns.values()].map((column) => column.right))
  const headHeight = Math.max(...[...columns.values()].map(({ label }) => label.height))
  const top = headHeight + 2 * HEAD_PADDING + AFTER_HEAD
  const body = drawSteps(steps, { columns, top, right })
  const lives = [...columns.values()].map(
    ({ x }): PlanShape => ({
      kind: 'path',
      steps: polyline([
        { x, y: top - AFTER_HEAD },
        { x, y: body.bottom },
      ]),
      stroke: 'muted',
      strokeWidth: 0.05,
      dash: [0.25, 0.2],
    }),
  )
  const heads = [...columns.values()].flatMap((column) => drawHead(column, headHeight))
  return {
    width: right + 0.05,
    height: body.bottom,
    isAsked: true,
    shapes: [...body.frames, ...lives, ...heads, ...body.shapes],
  }
}

function labelOf(step: SequenceStep, width: number): Label {
  if (step.kind === 'close') return setLabel('', { maxWidth: width })
  if (step.kind === 'message' || step.kind === 'note')
    return setLabel(step.label, { maxWidth: width })
  const text = step.label === '' ? step.word : step.label
  return setLabel(text, { maxWidth: width * 1.6, weight: 700 })
}

function drawHead({ x, label, width }: Column, height: number): readonly PlanShape[] {
  const box = { x: x - width / 2, y: 0.05, width, height: height + 2 * HEAD_PADDING - 0.05 }
  return [
    { kind: 'path', steps: rectangle(box), fill: 'strong', stroke: 'primary', strokeWidth: STROKE },
    ...drawLabel(label, {
      x,
      top: HEAD_PADDING + (height - label.height) / 2,
      color: 'onStrong',
    }),
  ]
}

type StepRoom = {
  readonly columns: ReadonlyMap<string, Column>
  readonly top: number
  readonly right: number
}

type Pen = {
  y: number
  readonly shapes: PlanShape[]
  readonly frames: PlanShape[]
  readonly open: number[]
}

function drawSteps(steps: readonly SetStep[], room: StepRoom) {
  const pen: Pen = { y: room.top, shapes: [], frames: [], open: [] }
  for (const each of steps) drawStep(each, room, pen)
  return { ...pen, bottom: pen.y + 0.3 }
}

function drawStep({ step, label }: SetStep, room: StepRoom, pen: Pen): void {
  switch (step.kind) {
    case 'message':
      drawMessage(step, label, { room, pen })
      return
    case 'note':
      drawNote(step, label, { room, pen })
      return
    case 'open':
      pen.open.push(pen.y)
      writeInFrame(label, pen)
      return
    case 'part':
      pen.shapes.push(frameLine(pen.y, room, pen.open.length))
      writeInFrame(label, pen)
      return
    case 'close':
      closeFrame(room, pen)
  }
}

type Context = { readonly room: StepRoom; readonly pen: Pen }
type Message = Extract<SequenceStep, { kind: 'message' }>
type Note = Extract<SequenceStep, { kind: 'note' }>

function drawMessage(step: Message, label: Label, { room, pen }: Context): void {
  const from = room.columns.get(step.from)?.x ?? 0
  const to = room.columns.get(step.to)?.x ?? 0
  const look = { line: step.line, fromMark: 'none', toMark: step.mark } as const
  if (from === to) {
    const height = Math.max(label.height, 1)
    const points = [
      { x: from, y: pen.y + 0.2 },
      { x: from + SELF_WIDTH, y: pen.y + 0.2 },
      { x: from + SELF_WIDTH, y: pen.y + 0.2 + height },
      { x: from, y: pen.y + 0.2 + height },
    ]
    const x = from + SELF_WIDTH + 0.4
    const top = pen.y + 0.2 + (height - label.height) / 2
    pen.shapes.push(...drawEdge(points, look))
    pen.shapes.push(...drawLabelOver(label, { x, top, color: 'ink', anchor: 'start' }))
    pen.y += height + 0.2 + BELOW_LINE
    return
  }
  const y = pen.y + label.height + ABOVE_LINE
  pen.shapes.push(...drawLabelOver(label, { x: (from + to) / 2, top: pen.y, color: 'ink' }))
  pen.shapes.push(
    ...drawEdge(
      [
        { x: from, y },
        { x: to, y },
      ],
      look,
    ),
  )
  pen.y = y + BELOW_LINE
}

function drawNote(step: Note, label: Label, { room, pen }: Context): void {
  const { left, right } = noteSpan(step, label, room.columns)
  const box = {
    x: left,
    y: pen.y,
    width: right - left,
    height: label.height + 2 * NOTE_PADDING,
  }
  pen.shapes.push(
    { kind: 'path', steps: rectangle(box), fill: 'tint', stroke: 'muted', strokeWidth: 0.05 },
    ...drawLabel(label, { x: (left + right) / 2, top: pen.y + NOTE_PADDING, color: 'ink' }),
  )
  pen.y += box.height + BELOW_LINE
}

/** Frames stand one inside the other. */
function frameInset(depth: number): number {
  return 0.15 + depth * 0.35
}

function writeInFrame(label: Label, pen: Pen): void {
  const x = frameInset(pen.open.length - 1) + 0.4
  pen.shapes.push(
    ...drawLabelOver(label, { x, top: pen.y + 0.25, color: 'accent', anchor: 'start' }),
  )
  pen.y += label.height + FRAME_HEAD
}

function frameLine(y: number, { right }: StepRoom, depth: number): PlanShape {
  const inset = frameInset(depth - 1)
  const ends = [
    { x: inset, y },
    { x: right - inset, y },
  ]
  const steps = polyline(ends)
  return { kind: 'path', steps, stroke: 'accent', strokeWidth: 0.05, dash: [0.3, 0.22] }
}

function closeFrame({ right }: StepRoom, pen: Pen): void {
  const top = pen.open.pop()
  if (top === undefined) return
  const inset = frameInset(pen.open.length)
  const height = pen.y - top + 0.05
  const box = { x: inset, y: top, width: right - 2 * inset, height }
  pen.frames.push({ kind: 'path', steps: rectangle(box), stroke: 'accent', strokeWidth: 0.06 })
  pen.y += FRAME_FOOT + 0.2
}
