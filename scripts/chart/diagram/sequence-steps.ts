/** The steps of a sequence, one below the other. */
import type { SequenceStep } from '../../topic/diagram/diagram.ts'
import { drawEdge } from './edge-line.ts'
import { drawLabel, drawLabelOver, type Label } from './label.ts'
import { polyline, rectangle } from './outline.ts'
import type { PlanShape } from './plan.ts'
import { noteSpan, SELF_WIDTH } from './sequence-columns.ts'
import {
  closeFrame,
  frameLine,
  groundOf,
  type Pen,
  type StepRoom,
  writeInFrame,
} from './sequence-frames.ts'
import { edgeOf, HEAD_PADDING, type WorkBar } from './sequence-lives.ts'

export type SetStep = { readonly step: SequenceStep; readonly label: Label }

export type DrawnSteps = {
  readonly bottom: number
  readonly shapes: readonly PlanShape[]
  readonly frames: readonly PlanShape[]
  readonly bars: readonly WorkBar[]
  /** Top of the heads of those who appear later, end of the lines of those who go. */
  readonly created: ReadonlyMap<string, number>
  readonly destroyed: ReadonlyMap<string, number>
}

const ABOVE_LINE = 0.16
const BELOW_LINE = 0.55
const NOTE_PADDING = 0.35

export function drawSteps(steps: readonly SetStep[], room: StepRoom): DrawnSteps {
  const pen: Pen = {
    y: room.top,
    shapes: [],
    frames: [],
    open: [],
    bars: [],
    created: new Map(),
    destroyed: new Map(),
    working: new Map(),
    lastY: room.top,
    coming: new Set(),
    going: new Set(),
  }
  for (const each of steps) drawStep(each, { room, pen })
  const bottom = pen.y + 0.3
  for (const actor of pen.working.keys()) while (endWork(actor, bottom - 0.2, { room, pen }));
  return { ...pen, bottom, frames: pen.frames.toReversed() }
}

type Context = { readonly room: StepRoom; readonly pen: Pen }

function drawStep({ step, label }: SetStep, context: Context): void {
  const { pen, room } = context
  switch (step.kind) {
    case 'message':
      drawMessage(step, label, context)
      return
    case 'note':
      drawNote(step, label, context)
      return
    case 'create':
      pen.coming.add(step.actor)
      return
    case 'destroy':
      pen.going.add(step.actor)
      return
    case 'activate':
      pen.working.set(step.actor, [...(pen.working.get(step.actor) ?? []), pen.lastY])
      return
    case 'deactivate':
      endWork(step.actor, pen.lastY, context)
      return
    case 'open':
      pen.open.push({ top: pen.y, word: step.word })
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

/** Whether there was any. */
function endWork(actor: string, bottom: number, { room, pen }: Context): boolean {
  const begun = pen.working.get(actor) ?? []
  const top = begun.at(-1)
  if (top === undefined) return false
  const x = room.columns.get(actor)?.x ?? 0
  pen.bars.unshift({ x, top, bottom, depth: begun.length - 1 })
  pen.working.set(actor, begun.slice(0, -1))
  return true
}

type Message = Extract<SequenceStep, { kind: 'message' }>
type Note = Extract<SequenceStep, { kind: 'note' }>

function drawMessage(step: Message, label: Label, context: Context): void {
  const { pen } = context
  if (step.from === step.to) drawSelf(step, label, context)
  else drawAcross(step, label, context)
  for (const actor of [step.from, step.to])
    if (pen.going.delete(actor)) {
      pen.destroyed.set(actor, pen.lastY + 0.35)
      pen.shapes.push(...cross(context.room.columns.get(actor)?.x ?? 0, pen.lastY + 0.35))
      pen.y += 0.45
    }
}

function drawSelf(step: Message, label: Label, { room, pen }: Context): void {
  const bars = pen.working.get(step.from)?.length ?? 0
  const from = edgeOf(room.columns.get(step.from)?.x ?? 0, bars, 'right')
  const height = Math.max(label.height, 1)
  const points = [
    { x: from, y: pen.y + 0.2 },
    { x: from + SELF_WIDTH, y: pen.y + 0.2 },
    { x: from + SELF_WIDTH, y: pen.y + 0.2 + height },
    { x: from, y: pen.y + 0.2 + height },
  ]
  const x = from + SELF_WIDTH + 0.4
  const top = pen.y + 0.2 + (height - label.height) / 2
  pen.shapes.push(...drawEdge(points, lookOf(step)))
  pen.shapes.push(
    ...drawLabelOver(label, { x, top, color: 'ink', anchor: 'start', ground: groundOf(pen) }),
  )
  pen.lastY = pen.y + 0.2 + height
  pen.y = pen.lastY + BELOW_LINE
}

function drawAcross(step: Message, label: Label, { room, pen }: Context): void {
  const [source, target] = [room.columns.get(step.from), room.columns.get(step.to)]
  const [fromX, toX] = [source?.x ?? 0, target?.x ?? 0]
  const [out, into] = fromX < toX ? (['right', 'left'] as const) : (['left', 'right'] as const)
  const isNew = pen.coming.delete(step.to)
  const half = room.headHeight / 2 + HEAD_PADDING
  const y = pen.y + Math.max(label.height + ABOVE_LINE, isNew ? half : 0)
  const from = edgeOf(fromX, pen.working.get(step.from)?.length ?? 0, out)
  const head = (target?.width ?? 0) / 2
  const to = isNew
    ? toX + (into === 'left' ? -head : head)
    : edgeOf(toX, pen.working.get(step.to)?.length ?? 0, into)
  const top = y - ABOVE_LINE - label.height
  const x = (from + to) / 2
  pen.shapes.push(...drawLabelOver(label, { x, top, color: 'ink', ground: groundOf(pen) }))
  const ends = [
    { x: from, y },
    { x: to, y },
  ]
  pen.shapes.push(...drawEdge(ends, lookOf(step)))
  if (isNew) pen.created.set(step.to, y - half)
  pen.lastY = y
  pen.y = y + (isNew ? half + 0.3 : BELOW_LINE)
}

function lookOf({ line, fromMark, toMark }: Message) {
  return { line, fromMark, toMark }
}

/** The end of a life. */
function cross(x: number, y: number): readonly PlanShape[] {
  return [-1, 1].map((side) => ({
    kind: 'path',
    steps: polyline([
      { x: x - 0.35, y: y - 0.35 * side },
      { x: x + 0.35, y: y + 0.35 * side },
    ]),
    stroke: 'accent',
    strokeWidth: 0.1,
  }))
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
