/** A sequence: actors side by side, what they say to each other from top to bottom. */
import type { Sequence, SequenceStep } from '../../topic/diagram/diagram.ts'
import { drawLabel, type Label, setLabel } from './label.ts'
import { rectangle } from './outline.ts'
import type { DiagramPlan, PlanShape } from './plan.ts'
import { columnsOf, setBoxTitle } from './sequence-columns.ts'
import type { StepRoom } from './sequence-frames.ts'
import { drawHead, HEAD_PADDING, lifeLine, workBar } from './sequence-lives.ts'
import { type DrawnSteps, drawSteps } from './sequence-steps.ts'

/** Of a line of what is said, in em. */
const MESSAGE_WIDTHS = [18, 13, 9.5, 7] as const

export function planSequence(sequence: Sequence): readonly DiagramPlan[] {
  return MESSAGE_WIDTHS.map((width) => drawSequence(sequence, width))
}

const AFTER_HEAD = 0.5
const BOX_PADDING = 0.4

function drawSequence(sequence: Sequence, width: number): DiagramPlan {
  const steps = sequence.steps.map((step) => ({ step, label: labelOf(step, width) }))
  const columns = columnsOf(sequence, steps)
  const all = [...columns.values()]
  const right = Math.max(...all.map((column) => column.right))
  const headHeight = Math.max(...all.map(({ label }) => label.height))
  const titles = sequence.boxes.map(({ label }) => setBoxTitle(label))
  const above = sequence.boxes.length === 0 ? 0 : BOX_PADDING + heightOf(titles)
  const top = above + headHeight + 2 * HEAD_PADDING + AFTER_HEAD
  const room = { columns, top, right, headHeight }
  const body = drawSteps(steps, room)
  const below = sequence.boxes.length === 0 ? 0 : BOX_PADDING
  return {
    width: right + 0.05,
    height: body.bottom + below,
    isAsked: true,
    shapes: [
      ...sequence.boxes.flatMap(({ actors }, index) =>
        drawBox(actors, titles[index], { room, height: body.bottom + below }),
      ),
      ...body.frames,
      ...drawLives(room, above, body),
      ...body.shapes,
    ],
  }
}

function heightOf(labels: readonly Label[]): number {
  return Math.max(0, ...labels.map(({ height }) => height))
}

/** Heads, the lines below them and the bars of those who work. */
function drawLives(room: StepRoom, above: number, body: DrawnSteps): readonly PlanShape[] {
  const lives = [...room.columns].map(([id, column]) => {
    const from = body.created.get(id) ?? above
    const to = body.destroyed.get(id) ?? body.bottom
    return {
      line: lifeLine(column.x, from + room.headHeight + 2 * HEAD_PADDING, to),
      head: drawHead(column, from, room.headHeight),
    }
  })
  return [
    ...lives.map(({ line }) => line),
    ...body.bars.map(workBar),
    ...lives.flatMap(({ head }) => head),
  ]
}

function drawBox(
  actors: readonly string[],
  title: Label | undefined,
  { room, height }: { readonly room: StepRoom; readonly height: number },
): readonly PlanShape[] {
  const inside = actors.flatMap((id) => room.columns.get(id) ?? [])
  const left = Math.min(...inside.map(({ x, width }) => x - width / 2)) - BOX_PADDING
  const right = Math.max(...inside.map(({ x, width }) => x + width / 2)) + BOX_PADDING
  const box = { x: left, y: 0.05, width: right - left, height: height - 0.1 }
  const label = title === undefined ? [] : drawTitle(title, (left + right) / 2)
  return [{ kind: 'path', steps: rectangle(box), stroke: 'rule', strokeWidth: 0.07 }, ...label]
}

function drawTitle(title: Label, x: number): readonly PlanShape[] {
  return drawLabel(title, { x, top: 0.2, color: 'muted' })
}

function labelOf(step: SequenceStep, width: number): Label {
  switch (step.kind) {
    case 'message':
    case 'note':
      return setLabel(step.label, { maxWidth: width })
    case 'open':
    case 'part':
      return setLabel(frameWords(step), { maxWidth: width * 1.6, weight: 700 })
    default:
      return setLabel('', { maxWidth: width })
  }
}

/** As UML writes it: the operator, and what must hold in brackets (UML 2.5.1, 17.6). */
function frameWords({ kind, word, label }: Extract<SequenceStep, { kind: 'open' | 'part' }>) {
  if (word === 'rect') return ''
  if (label === '') return word
  const guarded = /^[[(].*[\])]$/u.test(label) ? label : `[${label}]`
  return kind === 'open' ? `${word} ${guarded}` : guarded
}
