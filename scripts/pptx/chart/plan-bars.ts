/** Bars as PowerPoint draws them, on the measures of our own drawing. */
import { type BarPlan, endText, heightOf, KEY_STEP, SERIES_GAP } from '../../chart/bar-rows.ts'
import {
  type ChartStyle,
  LABEL_STYLE,
  LINE_HEIGHT,
  labelStyle,
  VALUE_GAP,
  widthOf,
} from '../../chart/chart-style.ts'
import { barRange, fitBars, isStressedFigure, lookOfBar } from '../../chart/draw-bars.ts'
import { looksOf } from '../../chart/series-look.ts'
import { wrapLabel } from '../../chart/wrap-label.ts'
import { inlineText } from '../../topic/inline-text.ts'
import type { Chart } from '../../topic/topic.ts'
import type { ChartPlan, LabelPlan, PlannedChart, PointPlan, SeriesPlan } from './chart-plan.ts'
import { colorName } from './color-names.ts'
import { KEY_ROOM, legendShare } from './legend-share.ts'

type Bars = {
  readonly chart: Chart
  readonly style: ChartStyle
  readonly plan: BarPlan
  /** Categories shown: the first, and the one after the last. */
  readonly from: number
  readonly to: number
  /** The drawing is shrunk by it where its least letters are too tall for the room. */
  readonly shrink: number
}

export function planBarChart(chart: Chart, style: ChartStyle): PlannedChart {
  const of = style.part?.of ?? 1
  const plan = fitBars(chart, style, of)
  const [from, to] = barRange(chart, { number: style.part?.number ?? 1, of })
  const drawn = heightOf(plan, from, to)
  const shrink = Math.min(1, style.maxHeight / drawn)
  const bars = { chart, style, plan, from, to, shrink }
  const usual = (drawn + keyHeight(bars) - plan.keyHeight + plan.rowGap) * shrink
  const heightPx = Math.min(style.maxHeight, isCrowded(bars, usual) ? Infinity : usual)
  return { plan: barsIn(bars, heightPx), heightPx }
}

/** True when a label is taller than its row: PowerPoint's rows are as tall as one another. */
function isCrowded(bars: Bars, heightPx: number): boolean {
  const { plan, chart } = bars
  return linesOf(chart, plan.labelWidth / plan.em) > linesIn(bars, heightPx)
}

function linesOf({ categories, highlight }: Chart, widthEm: number): number {
  const counts = categories.map(
    (label, index) =>
      wrapLabel(inlineText(label).trim(), widthEm, labelStyle(index === highlight.category)).length,
  )
  return Math.max(0, ...counts)
}

/** Lines of text that the row of a category holds; of the fullest of the parts, so that all have one scale. */
function linesIn(bars: Bars, heightPx: number): number {
  const { chart, style, plan, shrink } = bars
  const rows = Math.ceil(chart.categories.length / (style.part?.of ?? 1))
  const slot = (heightPx / shrink - keyHeight(bars)) / Math.max(1, rows)
  return Math.max(1, Math.floor(slot / (LINE_HEIGHT * plan.em)))
}

/** Of the width that labels may take where their rows are too low for them. */
const MOST_LABEL_SHARE = 0.62
const LABEL_STEP = 0.04

/** In px of the drawing. */
function labelWidthOf(bars: Bars): number {
  const { chart, style, plan } = bars
  const lines = linesIn(bars, style.maxHeight)
  let width = plan.labelWidth
  while (width < MOST_LABEL_SHARE * style.width && linesOf(chart, width / plan.em) > lines)
    width += LABEL_STEP * style.width
  return width
}

/** Most that `c:gapWidth` can say (ECMA-376 Part 1 §21.2.3.19). */
const MOST_GAP = 500

