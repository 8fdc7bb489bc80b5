/** Lines as PowerPoint draws them, on the measures of our own drawing. */
import { type ChartStyle, LABEL_STYLE, LINE_HEIGHT, widthOf } from '../../chart/chart-style.ts'
import {
  type FilledPlan,
  fitLines,
  markedPoints,
  STRESSED_RADIUS,
  strokeOf,
} from '../../chart/draw-line.ts'
import {
  FIGURE_HEIGHT,
  isHighlighted,
  type LinePoint,
  type PlannedLine,
  RADIUS,
} from '../../chart/line-plan.ts'
import { domainOf, standsOnZero } from '../../chart/line-scale.ts'
import { inlineText } from '../../topic/inline-text.ts'
import type { Chart } from '../../topic/topic.ts'
import type {
  ChartPlan,
  LabelPlan,
  PlannedChart,
  PointPlan,
  SeriesPlan,
  Share,
  TimeAxis,
} from './chart-plan.ts'
import { colorName } from './color-names.ts'
import { legendShare } from './legend-share.ts'
import { stepOf, timesOf } from './time-axis.ts'

type Lines = FilledPlan & {
  readonly chart: Chart
  readonly style: ChartStyle
  /** The drawing is shrunk by it where its least letters are too tall for the room. */
  readonly shrink: number
}

export function planLineChart(chart: Chart, style: ChartStyle): PlannedChart {
  const filled = fitLines(chart, style)
  const { plan } = filled
  const shrink = Math.min(1, style.maxHeight / plan.height)
  const lines = { ...filled, chart, style, shrink }
  const categories = chart.categories.map((label) => inlineText(label).trim())
  const times = timesIn(lines, categories)
  return {
    heightPx: plan.height * shrink,
    plan: {
      kind: 'lines',
      sizePx: plan.em * shrink,
      plot: plotOf(lines, categories),
      ...(plan.keyHeight > 0 && {
        legend: legendShare({
          names: chart.series.map(({ label }) => inlineText(label).trim()),
          em: plan.em * shrink,
          width: style.width,
          height: plan.keyHeight / plan.height,
          isColumn: true,
        }),
      }),
      categories,
      ...(times !== undefined && { times }),
      series: plan.lines.map((line, index) => seriesOf(lines, line, index)),
      scale: scaleOf(lines),
      hasRule: plan.scale.zero !== undefined,
      gaps: { between: 0, within: 0 },
      labelStep: stepOfLabels(lines),
    },
  }
}

/** Under the lowest point, where the lines do not stand on zero, in em; see line-plan.ts. */
const GROUND = 0.5

/** Of the width, to both sides of one point that stands alone. */
const LONE_SHARE = 0.25

function plotOf(lines: Lines, categories: readonly string[]): Share {
  const { chart, plan, style, shrink } = lines
  const { area, em, height } = plan
  // One point stands in the middle of its place, which needs a width for its label.
  const wide = chart.categories.length === 1 ? LONE_SHARE * style.width : 0
  const [left, right] = [area.left - wide, area.right + wide]
  const ground = area.bottom + (standsOnZero(chart) ? 0 : GROUND * em)
  const bottom = ground - slantRoom(lines, categories)
  return {
    x: (left / style.width) * shrink,
    y: area.top / height,
    width: ((right - left) / style.width) * shrink,
    height: (bottom - area.top) / height,
  }
}

/** Of the room of the lines, what slanted labels take at most. */
const MOST_SLANT = 0.4
/** Between the lines and the labels, in em. */
const AXIS_GAP = 0.5

/** LibreOffice leaves no label out, but slants those that have no room side by side. */
function slantRoom(lines: Lines, categories: readonly string[]): number {
  const { area, em } = lines.plan
  if (stepOfLabels(lines) === 1 || timesIn(lines, categories) !== undefined) return 0
  const widest = Math.max(...categories.map((label) => widthOf(label, LABEL_STYLE, em)))
  const slanted = (widest + LINE_HEIGHT * em) * Math.SQRT1_2 - (LINE_HEIGHT - AXIS_GAP) * em
  return Math.max(0, Math.min(slanted, MOST_SLANT * (area.bottom - area.top)))
}

/** Lines keep the scale that their figures were placed on, unless one stands alone, with room below its figures. */
function scaleOf(lines: Lines): ChartPlan['scale'] {
  const { chart, plan } = lines
  const { least, most } = domainOf(chart)
  const unit = (most - least) / Math.max(1, plan.area.bottom - plan.area.top)
  const min = standsOnZero(chart) ? 0 : least - unit * GROUND * plan.em
  return chart.series.length < 2 && !isTight(lines) ? { min } : { min, max: most }
}

/** Of its height, what a line has at least on a scale that PowerPoint chooses; and a figure below a point, in em. */
const LEAST_HEIGHT = 0.83
const BELOW = 1.5

function isTight({ plan, values }: Lines): boolean {
  const { area, em } = plan
  return [...values.places].some(([{ at }, box]) => {
    const isBelow = box.top >= at[1]
    return isBelow && (area.bottom - at[1]) * LEAST_HEIGHT < BELOW * em
  })
}

