/** Where the parts of a whole and their names stand. */
import { inlineText } from '../topic/inline-text.ts'
import type { Chart, ChartFigure } from '../topic/topic.ts'
import {
  type ChartPart,
  type ChartStyle,
  LINE_HEIGHT,
  labelStyle,
  textSizes,
  VALUE_STYLE,
  widthOf,
} from './chart-style.ts'
import { spreadLabels } from './spread-labels.ts'
import { balanceLabel } from './wrap-label.ts'

const BAR_SHARE = 0.28
const LEAST_BAR_SHARE = 0.08
/** Where names leave room. */
const MOST_BAR_SHARE = 0.42
/** In em: the drawing's height where its names need less, the size of figures, gaps. */
const HEIGHT = 14.5
export const FIGURE_SIZE = 1.3
const ROW_HEIGHT = 1.6
const ROW_PADDING = 0.3
/** From the bar to the figures: room for a bent leader. */
const TEXT_START = 2.3
const NAME_GAP = 0.7
const NAME_ROOM = 7

export type PartRow = {
  readonly figure: ChartFigure
  readonly text: string
  readonly lines: readonly string[]
  readonly height: number
}

export type SharePlan = {
  readonly em: number
  readonly barWidth: number
  readonly nameX: number
  /** Right end of the figures. */
  readonly figureX: number
  readonly rows: readonly PartRow[]
}

/** How many drawings it takes to name every part; each shows the whole. */
export function countShareParts(chart: Chart, style: ChartStyle): number {
  const plan = planAt(chart, style, Math.min(style.textSize, style.minTextSize))
  const most = Math.max(1, plan.rows.length)
  for (let of = 1; of < most; of++) if (tallestNames(plan, of) <= style.maxHeight) return of
  return most
}

export function rangeOf({ rows }: SharePlan, { number, of }: ChartPart): readonly [number, number] {
  const at = (part: number): number => Math.round((part * rows.length) / of)
  return [at(number - 1), at(number)]
}

/** As tall as the names need, and no taller than its room otherwise. */
export function heightOfShare(
  plan: SharePlan,
  shown: readonly [number, number],
  maxHeight: number,
): number {
  const names = sumOf(plan.rows.slice(...shown), ({ height }) => height)
  return Math.max(names, Math.min(maxHeight, HEIGHT * plan.em))
}

function tallestNames(plan: SharePlan, of: number): number {
  const heights = Array.from({ length: of }, (_, index) =>
    sumOf(plan.rows.slice(...rangeOf(plan, { number: index + 1, of })), ({ height }) => height),
  )
  return Math.max(0, ...heights)
}

function sumOf(rows: readonly PartRow[], measure: (row: PartRow) => number): number {
  return rows.reduce((sum, row) => sum + measure(row), 0)
}

export type Segment = { readonly top: number; readonly bottom: number }

export function segmentsOf({ rows }: SharePlan, height: number): readonly Segment[] {
  const total = sumOf(rows, ({ figure }) => figure.value)
  let before = 0
  return rows.map(({ figure }) => {
    const top = total > 0 ? (before / total) * height : 0
    before += figure.value
    return { top, bottom: total > 0 ? (before / total) * height : 0 }
  })
}

export type PlacedName = {
  readonly row: PartRow
  readonly index: number
  /** Of its part, and of its text. */
  readonly from: number
  readonly middle: number
}

export function placeNames(
  { rows }: SharePlan,
  segments: readonly Segment[],
  { shown, height }: { readonly shown: readonly [number, number]; readonly height: number },
): readonly PlacedName[] {
  const names = rows.slice(...shown).map((row, at) => {
    const index = shown[0] + at
    const { top, bottom } = segments[index] ?? { top: 0, bottom: 0 }
    return { row, index, from: (top + bottom) / 2 }
  })
  const middles = spreadLabels(
    names.map(({ from, row }) => ({ at: from, height: row.height })),
    { top: 0, bottom: height },
  )
  return names.map((name, at) => ({ ...name, middle: middles[at] ?? name.from }))
}

const STEPS = 8

export function fitPlan(chart: Chart, style: ChartStyle, of: number): SharePlan {
  const { textSize, minTextSize } = style
  const usual = planAt(chart, style, textSize)
  const isSound = (plan: SharePlan): boolean =>
    tallestNames(plan, of) <= style.maxHeight &&
    linesOf(plan) === linesOf(usual) &&
    rightOf(plan, chart) <= style.width
  const roomy = textSizes(style)
    .map((em) => planAt(chart, style, em))
    .find(isSound)
  if (roomy !== undefined) return withWideBar(roomy, chart, style)
  for (let step = 0; step < STEPS; step++) {
    const plan = planAt(chart, style, textSize - ((textSize - minTextSize) * step) / STEPS)
    if (tallestNames(plan, of) <= style.maxHeight && rightOf(plan, chart) <= style.width)
      return plan
  }
  return planAt(chart, style, Math.min(textSize, minTextSize))
}

function linesOf({ rows }: SharePlan): number {
  return sumOf(rows, ({ lines }) => lines.length)
}

function rightOf({ rows, nameX, em }: SharePlan, { highlight }: Chart): number {
  const widths = rows.flatMap(({ lines }, index) =>
    lines.map((line) => widthOf(line, labelStyle(index === highlight.category), em)),
  )
  return nameX + Math.max(0, ...widths)
}

/** On a slide the bar takes a part of the width that the names leave empty. */
function withWideBar(plan: SharePlan, chart: Chart, style: ChartStyle): SharePlan {
  if (style.isRoomy !== true) return plan
  const free = style.width - rightOf(plan, chart)
  const more = Math.max(0, Math.min(free, MOST_BAR_SHARE * style.width - plan.barWidth))
  const { barWidth, figureX, nameX } = plan
  return { ...plan, barWidth: barWidth + more, figureX: figureX + more, nameX: nameX + more }
}

function planAt(chart: Chart, { width }: ChartStyle, em: number): SharePlan {
  const [series] = chart.series
  const found = (series?.figures ?? []).flatMap((figure, index) =>
    figure === undefined ? [] : [{ figure, label: inlineText(chart.categories[index] ?? []) }],
  )
  const texts = found.map(({ figure }) => withUnit(figure.printed, chart.unit))
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, VALUE_STYLE, em * FIGURE_SIZE)))
  // Figures of many digits take their room from the bar, not from the names.
  const beside = widest + (TEXT_START + NAME_GAP + NAME_ROOM) * em
  const barWidth = Math.max(width * LEAST_BAR_SHARE, Math.min(width * BAR_SHARE, width - beside))
  const start = barWidth + TEXT_START * em
  const figureX = start + widest
  const nameX = figureX + NAME_GAP * em
  const rows = found.map(({ figure, label }, index) => {
    const weight = labelStyle(index === chart.highlight.category)
    const lines = balanceLabel(label, Math.max(4, (width - nameX) / em), weight)
    const height = Math.max(ROW_HEIGHT, lines.length * LINE_HEIGHT + ROW_PADDING) * em
    return { figure, text: texts[index] ?? '', lines, height }
  })
  return { em, barWidth, figureX, nameX, rows }
}

/** A share is said in percent; other units stand in the caption. */
function withUnit(printed: string, unit: string): string {
  return unit === '%' ? `${printed}\u00a0%` : printed
}
