/** Lines over time: figures on their points, names at their ends, no axis but the labels, no legend, no grid. */
import type { Chart } from '../topic/topic.ts'
import {
  type ChartStyle,
  LINE_HEIGHT,
  round,
  textLines,
  textShape,
  VALUE_STYLE,
  widthOf,
} from './chart-style.ts'
import type { Drawing, Shape } from './drawing.ts'
import {
  END_GAP,
  type LinePlan,
  type LinePoint,
  labelHeight,
  type PlannedLine,
  planLines,
  START_GAP,
} from './line-plan.ts'
import { runsOf } from './line-scale.ts'
import { type Box, type Obstacles, placeValue } from './line-values.ts'
import { markerAt } from './marker.ts'
import { linePath, type Point } from './path-shapes.ts'
import { spreadLabels } from './spread-labels.ts'

const STROKE = 0.11
const STRESSED_STROKE = 0.18
const RADIUS = 0.16
/** Points that stand closer carry a mark only where a figure is written. */
const LEAST_STEP = 0.8
const VALUE_HEIGHT = 0.95
const TICK = 0.25

export function drawLine(chart: Chart, style: ChartStyle): Drawing {
  const plan = planLines(chart, style)
  const values = drawValues(chart, plan, style)
  const shapes = [
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

/** The stressed line lies on top. */
function inOrder(lines: readonly PlannedLine[]): readonly PlannedLine[] {
  return [
    ...lines.filter(({ isStressed }) => !isStressed),
    ...lines.filter(({ isStressed }) => isStressed),
  ]
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
    }),
  )
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
            strokeWidth: (isStressed ? STRESSED_STROKE : STROKE) * em,
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
  const { em, scale } = plan
  const steps = scale.xs.slice(1).map((x, index) => x - (scale.xs[index] ?? 0))
  const isLoose = steps.every((step) => step >= LEAST_STEP * em)
  const series = plan.lines.indexOf(line)
  return line.points.flatMap((point, category) => {
    if (point === undefined) return []
    const isAlone =
      line.points[category - 1] === undefined && line.points[category + 1] === undefined
    if (!isLoose && !isAlone && !marked.has(point)) return []
    const isStressed = isHighlighted(chart, series, category)
    return markerAt(point.at, {
      series,
      radius: (isStressed ? 1.6 : 1) * RADIUS * em,
      fill: isStressed ? style.colors.accent : line.look.color,
    })
  })
}

function isHighlighted({ highlight }: Chart, series: number, category: number): boolean {
  return highlight.category === category && (highlight.series === -1 || highlight.series === series)
}

type Values = {
  readonly texts: readonly Shape[]
  readonly leaders: readonly Shape[]
  /** Points whose figure is written. */
  readonly marked: ReadonlySet<LinePoint>
}

type Written = {
  readonly shapes: readonly Shape[]
  readonly leaders: readonly Shape[]
  readonly boxes: readonly Box[]
}

function drawValues(chart: Chart, plan: LinePlan, style: ChartStyle): Values {
  const first = drawColumn(plan, style, 'start')
  const last = drawColumn(plan, style, 'end')
  const inner = drawInner(chart, plan, { style, taken: [...first.boxes, ...last.boxes] })
  const ends = plan.lines.flatMap(({ points }) => [points[0] ?? [], points.at(-1) ?? []].flat())
  return {
    texts: [...first.shapes, ...last.shapes, ...inner.shapes],
    leaders: [...first.leaders, ...last.leaders, ...inner.leaders],
    marked: new Set([...ends, ...inner.marked]),
  }
}

