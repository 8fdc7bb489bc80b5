/** Where the actors of a sequence stand: close enough for a slide, far enough for what is said between them. */
import type { Sequence, SequenceStep } from '../../topic/diagram/diagram.ts'
import { type Label, setLabel } from './label.ts'

export type Column = {
  /** Of its life line. */
  readonly x: number
  readonly label: Label
  readonly width: number
  /** Where everything ends that stands at its right. */
  readonly right: number
}

/** Width of the loop of a message to oneself. */
export const SELF_WIDTH = 1.2
const HEAD_LINE = 9
const HEAD_PADDING = 0.8
const HEAD_GAP = 1.2
/** Beside a label: the arrow's head and air. */
const MESSAGE_ROOM = 1.6
const FRAME_ROOM = 0.7
/** Frames of two boxes between two heads. */
const BOX_ROOM = 0.6

type Labelled = { readonly step: SequenceStep; readonly label: Label }

export function columnsOf(
  sequence: Sequence,
  steps: readonly Labelled[],
): ReadonlyMap<string, Column> {
  const heads = sequence.actors.map(({ id, label }) => {
    const set = setLabel(label, { maxWidth: HEAD_LINE, weight: 700 })
    const least = Math.max(4, shareOfTitle(id, sequence))
    return { id, label: set, width: Math.max(least, set.width + 2 * HEAD_PADDING) }
  })
  const order = new Map(heads.map(({ id }, index) => [id, index]))
  const spans = steps.flatMap((step) => spansOf(step, order))
  const hasBoxes = sequence.boxes.length > 0
  const hasFrame = hasBoxes || steps.some(({ step }) => step.kind === 'open')
  const before = outside(spans, -1)
  const edge = Math.max((heads[0]?.width ?? 0) / 2 + (hasFrame ? FRAME_ROOM : 0.05), before)
  const xs = [edge]
  for (let index = 1; index < heads.length; index++) {
    const gap = hasBoxes ? HEAD_GAP + BOX_ROOM : HEAD_GAP
    const least = ((heads[index - 1]?.width ?? 0) + (heads[index]?.width ?? 0)) / 2 + gap
    const wanted = spans
      .filter(({ to }) => to === index)
      .map(({ from, room }) => (xs[Math.max(0, from)] ?? 0) + room)
    xs.push(Math.max((xs[index - 1] ?? 0) + least, ...wanted))
  }
  const last = xs.at(-1) ?? 0
  const after = Math.max(
    (heads.at(-1)?.width ?? 0) / 2 + (hasFrame ? FRAME_ROOM : 0),
    outside(spans, heads.length),
  )
  const framed = Math.max(
    0,
    ...steps.map(({ step, label }) => (isFrame(step) ? label.width + 2 : 0)),
  )
  const right = Math.max(last + after, framed)
  return new Map(
    heads.map(({ id, label, width }, index) => [id, { x: xs[index] ?? 0, label, width, right }]),
  )
}

/** The heads of a box are as wide together as its title. */
function shareOfTitle(id: string, { boxes }: Sequence): number {
  const box = boxes.find(({ actors }) => actors.includes(id))
  return box === undefined ? 0 : setBoxTitle(box.label).width / box.actors.length
}

export function setBoxTitle(title: string): Label {
  return setLabel(title, { maxWidth: 12, weight: 700 })
}

function isFrame(step: SequenceStep): boolean {
  return step.kind === 'open' || step.kind === 'part'
}

/** Room wanted between two columns; -1 and the number of columns are the edges. */
type Span = { readonly from: number; readonly to: number; readonly room: number }

function spansOf({ step, label }: Labelled, order: ReadonlyMap<string, number>): readonly Span[] {
  const at = (id: string | undefined): number => order.get(id ?? '') ?? 0
  if (step.kind === 'message') {
    const [from, to] = [at(step.from), at(step.to)].sort((a, b) => a - b)
    if (from === undefined || to === undefined) return []
    if (from === to) return [{ from, to: from + 1, room: SELF_WIDTH + 0.6 + label.width }]
    return [{ from, to, room: label.width + MESSAGE_ROOM }]
  }
  if (step.kind !== 'note') return []
  const places = step.actors.map(at)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const beside = label.width + 1.2
  if (step.side === 'right') return [{ from: last, to: last + 1, room: beside }]
  if (step.side === 'left') return [{ from: first - 1, to: first, room: beside }]
  if (first !== last) return [{ from: first, to: last, room: label.width - 0.6 }]
  const half = label.width / 2 + 0.6
  return [
    { from: first - 1, to: first, room: half },
    { from: first, to: first + 1, room: half },
  ]
}

function outside(spans: readonly Span[], edge: number): number {
  const rooms = spans
    .filter(({ from, to }) => (edge === -1 ? from === -1 : to === edge))
    .map(({ room }) => room)
  return Math.max(0, ...rooms)
}

/** Left and right of the box of a note. */
export function noteSpan(
  note: Extract<SequenceStep, { kind: 'note' }>,
  label: Label,
  columns: ReadonlyMap<string, Column>,
): { readonly left: number; readonly right: number } {
  const xs = note.actors.map((id) => columns.get(id)?.x ?? 0)
  const [first, last] = [Math.min(...xs), Math.max(...xs)]
  const width = label.width + 0.8
  if (note.side === 'right') return { left: last + 0.35, right: last + 0.35 + width }
  if (note.side === 'left') return { left: first - 0.35 - width, right: first - 0.35 }
  const half = Math.max(width / 2, (last - first) / 2 + 0.9)
  const middle = (first + last) / 2
  return { left: middle - half, right: middle + half }
}
