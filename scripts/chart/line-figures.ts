/** Which figures of a line chart are written, and where. */
import type { Chart } from '../topic/topic.ts'
import { type ChartStyle, textShape, VALUE_STYLE, widthOf } from './chart-style.ts'
import type { Shape } from './drawing.ts'
import { drawColumn } from './line-ends.ts'
import {
  FIGURE_HEIGHT,
  isHighlighted,
  type LinePlan,
  type LinePoint,
  type PlannedLine,
  RADIUS,
} from './line-plan.ts'
import { runsOf } from './line-scale.ts'
import { type Box, type Obstacles, placeValue } from './line-values.ts'
import { linePath, type Point } from './path-shapes.ts'

type Values = {
  readonly texts: readonly Shape[]
  readonly leaders: readonly Shape[]
  /** Points whose figure is written. */
  readonly marked: ReadonlySet<LinePoint>
  /** Where each figure is written. */
  readonly places: ReadonlyMap<LinePoint, Box>
}

export function drawValues(chart: Chart, plan: LinePlan, style: ChartStyle): Values {
  const first = drawColumn(plan, style, 'start')
  const last = drawColumn(plan, style, 'end')
  const inner = drawInner(chart, plan, { style, taken: [...first.boxes, ...last.boxes] })
  const ends = plan.lines.flatMap(({ points }) => [points[0] ?? [], points.at(-1) ?? []].flat())
  return {
    texts: [...first.shapes, ...last.shapes, ...inner.shapes],
    leaders: [...first.leaders, ...last.leaders, ...inner.leaders],
    marked: new Set([...ends, ...inner.marked]),
    places: new Map([...first.places, ...last.places, ...inner.places]),
  }
}

type Inner = {
  readonly shapes: readonly Shape[]
  readonly leaders: readonly Shape[]
  readonly marked: readonly LinePoint[]
  readonly places: ReadonlyMap<LinePoint, Box>
}

type InnerContext = { readonly style: ChartStyle; readonly taken: readonly Box[] }

/** Highest, lowest and stressed figures of each line, then all others of a line where all have room. */
function drawInner(chart: Chart, plan: LinePlan, { style, taken }: InnerContext): Inner {
  const boxes: Box[] = [...taken, ...markerBoxes(plan)]
  const inner = {
    shapes: [] as Shape[],
    leaders: [] as Shape[],
    marked: [] as LinePoint[],
    places: new Map<LinePoint, Box>(),
  }
  const write = (point: LinePoint, series: number, isNeeded: boolean): boolean => {
    const obstacles = obstaclesOf(plan, style, boxes)
    const [line] = [plan.lines[series]]
    const width = widthOf(point.figure.printed, VALUE_STYLE, plan.em)
    const wish = {
      point: point.at,
      width,
      height: FIGURE_HEIGHT * plan.em,
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
    inner.places.set(point, box)
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
    for (const point of inner.marked.slice(before.marked)) inner.places.delete(point)
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
  { lines, em, area, scale, keyHeight }: LinePlan,
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
    area: { left: 0, right: width, top: keyHeight, bottom: area.bottom + em / 2 },
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