/** The figures of one end of all lines, one below the other, and at the right the names. */
function drawColumn(plan: LinePlan, style: ChartStyle, side: 'start' | 'end'): Written {
  const { em, height, area } = plan
  const found = plan.lines
    .flatMap((line) => {
      const point = side === 'start' ? line.points[0] : line.points.at(-1)
      const isNamed = side === 'end' && line.name.length > 0
      return point === undefined && !isNamed
        ? []
        : [{ line, point, name: isNamed ? line.name : [] }]
    })
    .map((entry) => ({ ...entry, y: entry.point?.at[1] ?? lastY(entry.line) }))
    .sort((a, b) => a.y - b.y)
  const middles = spreadLabels(
    found.map(({ y, name }) => ({ at: y, height: labelHeight(name.length, em) })),
    { top: 0, bottom: Math.min(height, area.bottom + 0.6 * em) },
  )
  const x = side === 'start' ? area.left - START_GAP * em : area.right + END_GAP * em
  const entries = found.map((entry, index) => {
    const middle = middles[index] ?? entry.y
    const stress = entry.line.isStressed ? style.colors.accent : style.colors.ink
    const figure = textShape(entry.point?.figure.printed ?? '', {
      x,
      middle,
      em,
      weight: 700,
      fill: stress,
      anchor: side,
    })
    const name = textLines(entry.name, { x: x + entry.line.lastWidth, middle, em, fill: stress })
    const text =
      side === 'start'
        ? { ...figure, anchor: 'end' as const }
        : { ...figure, anchor: 'start' as const }
    const shapes = entry.point === undefined ? name : [text as Shape, ...name]
    return { shapes, leaders: bend(entry.y, middle, { plan, style, side }), middle }
  })
  const width = (printed: string): number => widthOf(printed, VALUE_STYLE, em)
  return {
    shapes: entries.flatMap(({ shapes }) => shapes),
    leaders: entries.flatMap(({ leaders }) => leaders),
    boxes: entries.map(({ middle }, index) => {
      const printed = found[index]?.point?.figure.printed ?? ''
      const half = (VALUE_HEIGHT * em) / 2
      return side === 'start'
        ? { left: x - width(printed), right: x, top: middle - half, bottom: middle + half }
        : { left: x, right: style.width, top: middle - half, bottom: middle + half }
    }),
  }
}

function lastY({ points }: PlannedLine): number {
  return points.findLast((point) => point !== undefined)?.at[1] ?? 0
}

/** From a point to its figure, where the figure had to move. */
function bend(
  from: number,
  to: number,
  {
    plan,
    style,
    side,
  }: { readonly plan: LinePlan; readonly style: ChartStyle; readonly side: 'start' | 'end' },
): readonly Shape[] {
  const { em, area } = plan
  if (Math.abs(from - to) < 0.3 * em) return []
  const [edge, gap] = side === 'start' ? [area.left, -START_GAP] : [area.right, END_GAP]
  const at = (share: number): number => round(edge + gap * share * em)
  return [
    linePath(
      [
        [at(0.3), from],
        [at(0.85), to],
      ],
      { stroke: style.colors.muted, strokeWidth: em / 18 },
    ),
  ]
}

type Inner = {
  readonly shapes: readonly Shape[]
  readonly leaders: readonly Shape[]
  readonly marked: readonly LinePoint[]
}

type InnerContext = { readonly style: ChartStyle; readonly taken: readonly Box[] }

