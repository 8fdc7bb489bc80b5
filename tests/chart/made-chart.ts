import type { ChartStyle } from '../../scripts/chart/draw-chart.ts'
import { DECK_TOKENS } from '../../scripts/theme/deck-tokens.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import type { Chart, ChartFigure, ChartKind, Inline } from '../../scripts/topic/topic.ts'

const { theme } = makeTheme({ name: 'lecture', tokens: null, css: '' })

export const COLORS = theme.colors

/** A slide of 16:9, under a title and a caption. */
export const DECK_STYLE: ChartStyle = {
  width: 1112,
  maxHeight: 440,
  textSize: DECK_TOKENS.sizes.chart.sizePx,
  minTextSize: DECK_TOKENS.minChartTextPx,
  isRoomy: true,
  colors: COLORS,
}

/** A column of the brief, 86 mm wide. */
export const BRIEF_STYLE: ChartStyle = {
  width: 244,
  maxHeight: 300,
  textSize: 8.2,
  minTextSize: 8.2,
  isRoomy: false,
  colors: COLORS,
}

export type MadeBar = {
  readonly label: string
  readonly value: number
  readonly printed: string
  readonly isHighlighted: boolean
}

export function bar(
  label: string,
  value: number,
  printed = String(value),
  isHighlighted = false,
): MadeBar {
  return { label, value, printed, isHighlighted }
}

export function plain(text: string): Inline {
  return text === '' ? [] : [{ kind: 'text', text }]
}

const EMPTY = {
  path: 'charts/x.svg',
  title: [],
  caption: [],
  unit: '',
  hasRest: false,
  alt: 'x',
  sources: [],
} as const

/** One series: of bars, parts or points. */
export function chartOf(bars: readonly MadeBar[], kind: ChartKind = 'bar'): Chart {
  return {
    ...EMPTY,
    kind,
    categories: bars.map(({ label }) => plain(label)),
    series: [{ label: [], figures: bars.map(({ value, printed }) => ({ value, printed })) }],
    highlight: { category: bars.findIndex(({ isHighlighted }) => isHighlighted), series: -1 },
  }
}

export type MadeSeries = {
  readonly label: string
  readonly values: readonly (number | undefined)[]
}

/** Several series; a value of undefined is not known. */
export function seriesChart(
  kind: ChartKind,
  categories: readonly string[],
  series: readonly MadeSeries[],
  highlight: Partial<Chart['highlight']> = {},
): Chart {
  return {
    ...EMPTY,
    kind,
    categories: categories.map(plain),
    series: series.map(({ label, values }) => ({
      label: plain(label),
      figures: values.map(figureOf),
    })),
    highlight: { category: -1, series: -1, ...highlight },
  }
}

function figureOf(value: number | undefined): ChartFigure | undefined {
  return value === undefined ? undefined : { value, printed: String(value).replace('-', '−') }
}
