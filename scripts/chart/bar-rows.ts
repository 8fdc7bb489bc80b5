/** Where the bars of a chart stand: rows of one bar or of one for each series, on one scale from zero. */
import type { TextStyle } from '../font/faces.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Chart, ChartFigure } from '../topic/topic.ts'
import {
  LABEL_STYLE,
  LINE_HEIGHT,
  labelStyle,
  VALUE_GAP,
  VALUE_STYLE,
  widthOf,
} from './chart-style.ts'
import { balanceLabel, wrapLabel } from './wrap-label.ts'

/** How close bars stand, in em of the text size; the drawing of the intent has 28 px text and 44 px bars. */
export type Density = { readonly bar: number; readonly gap: number }

export const LOOSE = { one: { bar: 1.45, gap: 0.6 }, several: { bar: 1.2, gap: 0.75 } } as const
export const CLOSE = { one: { bar: 1.18, gap: 0.24 }, several: { bar: 1.1, gap: 0.42 } } as const
/** Between the bars of one row. */
export const SERIES_GAP = 0.06
const LABEL_GAP = 0.7
const NAME_GAP = 0.5
const MAX_LABEL_SHARE = 0.42
/** Names of series that are longer stand above the chart, each with a sample of its colour. */
const MAX_NAME_SHARE = 0.3
export const KEY_STEP = 1.5
const KEY_GAP = 0.5

export type Row = {
  readonly category: number
  readonly lines: readonly string[]
  readonly height: number
}

export type BarPlan = {
  readonly em: number
  readonly barHeight: number
  readonly rowGap: number
  readonly labelWidth: number
  readonly rows: readonly Row[]
  /** Height of the names of the series above the bars; 0 when they stand beside the first bars. */
  readonly keyHeight: number
  readonly isNamedInside: boolean
  readonly zero: number
  /** Length of one unit of value; 0 when all values are 0. */
  readonly scale: number
}

export type PlanOptions = {
  readonly width: number
  readonly em: number
  readonly density: Density
  /** First categories of the parts, where the series are named. */
  readonly starts: readonly number[]
}

export function planBars(chart: Chart, options: PlanOptions): BarPlan {
  const { width, em, density } = options
  const labels = chart.categories.map(inlineText)
  const styleOf = (category: number): TextStyle => labelStyle(category === chart.highlight.category)
  const widest = Math.max(0, ...labels.map((label, at) => widthOf(label, styleOf(at), em)))
  const labelWidth = Math.min(width * MAX_LABEL_SHARE, widest)
  const barHeight = density.bar * em
  const count = Math.max(1, chart.series.length)
  const barsHeight = count * barHeight + (count - 1) * SERIES_GAP * em
  const rows = labels.map((label, category) => {
    const lines = wrapLabel(label, labelWidth / em, styleOf(category))
    return { category, lines, height: Math.max(barsHeight, lines.length * LINE_HEIGHT * em) }
  })
  const names = namesOf(chart)
  const longest = Math.max(0, ...names.map((name) => widthOf(name, LABEL_STYLE, em)))
  const isNamedInside = names.length > 0 && longest <= width * MAX_NAME_SHARE
  const isKeyed = names.length > 0 && !isNamedInside
  const left = labelWidth === 0 ? 0 : labelWidth + LABEL_GAP * em
  return {
    em,
    barHeight,
    rowGap: density.gap * em,
    labelWidth,
    rows,
    keyHeight: isKeyed ? (keyLines(chart, width, em).flat().length * KEY_STEP + KEY_GAP) * em : 0,
    isNamedInside,
    ...scaleOf(marksOf(chart, { ...options, isNamedInside }), { left, right: width }),
  }
}

/** Of several series; one alone needs no name beside its bars. */
function namesOf({ series }: Chart): readonly string[] {
  return series.length < 2 ? [] : series.map(({ label }) => inlineText(label))
}

/** The name of each series in lines as wide as the chart. */
export function keyLines(chart: Chart, width: number, em: number): readonly (readonly string[])[] {
  return namesOf(chart).map((name) => balanceLabel(name, width / em - KEY_INDENT))
}

export const KEY_INDENT = 1.3

/** What is written at the end of a bar: the figure, then in the first row the name of its series. */
export function endText(figure: ChartFigure | undefined): string {
  return figure?.printed ?? '–'
}

export function nameOffset(figure: ChartFigure | undefined, em: number): number {
  const value = widthOf(endText(figure), VALUE_STYLE, em)
  return (figure?.value ?? 0) < 0 ? VALUE_GAP * em : VALUE_GAP * em + value + NAME_GAP * em
}

type BarMark = {
  readonly value: number
  /** Room for text beyond the end of the bar, and to the right of zero. */
  readonly after: number
  readonly right: number
}

function marksOf(
  { series }: Chart,
  { em, starts, isNamedInside }: PlanOptions & { readonly isNamedInside: boolean },
): readonly BarMark[] {
  return series.flatMap(({ label, figures }) => {
    const name = isNamedInside ? widthOf(inlineText(label), LABEL_STYLE, em) : 0
    return figures.map((figure, category) => {
      const value = figure?.value ?? 0
      const isNamed = isNamedInside && starts.includes(category)
      const text = widthOf(endText(figure), VALUE_STYLE, em) + VALUE_GAP * em
      const named = isNamed ? nameOffset(figure, em) + name : 0
      return value < 0
        ? { value, after: text, right: named }
        : { value, after: Math.max(text, named), right: 0 }
    })
  })
}

/** Zero stands where negative bars leave room for their length and value, and positive ones for theirs. */
function scaleOf(
  marks: readonly BarMark[],
  area: { readonly left: number; readonly right: number },
): Pick<BarPlan, 'zero' | 'scale'> {
  const negative = marks.filter(({ value }) => value < 0)
  const positive = marks.filter(({ value }) => value >= 0)
  const room = area.right - area.left
  if (negative.length === 0) {
    const scales = positive.flatMap(({ value, after }) =>
      value > 0 ? [Math.max(0, room - after) / value] : [],
    )
    return { zero: area.left, scale: scales.length === 0 ? 0 : Math.min(...scales) }
  }
  const before = Math.max(0, ...negative.map(({ after }) => after))
  const after = Math.max(
    0,
    ...positive.map((mark) => mark.after),
    ...negative.map(({ right }) => right),
  )
  const least = Math.min(0, ...negative.map(({ value }) => value))
  const most = Math.max(0, ...positive.map(({ value }) => value))
  const scale = Math.max(0, room - before - after) / (most - least)
  return { zero: area.left + before - least * scale, scale }
}

/** Height of the rows `from` to `to` with the names above them. */
export function heightOf({ rows, rowGap, keyHeight }: BarPlan, from = 0, to = rows.length): number {
  const shown = rows.slice(from, to)
  const gaps = Math.max(0, shown.length - 1) * rowGap
  return keyHeight + shown.reduce((sum, row) => sum + row.height, 0) + gaps
}
