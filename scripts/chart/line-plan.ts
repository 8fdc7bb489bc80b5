/** The parts of a line chart in one place: its lines, the figures at both ends, the room between. */

import { inlineText } from '../topic/inline-text.ts'
import type { Chart, ChartFigure } from '../topic/topic.ts'
import { KEY_STEP, keyLines } from './bar-rows.ts'
import { type ChartStyle, LINE_HEIGHT, VALUE_STYLE, widthOf } from './chart-style.ts'
import { type Area, type LineScale, scaleLines, standsOnZero } from './line-scale.ts'
import { placeTicks, type Tick, ticksHeight } from './line-ticks.ts'
import type { Point } from './path-shapes.ts'
import { looksOf, type SeriesLook } from './series-look.ts'
import { balanceLabel } from './wrap-label.ts'

export type LinePoint = {
  readonly category: number
  readonly figure: ChartFigure
  readonly at: Point
}

export type PlannedLine = {
  readonly look: SeriesLook
  readonly isStressed: boolean
  /** By category. */
  readonly points: readonly (LinePoint | undefined)[]
  /** The name of the series beside its last figure. */
  readonly name: readonly string[]
  readonly lastWidth: number
}

export type LinePlan = {
  readonly em: number
  readonly area: Area
  readonly height: number
  readonly scale: LineScale
  readonly lines: readonly PlannedLine[]
  readonly ticks: readonly Tick[]
  /** Names of the series above the lines, in lines of text; empty when they stand at the ends. */
  readonly key: readonly (readonly string[])[]
  readonly keyHeight: number
}

/** In em. */
const HEIGHT = 15
const LEAST_HEIGHT = 9
const TOP = 1.5
/** Under the lowest point, where zero is not the ground it stands on; and above the labels. */
const BOTTOM = 0.5
const AXIS_GAP = 0.5
/** Between the last point and its figure: room for a bent leader. */
export const END_GAP = 1
export const START_GAP = 0.7
const NAME_GAP = 0.5
const MAX_NAME_SHARE = 0.26
const KEY_GAP = 0.4
/** How far names may reach below the lowest point. */
export const COLUMN_OVERHANG = 0.6
const STEPS = 6
/** Where one point alone stands. */
const LONE_POINT = 0.42

/** Names stand at the ends of their lines; where they are too long for that, above the lines, each with a sample. */
export function planLines(chart: Chart, style: ChartStyle): LinePlan {
  const { textSize, minTextSize, maxHeight } = style
  const least = Math.min(minTextSize, textSize)
  const em = Math.max(least, Math.min(textSize, maxHeight / LEAST_HEIGHT))
  const beside = planAt(chart, style, { em, isKeyed: false })
  if (isRoomForNames(beside)) return beside
  for (let step = 0; step < STEPS; step++) {
    const plan = planAt(chart, style, { em: em - ((em - least) * step) / STEPS, isKeyed: true })
    if (plan.height <= maxHeight) return plan
  }
  return planAt(chart, style, { em: least, isKeyed: true })
}

function isRoomForNames({ lines, em, area }: LinePlan): boolean {
  const names = lines.reduce((sum, { name }) => sum + labelHeight(name.length, em), 0)
  return names <= area.bottom + COLUMN_OVERHANG * em
}

type Setting = { readonly em: number; readonly isKeyed: boolean }

function planAt(chart: Chart, style: ChartStyle, { em, isKeyed }: Setting): LinePlan {
  const { width } = style
  const key = isKeyed ? keyLines(chart, width, em) : []
  const keyHeight = key.length === 0 ? 0 : (key.flat().length * KEY_STEP + KEY_GAP) * em
  const ends = endsOf(chart, style, { em, isKeyed })
  const labels = chart.categories.map(inlineText)
  const [left, right] = [ends.left, width - ends.right]
  const across = scaleLines(chart, { left, right, top: 0, bottom: 1 })
  const ticks = placeTicks(labels, { em, width, xs: across.xs, stressed: chart.highlight.category })
  const axis = ticksHeight(ticks, em) + AXIS_GAP * em
  const ground = standsOnZero(chart) ? 0 : BOTTOM * em
  // Labels of many lines make the drawing taller; the line keeps its room.
  const height = Math.max(LEAST_HEIGHT * em, Math.min(style.maxHeight, HEIGHT * em))
  const whole = Math.max(height, LEAST_HEIGHT * em * 0.7 + axis + keyHeight)
  const area = { left, right, top: TOP * em + keyHeight, bottom: whole - axis - ground }
  const scale = scaleLines(chart, area)
  const looks = looksOf(chart, style.colors)
  const lines = chart.series.map((series, index) => ({
    look: looks[index] ?? { color: style.colors.primary, greyPattern: undefined, greyDash: [] },
    isStressed: chart.highlight.series === index && chart.highlight.category === -1,
    points: series.figures.map((figure, category) =>
      figure === undefined
        ? undefined
        : { category, figure, at: [scale.xs[category] ?? 0, scale.y(figure.value)] as const },
    ),
    name: ends.names[index] ?? [],
    lastWidth: ends.lastWidth,
  }))
  return { em, area, height: whole, scale, lines, ticks, key, keyHeight }
}

type Ends = {
  readonly left: number
  readonly right: number
  readonly names: readonly (readonly string[])[]
  /** Of the widest figure at the right, so that names stand in one column. */
  readonly lastWidth: number
}

/** Room beside the lines for the first and last figures and the names. */
function endsOf(
  { series, categories }: Chart,
  { width }: ChartStyle,
  { em, isKeyed }: Setting,
): Ends {
  const value = (figure: ChartFigure | undefined): number =>
    widthOf(figure?.printed ?? '', VALUE_STYLE, em)
  const names = series.map(({ label }) => {
    const text = inlineText(label)
    return text === '' || series.length < 2 || isKeyed
      ? []
      : balanceLabel(text, (width * MAX_NAME_SHARE) / em)
  })
  const firstWidth = Math.max(0, ...series.map(({ figures }) => value(figures[0])))
  const lastWidth = Math.max(0, ...series.map(({ figures }) => value(figures.at(-1))))
  // The name of the stressed line is bold.
  const nameWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, VALUE_STYLE, em)))
  const gap = nameWidth === 0 ? 0 : NAME_GAP * em
  // Of one point, the first figure is the last.
  const isLone = categories.length === 1
  return {
    left: isLone ? width * LONE_POINT : firstWidth === 0 ? em / 2 : firstWidth + START_GAP * em,
    right: isLone
      ? width * (1 - LONE_POINT)
      : lastWidth + nameWidth === 0
        ? em / 2
        : END_GAP * em + lastWidth + gap + nameWidth,
    names,
    lastWidth: lastWidth === 0 ? 0 : lastWidth + gap,
  }
}

export function labelHeight(lines: number, em: number): number {
  return Math.max(1, lines) * LINE_HEIGHT * em
}

/** Of a mark on a point, and of the figures over it, in em. */
export const RADIUS = 0.19
export const FIGURE_HEIGHT = 0.95

export function isHighlighted({ highlight }: Chart, series: number, category: number): boolean {
  return highlight.category === category && (highlight.series === -1 || highlight.series === series)
}
