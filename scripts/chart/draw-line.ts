/** Lines over time: figures on their points, names at their ends, no axis but the labels, no legend, no grid. */
import type { Chart } from '../topic/topic.ts'
import { KEY_INDENT, KEY_STEP } from './bar-rows.ts'
import {
  type ChartStyle,
  LINE_HEIGHT,
  round,
  textLines,
  textShape,
  textSizes,
} from './chart-style.ts'
import type { Drawing, Shape } from './drawing.ts'
import { drawValues } from './line-figures.ts'
import {
  isHighlighted,
  type LinePlan,
  type LinePoint,
  type PlannedLine,
  planLines,
  RADIUS,
} from './line-plan.ts'
import { runsOf } from './line-scale.ts'
import { markerAt } from './marker.ts'
import { linePath } from './path-shapes.ts'

const STROKE = 0.14
const STRESSED_STROKE = 0.22
/** Of the mark on a stressed point, to those of others. */
export const STRESSED_RADIUS = 1.6
/** Points that stand closer carry a mark only where a figure is written. */
const LEAST_STEP = 0.8
const TICK = 0.25
/** Length of the sample beside a name above the lines. */
const KEY_SAMPLE = 1

export function drawLine(chart: Chart, style: ChartStyle): Drawing {
  const { plan, values } = fitLines(chart, style)
  const shapes = [
    ...drawKey(plan, style),
    ...drawAxis(plan, style),
    ...drawTicks(chart, plan, style),
    ...inOrder(plan.lines).flatMap((line) => drawStrokes(line, plan)),
    ...values.leaders,
    ...inOrder(plan.lines).flatMap((line) =>
      drawMarkers(chart, line, { plan, style, marked: values.marked }),
    ),
    ...values.texts,
  ]
  return { width: style.width, height: plan.height, shapes }
}

export type FilledPlan = { readonly plan: LinePlan; readonly values: ReturnType<typeof drawValues> }

/** Of the width between the first and the last point, what larger letters leave at least. */
const LEAST_WIDTH = 0.8

/** Letters grow as far as no figure and no label is lost for it; a line that has lost some already keeps their size. */
export function fitLines(chart: Chart, style: ChartStyle): FilledPlan {
  const fill = (textSize: number): FilledPlan => {
    const plan = planLines(chart, { ...style, textSize })
    return { plan, values: drawValues(chart, plan, style) }
  }
  const usual = fill(style.textSize)
  const known = usual.plan.lines.flatMap(({ points }) => points.flatMap((point) => point ?? []))
  const isWhole = ({ values }: FilledPlan): boolean => known.length === values.marked.size
  if (!isWhole(usual)) return usual
  const ticksOf = ({ plan }: FilledPlan): string => plan.ticks.map(({ lines }) => lines).join('|')
  const widthOf = ({ area }: LinePlan): number => area.right - area.left
  for (const size of textSizes(style)) {
    if (size === style.textSize) break
    const larger = fill(size)
    const isWide = widthOf(larger.plan) >= LEAST_WIDTH * widthOf(usual.plan)
    if (isWide && isWhole(larger) && ticksOf(larger) === ticksOf(usual)) return larger
  }
  return usual
}

/** The stressed line lies on top. */
function inOrder(lines: readonly PlannedLine[]): readonly PlannedLine[] {
  return [
    ...lines.filter(({ isStressed }) => !isStressed),
    ...lines.filter(({ isStressed }) => isStressed),
  ]
}

/** A stretch of each line with its mark, and its name. */
function drawKey({ key, em, lines }: LinePlan, { colors }: ChartStyle): readonly Shape[] {
  let row = 0
  return key.flatMap((texts, series) => {
    const line = lines[series]
    if (line === undefined) return []
    const middle = (row + 0.5) * KEY_STEP * em
    row += texts.length
    const { look, isStressed } = line
    const greyDash = look.greyDash.map((part) => round(part * em))
    const [from, to] = [0, KEY_SAMPLE * em]
    return [
      linePath(
        [
          [from, middle],
          [to, middle],
        ],
        {
          stroke: look.color,
          strokeWidth: STROKE * em,
          ...(greyDash.length === 0 ? {} : { greyDash }),
        },
      ),
      markerAt([(from + to) / 2, middle], { series, radius: RADIUS * em, fill: look.color }),
      ...texts.map((text, index) =>
        textShape(text, {
          x: KEY_INDENT * em,
          middle: middle + index * KEY_STEP * em,
          em,
          fill: isStressed ? colors.accent : colors.ink,
        }),
      ),
    ]
  })
}

