/** Bars and lines over named places, with the value written on the mark; no grid, no axis of figures. */
import { measureText } from '../../font/measure-text.ts'
import type { Plot, PlotSeries } from '../../topic/diagram/diagram.ts'
import { drawLabel, type Label, setLabel } from './label.ts'
import { circle, polyline, rectangle } from './outline.ts'
import type { DiagramPlan, PlanColor, PlanShape } from './plan.ts'
import { drawFrame, type PlotFrame } from './plot-frame.ts'

/** Width and height in em, large before small: the first that is set in good type is taken. */
const SIZES = [
  [39, 16],
  [39, 13],
  [39, 10],
  [32, 9],
  [28, 10],
  [26, 8],
  [20, 7],
] as const

const BOLD = { stack: 'sans', weight: 700, isItalic: false } as const
const VALUE_LINE = 1.3
const COLORS: readonly PlanColor[] = ['primary', 'accent', 'muted', 'ink']

export function planPlot(plot: Plot): readonly DiagramPlan[] {
  return SIZES.map(([width, height]) => drawPlot(plot, width, height))
}

function drawPlot(plot: Plot, width: number, height: number): DiagramPlan {
  const frame = drawFrame(plot, {
    width,
    height,
    colors: plot.series.map((_, at) => colorOf(plot, at)),
  })
  const bars = plot.series.filter(({ kind }) => kind === 'bar')
  const shapes = plot.series.flatMap((series, index) => {
    const context = { plot, frame, color: colorOf(plot, index) }
    if (series.kind === 'line') return drawLine(series, context)
    return drawBars(series, { ...context, place: bars.indexOf(series), count: bars.length })
  })
  return { width, height: frame.height, isAsked: true, shapes: [...frame.shapes, ...shapes] }
}

/** A line over bars is the one to notice. */
function colorOf({ series }: Plot, index: number): PlanColor {
  const hasBars = series.some(({ kind }) => kind === 'bar')
  const ofKind = series.filter(({ kind }) => kind === series[index]?.kind)
  const own = series[index]
  const place = own === undefined ? 0 : ofKind.indexOf(own)
  const offset = own?.kind === 'line' && hasBars ? 1 : 0
  return COLORS[(place + offset) % COLORS.length] ?? 'primary'
}

type Context = { readonly plot: Plot; readonly frame: PlotFrame; readonly color: PlanColor }
type BarContext = Context & { readonly place: number; readonly count: number }

const BAND_SHARE = 0.66

function drawBars(series: PlotSeries, context: BarContext): readonly PlanShape[] {
  const { frame, color, place, count, plot } = context
  const thickness = (frame.band * BAND_SHARE) / count
  return series.values.flatMap(({ value, printed }, index) => {
    const start = frame.placeOf(index) - (frame.band * BAND_SHARE) / 2 + place * thickness
    const [from, to] = [
      frame.levelOf(Math.max(frame.low, Math.min(0, frame.high))),
      frame.levelOf(value),
    ]
    const long = Math.max(0.06, Math.abs(to - from))
    const near = Math.min(from, to)
    const box = plot.isHorizontal
      ? { x: near, y: start, width: long, height: thickness * 0.94 }
      : { x: start, y: near, width: thickness * 0.94, height: long }
    const fits = plot.isHorizontal || measureText(printed, BOLD) < frame.band / count - 0.1
    const label = setLabel(fits ? printed : '', { maxWidth: 99, weight: 700 })
    const middle = start + thickness * 0.47
    return [
      { kind: 'path', steps: rectangle(box), fill: color, strokeWidth: 0 },
      ...writeValue(label, { plot, at: middle, to, isBelow: value < 0 }),
    ]
  })
}

type ValuePlace = {
  readonly plot: Plot
  readonly at: number
  readonly to: number
  readonly isBelow: boolean
}

function writeValue(label: Label, { plot, at, to, isBelow }: ValuePlace): readonly PlanShape[] {
  if (!plot.isHorizontal) {
    const top = isBelow ? to + 0.1 : to - label.height - 0.1
    return drawLabel(label, { x: at, top, color: 'ink' })
  }
  return drawLabel(label, {
    x: to + (isBelow ? -0.4 : 0.4),
    top: at - label.height / 2,
    color: 'ink',
    anchor: isBelow ? 'end' : 'start',
  })
}

function drawLine(series: PlotSeries, { plot, frame, color }: Context): readonly PlanShape[] {
  const points = series.values.map(({ value }, index) => {
    const [along, level] = [frame.placeOf(index), frame.levelOf(value)]
    return plot.isHorizontal ? { x: level, y: along } : { x: along, y: level }
  })
  const lone = plot.series.length === 1
  const values = series.values.flatMap(({ value, printed }, index) => {
    const point = points[index]
    const fits = lone && measureText(printed, BOLD) < frame.band - 0.3
    if (point === undefined || !fits) return []
    const label = setLabel(printed, { maxWidth: 99, weight: 700 })
    const isLow = !plot.isHorizontal && isValley(series, index)
    if (plot.isHorizontal)
      return writeValue(label, { plot, at: point.y, to: point.x, isBelow: value < 0 })
    const top = isLow ? point.y + 0.3 : point.y - VALUE_LINE - 0.25
    return drawLabel(label, { x: point.x, top, color: 'ink' })
  })
  return [
    { kind: 'path', steps: polyline(points), stroke: color, strokeWidth: 0.14 },
    ...points.map(
      (point): PlanShape => ({
        kind: 'path',
        steps: circle(point, 0.2),
        fill: 'paper',
        stroke: color,
        strokeWidth: 0.12,
      }),
    ),
    ...values,
  ]
}

/** The line rises on both sides: its value stands below. */
function isValley({ values }: PlotSeries, index: number): boolean {
  const at = (place: number): number => values[place]?.value ?? Number.NEGATIVE_INFINITY
  return at(index - 1) > at(index) && at(index + 1) > at(index)
}