function barsIn(bars: Bars, heightPx: number): ChartPlan {
  const { chart, style, plan, from, to, shrink } = bars
  const { em, barHeight } = plan
  const count = Math.max(1, chart.series.length)
  const key = keyHeight(bars) * shrink
  const slot = (heightPx - key) / Math.max(1, to - from) / shrink
  const marks = count * barHeight + (count - 1) * SERIES_GAP * em
  const top = key / heightPx
  const { left: least, right, min, max } = scaleOf(bars)
  const left = least + labelWidthOf(bars) - plan.labelWidth
  return {
    kind: 'bars',
    sizePx: em * shrink,
    plot: {
      x: (left / style.width) * shrink,
      y: top,
      width: ((right - left) / style.width) * shrink,
      height: 1 - top,
    },
    ...(key > 0 && {
      legend: legendShare({
        names: namesOf(chart),
        em: em * shrink,
        width: style.width,
        height: top,
        isColumn: plan.keyHeight > 0,
      }),
    }),
    categories: chart.categories.slice(from, to).map((label) => inlineText(label).trim()),
    series: seriesOf(bars),
    scale: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    hasRule: isTwoSided(chart),
    gaps: {
      between: Math.max(0, Math.min(MOST_GAP, ((slot - marks) / barHeight) * 100)),
      within: count === 1 ? 0 : ((SERIES_GAP * em) / barHeight) * 100,
    },
    labelStep: 1,
  }
}

function isTwoSided({ series }: Chart): boolean {
  return series.some(({ figures }) => figures.some((figure) => (figure?.value ?? 0) < 0))
}

/** A bar that is not there can carry no name; one to the left has no room for it. */
function isNamedInside({ chart, plan, from }: Bars): boolean {
  const canCarry = chart.series.every(({ figures }) => (figures[from]?.value ?? -1) >= 0)
  return plan.isNamedInside && canCarry
}

/** Below the names, in em. */
const KEY_GAP = 0.5

function namesOf({ series }: Chart): readonly string[] {
  return series.map(({ label }) => inlineText(label).trim())
}

function keyHeight(bars: Bars): number {
  const { plan, chart, style } = bars
  if (plan.keyHeight > 0 || chart.series.length < 2) return plan.keyHeight
  if (isNamedInside(bars)) return 0
  const widths = namesOf(chart).map(
    (name) => widthOf(name, LABEL_STYLE, plan.em) + KEY_ROOM * plan.em,
  )
  const rows = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / style.width)
  return (rows * KEY_STEP + KEY_GAP) * plan.em
}

type Span = {
  readonly left: number
  readonly right: number
  readonly min?: number
  readonly max?: number
}

/**
 * The longest bar ends where that of the drawing does. Parts of a chart keep one scale; so do bars on both sides of zero,
 * whose figures need room before the labels. Any other scale begins at zero and follows the figures.
 */
function scaleOf({ chart, plan, style }: Bars): Span {
  const values = chart.series.flatMap(({ figures }) => figures.flatMap((one) => one?.value ?? []))
  const { zero, scale, em } = plan
  if (scale === 0)
    return { left: zero, right: Math.max(zero + em, style.width - 8 * em), min: 0, max: 1 }
  const most = Math.max(0, ...values)
  const right = zero + Math.max(most * scale, em)
  if (isTwoSided(chart)) {
    const left = plan.labelWidth + VALUE_GAP * em
    return { left, right, min: (left - zero) / scale, max: (right - zero) / scale }
  }
  const max = style.part === undefined ? {} : { max: most }
  return { left: zero, right, min: 0, ...max }
}

function seriesOf(bars: Bars): readonly SeriesPlan[] {
  const { chart, style, from, to } = bars
  const looks = chart.series.length < 2 ? [] : looksOf(chart, style.colors)
  return chart.series.map(({ label, figures }, series) => {
    const fillOf = (category: number): string =>
      lookOfBar(chart, { category, series }, { looks, style }).fill
    // What most of its bars have; the stressed one is a point of its own.
    const plain =
      looks[series]?.color ?? fillOf(chart.highlight.category === from ? from + 1 : from)
    return {
      name: inlineText(label).trim(),
      color: colorName(plain, style.colors),
      strokePx: 0,
      markerPx: 0,
      points: figures.slice(from, to).map((figure, index): PointPlan | undefined => {
        if (figure === undefined) return undefined
        const fill = fillOf(from + index)
        const own = fill === plain ? {} : { color: colorName(fill, style.colors) }
        const label = labelOf(bars, from + index, series)
        return { value: figure.value, printed: endText(figure), ...own, label }
      }),
    }
  })
}

function labelOf(bars: Bars, category: number, series: number): LabelPlan {
  const { chart, plan, from, shrink } = bars
  const isNamed = category === from && isNamedInside(bars)
  return {
    side: 'outside',
    color: isStressedFigure(chart, category, series) ? 'accent' : 'ink',
    sizePx: plan.em * shrink,
    ...(isNamed && { name: [inlineText(chart.series[series]?.label ?? []).trim()] }),
  }
}