function drawAxis(
  { scale, em, height, area, ticks }: LinePlan,
  { width, colors }: ChartStyle,
): readonly Shape[] {
  const look = { kind: 'line', stroke: colors.muted, strokeWidth: round(em / 16) } as const
  const isOnZero = scale.zero !== undefined && Math.abs(scale.zero - area.bottom) < 0.01
  const bottom = isOnZero ? area.bottom : area.bottom + em / 2
  const from = round(bottom)
  const marks: Shape[] = ticks.map(({ category }) => {
    const x = round(scale.xs[category] ?? 0)
    return { ...look, x1: x, y1: from, x2: x, y2: round(bottom + TICK * em) }
  })
  const y = scale.zero === undefined ? undefined : round(scale.zero)
  if (y === undefined || height === 0) return marks
  const zero: Shape = {
    ...look,
    x1: round(area.left - em / 4),
    y1: y,
    x2: round(Math.min(width, area.right + em / 4)),
    y2: y,
  }
  return [zero, ...marks]
}

function drawTicks(
  { highlight }: Chart,
  { ticks, em, height }: LinePlan,
  { colors }: ChartStyle,
): readonly Shape[] {
  const lines = Math.max(0, ...ticks.map((tick) => tick.lines.length))
  const top = height - lines * LINE_HEIGHT * em
  return ticks.flatMap((tick) =>
    textLines(tick.lines, {
      x: tick.middle,
      middle: top + (tick.lines.length * LINE_HEIGHT * em) / 2,
      em,
      fill: tick.category === highlight.category ? colors.accent : colors.ink,
      anchor: 'middle',
      weight: tick.category === highlight.category ? 700 : 400,
    }),
  )
}

/** In em. */
export function strokeOf(isStressed: boolean): number {
  return isStressed ? STRESSED_STROKE : STROKE
}

function drawStrokes(
  { points, look, isStressed }: PlannedLine,
  { em }: LinePlan,
): readonly Shape[] {
  return runsOf(points.map((point) => point?.at)).flatMap((run) =>
    run.length < 2
      ? []
      : [
          linePath(run, {
            stroke: look.color,
            strokeWidth: strokeOf(isStressed) * em,
            ...(look.greyDash.length === 0
              ? {}
              : { greyDash: look.greyDash.map((part) => round(part * em)) }),
          }),
        ],
  )
}

type MarkerContext = {
  readonly plan: LinePlan
  readonly style: ChartStyle
  readonly marked: ReadonlySet<LinePoint>
}

function drawMarkers(
  chart: Chart,
  line: PlannedLine,
  { plan, style, marked }: MarkerContext,
): readonly Shape[] {
  const { em } = plan
  const series = plan.lines.indexOf(line)
  const seen = markedPoints(line, { plan, marked })
  return line.points.flatMap((point, category) => {
    if (point === undefined || !seen.has(point)) return []
    const isStressed = isHighlighted(chart, series, category)
    return markerAt(point.at, {
      series,
      radius: (isStressed ? STRESSED_RADIUS : 1) * RADIUS * em,
      fill: isStressed ? style.colors.accent : line.look.color,
    })
  })
}

/** All that have room; of close ones those with a figure and those that no line reaches. */
export function markedPoints(
  { points }: PlannedLine,
  { plan: { em, scale }, marked }: Pick<MarkerContext, 'plan' | 'marked'>,
): ReadonlySet<LinePoint> {
  const steps = scale.xs.slice(1).map((x, index) => x - (scale.xs[index] ?? 0))
  const isLoose = steps.every((step) => step >= LEAST_STEP * em)
  const seen = points.flatMap((point, category) => {
    if (point === undefined) return []
    const isAlone = points[category - 1] === undefined && points[category + 1] === undefined
    return isLoose || isAlone || marked.has(point) ? [point] : []
  })
  return new Set(seen)
}