function stepOfLabels({ plan, chart }: Lines): number {
  const { ticks } = plan
  if (ticks.length === chart.categories.length) return 1
  return Math.max(1, (ticks[1]?.category ?? 1) - (ticks[0]?.category ?? 0))
}

function timesIn(lines: Lines, labels: readonly string[]): TimeAxis | undefined {
  const { xs } = lines.plan.scale
  const steps = xs.slice(1).map((x, index) => x - (xs[index] ?? 0))
  const isEven = Math.max(...steps) - Math.min(...steps) < 1
  const times = isEven && stepOfLabels(lines) === 1 ? undefined : timesOf(labels)
  if (times === undefined || xs.length < 2) return undefined
  const width = (xs.at(-1) ?? 0) - (xs[0] ?? 0)
  return { ...times, step: stepOf(times, { labels, em: lines.plan.em, width }) }
}

function seriesOf(lines: Lines, line: PlannedLine, series: number): SeriesPlan {
  const { chart, style, plan, values, shrink } = lines
  const markerPx = 2 * RADIUS * plan.em * shrink
  const seen = markedPoints(line, { plan, marked: values.marked })
  return {
    name: inlineText(chart.series[series]?.label ?? []).trim(),
    color: colorName(line.look.color, style.colors),
    strokePx: strokeOf(line.isStressed) * plan.em * shrink,
    markerPx,
    points: line.points.map((point, category): PointPlan | undefined => {
      if (point === undefined) return undefined
      const isStressed = isHighlighted(chart, series, category)
      const label = labelOf(lines, { line, series, point })
      return {
        value: point.figure.value,
        printed: point.figure.printed,
        ...(isStressed && { color: 'accent', markerPx: markerPx * STRESSED_RADIUS }),
        ...(!seen.has(point) && { markerPx: 0 }),
        ...(label !== undefined && { label }),
      }
    }),
  }
}

type At = { readonly line: PlannedLine; readonly series: number; readonly point: LinePoint }

function labelOf(lines: Lines, at: At): LabelPlan | undefined {
  const { chart, plan, values, shrink } = lines
  const { line, series, point } = at
  const box = values.places.get(point)
  const isLast = line.points.findLast((one) => one !== undefined) === point
  const isNamed = isLast && line.name.length > 0
  if (box === undefined && !isNamed) return undefined
  const { side, shift } = placeOf(lines, at)
  const isAtEnd = side === 'left' || side === 'right'
  const isStressed = line.isStressed || (!isAtEnd && isHighlighted(chart, series, point.category))
  return {
    side,
    color: isStressed ? 'accent' : 'ink',
    sizePx: plan.em * shrink,
    ...(shift !== undefined && { shift }),
    ...(isNamed && { name: line.name, isNameStrong: line.isStressed }),
  }
}

type LabelPlace = Pick<LabelPlan, 'side' | 'shift'>

function placeOf(lines: Lines, { line, point }: At): LabelPlace {
  const { values, plan } = lines
  const last = plan.scale.xs.length - 1
  const box = values.places.get(point)
  const isLast = line.points.findLast((one) => one !== undefined) === point
  if (box === undefined || point.category === last || (isLast && line.name.length > 0))
    return { side: 'right', ...columnShift(lines, point, 1) }
  if (point.category === 0) return { side: 'left', ...columnShift(lines, point, -1) }
  const [x, y] = point.at
  const isAbove = box.bottom <= y
  const usual = (NEAR + FIGURE_HEIGHT / 2) * plan.em * (isAbove ? -1 : 1)
  const shift = {
    x: (box.left + box.right) / 2 - x,
    y: (box.top + box.bottom) / 2 - (y + usual),
  }
  return { side: isAbove ? 'above' : 'below', ...shiftBy(lines, shift) }
}

/** Between a point and the figure over it, in em. */
const NEAR = 0.32
/** A shift that nobody would see, in em. */
const LEAST_SHIFT = 0.3
/** Of figures that stand beside their points: room for a line to each. */
const COLUMN_SHIFT = 0.55

function columnShift(lines: Lines, point: LinePoint, direction: 1 | -1): Pick<LabelPlan, 'shift'> {
  const { values, plan } = lines
  const offset = (one: LinePoint): number => {
    const box = values.places.get(one)
    return box === undefined ? 0 : (box.top + box.bottom) / 2 - one.at[1]
  }
  const column = plan.lines.flatMap(({ points }) => points[point.category] ?? [])
  const isSpread = column.some((one) => Math.abs(offset(one)) >= LEAST_SHIFT * plan.em)
  if (!isSpread) return {}
  return shiftBy(lines, { x: direction * COLUMN_SHIFT * plan.em, y: offset(point) })
}

function shiftBy(
  { plan, style, shrink }: Lines,
  { x, y }: { readonly x: number; readonly y: number },
): Pick<LabelPlan, 'shift'> {
  if (Math.max(Math.abs(x), Math.abs(y)) < LEAST_SHIFT * plan.em) return {}
  return { shift: { x: (x / style.width) * shrink, y: y / plan.height } }
}