/** Highest, lowest and stressed figures of each line, then all others of a line where all have room. */
function drawInner(chart: Chart, plan: LinePlan, { style, taken }: InnerContext): Inner {
  const boxes: Box[] = [...taken, ...markerBoxes(plan)]
  const inner: { shapes: Shape[]; leaders: Shape[]; marked: LinePoint[] } = {
    shapes: [],
    leaders: [],
    marked: [],
  }
  const write = (point: LinePoint, series: number, isNeeded: boolean): boolean => {
    const obstacles = obstaclesOf(plan, style, boxes)
    const [line] = [plan.lines[series]]
    const width = widthOf(point.figure.printed, VALUE_STYLE, plan.em)
    const wish = {
      point: point.at,
      width,
      height: VALUE_HEIGHT * plan.em,
      isAbove: isPeak(line, point),
      isNeeded,
    }
    const placed = placeValue(wish, obstacles)
    if (placed === undefined) return false
    const { box } = placed
    boxes.push(box)
    const isStressed = isHighlighted(chart, series, point.category) || line?.isStressed === true
    inner.shapes.push(
      textShape(point.figure.printed, {
        x: (box.left + box.right) / 2,
        middle: (box.top + box.bottom) / 2,
        em: plan.em,
        weight: 700,
        fill: isStressed ? style.colors.accent : style.colors.ink,
        anchor: 'middle',
      }),
    )
    if (placed.isFar) inner.leaders.push(leader(point.at, box, { plan, style }))
    inner.marked.push(point)
    return true
  }
  for (const [series, line] of plan.lines.entries())
    for (const point of neededPoints(chart, line, series)) write(point, series, true)
  for (const [series, line] of plan.lines.entries()) {
    const rest = innerPoints(line).filter((point) => !inner.marked.includes(point))
    const before = {
      boxes: boxes.length,
      shapes: inner.shapes.length,
      leaders: inner.leaders.length,
      marked: inner.marked.length,
    }
    if (rest.every((point) => write(point, series, false))) continue
    boxes.length = before.boxes
    inner.shapes.length = before.shapes
    inner.leaders.length = before.leaders
    inner.marked.length = before.marked
  }
  return inner
}

/** All but those whose figures stand in the columns at both ends. */
function innerPoints({ points }: PlannedLine): readonly LinePoint[] {
  return points.slice(1, -1).flatMap((point) => point ?? [])
}

function neededPoints(chart: Chart, line: PlannedLine, series: number): readonly LinePoint[] {
  const known = line.points.flatMap((point) => point ?? [])
  const byValue = [...known].sort((a, b) => a.figure.value - b.figure.value)
  const stressed = known.filter(({ category }) => isHighlighted(chart, series, category))
  const inner = innerPoints(line)
  const wanted = [...stressed, known[0], known.at(-1), byValue.at(-1), byValue[0]]
  return [...new Set(wanted)].flatMap((point) =>
    point !== undefined && inner.includes(point) ? [point] : [],
  )
}

/** A figure stands over a point that is higher than its neighbours, and under one that is lower. */
function isPeak(line: PlannedLine | undefined, { category, at }: LinePoint): boolean {
  const before = line?.points[category - 1]?.at[1] ?? at[1]
  const after = line?.points[category + 1]?.at[1] ?? at[1]
  return at[1] <= (before + after) / 2
}

function markerBoxes({ lines, em }: LinePlan): readonly Box[] {
  const r = RADIUS * em
  return lines.flatMap(({ points }) =>
    points.flatMap((point) =>
      point === undefined
        ? []
        : [
            {
              left: point.at[0] - r,
              right: point.at[0] + r,
              top: point.at[1] - r,
              bottom: point.at[1] + r,
            },
          ],
    ),
  )
}

function obstaclesOf(
  { lines, em, area, scale }: LinePlan,
  { width }: ChartStyle,
  boxes: readonly Box[],
): Obstacles {
  const zero: readonly Point[] =
    scale.zero === undefined
      ? []
      : [
          [area.left, scale.zero],
          [area.right, scale.zero],
        ]
  return {
    lines: [...lines.flatMap(({ points }) => runsOf(points.map((point) => point?.at))), zero],
    boxes,
    area: { left: 0, right: width, top: 0, bottom: area.bottom + em / 2 },
    em,
  }
}

function leader(
  [x, y]: Point,
  box: Box,
  { plan, style }: { readonly plan: LinePlan; readonly style: ChartStyle },
): Shape {
  const isAbove = box.bottom < y
  const toX = Math.max(box.left, Math.min(box.right, x))
  return linePath(
    [
      [x, y],
      [toX, isAbove ? box.bottom : box.top],
    ],
    { stroke: style.colors.muted, strokeWidth: plan.em / 18 },
  )
}
