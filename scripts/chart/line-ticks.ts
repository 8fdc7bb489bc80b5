/** The labels under a line: as many as stand beside one another, the first and the last always. */
import { LINE_HEIGHT, labelStyle, widthOf } from './chart-style.ts'
import { balanceLabel, widestWordEm } from './wrap-label.ts'

export type Tick = {
  readonly category: number
  readonly lines: readonly string[]
  /** Of the middle of the text. */
  readonly middle: number
}

export type TickRoom = {
  readonly em: number
  /** Of the whole drawing: no label passes it. */
  readonly width: number
  readonly xs: readonly number[]
  /** A category whose label must be there; -1: none. */
  readonly stressed: number
}

/** Between two labels, in em. */
const GAP = 0.8
const MOST_LINES = 3

export function placeTicks(labels: readonly string[], room: TickRoom): readonly Tick[] {
  const all = wrapAll(labels, room)
  if (all !== undefined) return all
  for (let stride = 1; stride < labels.length; stride++) {
    const ticks = everyNth(labels.length, stride, room.stressed).map((category) =>
      tickAt([labels[category] ?? ''], category, room),
    )
    const kept = withoutOverlaps(ticks, room)
    if (kept !== undefined) return kept
  }
  return endsOnly(labels, room)
}

export function ticksHeight(ticks: readonly Tick[], em: number): number {
  return Math.max(0, ...ticks.map(({ lines }) => lines.length)) * LINE_HEIGHT * em
}

/** Every label, in a few lines as wide as its share of the axis. */
function wrapAll(labels: readonly string[], room: TickRoom): readonly Tick[] | undefined {
  const { em, xs, width } = room
  const steps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0))
  const step = steps.length === 0 ? width : Math.min(...steps)
  const slot = step / em - GAP
  if (labels.some((label) => widestWordEm(label) > slot)) return undefined
  const ticks = labels.map((label, category) => tickAt(balanceLabel(label, slot), category, room))
  if (ticks.some(({ lines }) => lines.length > MOST_LINES)) return undefined
  return overlap(ticks, room) === -1 ? ticks : undefined
}

function everyNth(count: number, stride: number, stressed: number): readonly number[] {
  const places = Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride)
  return [...new Set([...places, count - 1, ...(stressed === -1 ? [] : [stressed])])].sort(
    (a, b) => a - b,
  )
}

function tickAt(lines: readonly string[], category: number, room: TickRoom): Tick {
  const { xs, width } = room
  const half = halfOf({ category, lines }, room)
  const wished = xs[category] ?? 0
  return { category, lines, middle: Math.max(half, Math.min(width - half, wished)) }
}

/** Half its width; the stressed label is bold. */
function halfOf({ category, lines }: Omit<Tick, 'middle'>, { em, stressed }: TickRoom): number {
  const style = labelStyle(category === stressed)
  return Math.max(0, ...lines.map((line) => widthOf(line, style, em))) / 2
}

/** The neighbours of the last and of the stressed label give way; anything else is too close. */
function withoutOverlaps(ticks: readonly Tick[], room: TickRoom): readonly Tick[] | undefined {
  const last = ticks.at(-1)?.category
  let kept = ticks
  for (let index = overlap(kept, room); index !== -1; index = overlap(kept, room)) {
    const [first, second] = [kept[index], kept[index + 1]]
    const isFixed = (tick: Tick | undefined): boolean =>
      tick?.category === last || tick?.category === room.stressed
    const loser = isFixed(second) ? first : isFixed(first) ? second : undefined
    if (loser === undefined || loser.category === 0 || isFixed(loser)) return undefined
    kept = kept.filter((tick) => tick !== loser)
  }
  return kept
}

/** Index of the first label that touches the next; -1 when none does. */
function overlap(ticks: readonly Tick[], room: TickRoom): number {
  const { em } = room
  const half = (tick: Tick): number => halfOf(tick, room)
  return ticks.findIndex((tick, index) => {
    const next = ticks[index + 1]
    return (
      next !== undefined && tick.middle + half(tick) + (GAP / 2) * em > next.middle - half(next)
    )
  })
}

/** First and last in lines, each on its half of the drawing. */
function endsOnly(labels: readonly string[], room: TickRoom): readonly Tick[] {
  const { em, width } = room
  const ends = [...new Set([0, labels.length - 1])].filter((index) => index >= 0)
  const widthEm = width / em / Math.max(1, ends.length) - GAP
  return ends.map((category) =>
    tickAt(balanceLabel(labels[category] ?? '', widthEm), category, room),
  )
}
