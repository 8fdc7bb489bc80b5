/** Bars with the value written at their end, no axis, no legend, no grid; always from zero. */
import { inlineText } from '../topic/inline-text.ts'
import type { Chart } from '../topic/topic.ts'
import {
  type BarPlan,
  CLOSE,
  type Density,
  endText,
  heightOf,
  KEY_INDENT,
  KEY_STEP,
  keyLines,
  LOOSE,
  nameOffset,
  planBars,
  type Row,
  SERIES_GAP,
} from './bar-rows.ts'
import {
  type ChartStyle,
  round,
  textLines,
  textShape,
  textSizes,
  VALUE_GAP,
} from './chart-style.ts'
import type { Drawing, Shape } from './drawing.ts'
import { looksOf, quietMark, type SeriesLook } from './series-look.ts'

export function drawBars(chart: Chart, style: ChartStyle): Drawing {
  const of = style.part?.of ?? 1
  const plan = fitBars(chart, style, of)
  const [from, to] = barRange(chart, { number: style.part?.number ?? 1, of })
  const shapes: Shape[] = [...drawKey(chart, plan, style)]
  let y = plan.keyHeight
  const height = heightOf(plan, from, to)
  if (chart.series.some(({ figures }) => figures.some((figure) => (figure?.value ?? 0) < 0)))
    shapes.push(zeroRule(plan, height, style))
  for (const row of plan.rows.slice(from, to)) {
    const isNamed = plan.isNamedInside && row.category === from
    shapes.push(...drawLabel(chart, row, { y, plan, style }))
    shapes.push(...drawRow(chart, row, { y, plan, style, isNamed }))
    y += row.height + plan.rowGap
  }
  return { width: style.width, height, shapes }
}

/** Most slides that one chart may fill; then it is drawn as tall as it has to be. */
const MOST_PARTS = 40

/** How many drawings of at most `maxHeight` it takes to show every bar in letters that can be read. */
export function countBarParts(chart: Chart, style: ChartStyle): number {
  const most = Math.min(MOST_PARTS, chart.categories.length)
  for (let of = 1; of < most; of++)
    if (
      tallestPart(chart, planAt(chart, style, { of, em: style.minTextSize, ease: 0 }), of) <=
      style.maxHeight
    )
      return of
  return Math.max(1, most)
}

/** Categories of a part: first, and the one after the last. Parts are as even as they can be. */
export function barRange({ categories }: Chart, { number, of }: { number: number; of: number }) {
  const at = (part: number): number => Math.round((part * categories.length) / of)
  return [at(number - 1), at(number)] as const
}

function tallestPart(chart: Chart, plan: BarPlan, of: number): number {
  const heights = Array.from({ length: of }, (_, index) =>
    heightOf(plan, ...barRange(chart, { number: index + 1, of })),
  )
  return Math.max(0, ...heights)
}

type Setting = {
  readonly of: number
  readonly em: number
  /** From 0, as close as can be, over 1, as in the drawing of the intent, to where there is room. */
  readonly ease: number
}

function planAt(chart: Chart, { width }: ChartStyle, { of, em, ease }: Setting): BarPlan {
  const kind = chart.series.length < 2 ? 'one' : 'several'
  const between = (key: keyof Density): number =>
    CLOSE[kind][key] + (LOOSE[kind][key] - CLOSE[kind][key]) * ease
  const density = { bar: between('bar'), gap: between('gap') }
  const starts = Array.from(
    { length: of },
    (_, index) => barRange(chart, { number: index + 1, of })[0],
  )
  return planBars(chart, { width, em, density, starts })
}

const ROOMY_EASES = [5, 4, 3.4, 2.8, 2.4, 2, 1.8, 1.6, 1.4, 1.2]
/** Of the length that bars have beside letters of the usual size, what larger ones leave at least. */
const LEAST_LENGTH = 0.7
const EASES = [1, 0.8, 0.6, 0.4, 0.2, 0]
const STEPS = 12

/** Few bars have larger letters and more room, as far as no label needs a further line. */
function roomyPlan(chart: Chart, style: ChartStyle, of: number): BarPlan | undefined {
  const usual = planAt(chart, style, { of, em: style.textSize, ease: 1 })
  const linesOf = ({ rows }: BarPlan): number => rows.reduce((n, { lines }) => n + lines.length, 0)
  const isSound = (plan: BarPlan): boolean =>
    tallestPart(chart, plan, of) <= style.maxHeight &&
    linesOf(plan) === linesOf(usual) &&
    plan.isNamedInside === usual.isNamedInside &&
    plan.keyHeight / plan.em <= usual.keyHeight / usual.em + 0.01 &&
    plan.scale >= usual.scale * LEAST_LENGTH
  const em = textSizes(style).find((size) =>
    isSound(planAt(chart, style, { of, em: size, ease: 1 })),
  )
  if (em === undefined) return undefined
  return [...ROOMY_EASES, 1]
    .map((ease) => planAt(chart, style, { of, em, ease }))
    .find((plan) => tallestPart(chart, plan, of) <= style.maxHeight)
}

/** Bars move closer first; then the letters become smaller, down to the least size. */
export function fitBars(chart: Chart, style: ChartStyle, of: number): BarPlan {
  const roomy = style.isRoomy === true ? roomyPlan(chart, style, of) : undefined
  if (roomy !== undefined) return roomy
  const isFitting = (plan: BarPlan): boolean => tallestPart(chart, plan, of) <= style.maxHeight
  const { textSize, minTextSize } = style
  for (const ease of EASES) {
    const plan = planAt(chart, style, { of, em: textSize, ease })
    if (isFitting(plan)) return plan
  }
  for (let step = 1; step < STEPS; step++) {
    const em = textSize - ((textSize - minTextSize) * step) / STEPS
    const plan = planAt(chart, style, { of, em, ease: 0 })
    if (isFitting(plan)) return plan
  }
  return planAt(chart, style, { of, em: Math.min(textSize, minTextSize), ease: 0 })
}

type RowPlace = { readonly y: number; readonly plan: BarPlan; readonly style: ChartStyle }

function drawLabel(
  { highlight, series }: Chart,
  row: Row,
  { y, plan, style }: RowPlace,
): readonly Shape[] {
  // One bar of its own colour says it already; a group of bars keeps the colours of its series.
  const isStressed = highlight.category === row.category
  const isColored = series.length > 1 && isStressed
  return textLines(row.lines, {
    x: 0,
    middle: y + row.height / 2,
    em: plan.em,
    fill: isColored ? style.colors.accent : style.colors.ink,
    weight: isStressed ? 700 : 400,
  })
}

function drawRow(
  chart: Chart,
  row: Row,
  { y, plan, style, isNamed }: RowPlace & { readonly isNamed: boolean },
): readonly Shape[] {
  const { em, barHeight, zero, scale } = plan
  const looks = chart.series.length < 2 ? [] : looksOf(chart, style.colors)
  const step = barHeight + SERIES_GAP * em
  const top = y + (row.height - (chart.series.length * step - SERIES_GAP * em)) / 2
  return chart.series.flatMap((series, index) => {
    const figure = series.figures[row.category]
    const middle = top + index * step + barHeight / 2
    const length = (figure?.value ?? 0) * scale
    const end = zero + length
    const isNegative = (figure?.value ?? 0) < 0
    // A bar of value zero keeps a hairline, so that the row is seen to have a mark.
    const width = Math.max(Math.abs(length), em / 14)
    const bar: Shape = {
      kind: 'rect',
      x: round(Math.min(zero, end, style.width - width)),
      y: round(middle - barHeight / 2),
      width: round(width),
      height: round(barHeight),
      ...lookOfBar(chart, { category: row.category, series: index }, { looks, style }),
    }
    const value = textShape(endText(figure), {
      x: end + VALUE_GAP * em * (isNegative ? -1 : 1),
      middle,
      em,
      weight: 700,
      fill: isStressedFigure(chart, row.category, index) ? style.colors.accent : style.colors.ink,
      anchor: isNegative ? 'end' : 'start',
    })
    const name = textShape(inlineText(series.label), {
      x: Math.max(zero, end) + nameOffset(figure, em),
      middle,
      em,
      fill: style.colors.ink,
    })
    return [...(figure === undefined ? [] : [bar]), value, ...(isNamed ? [name] : [])]
  })
}

/** Among bars of several colours, the figures are what can be stressed. */
export function isStressedFigure(
  { highlight, series }: Chart,
  category: number,
  at: number,
): boolean {
  if (series.length < 2 || (highlight.category === -1 && highlight.series === -1)) return false
  const isCategory = highlight.category === -1 || highlight.category === category
  return isCategory && (highlight.series === -1 || highlight.series === at)
}

export function lookOfBar(
  { highlight }: Chart,
  at: { readonly category: number; readonly series: number },
  { looks, style }: { readonly looks: readonly SeriesLook[]; readonly style: ChartStyle },
): Pick<Extract<Shape, { kind: 'rect' }>, 'fill' | 'greyPattern'> {
  const { colors } = style
  const look = looks[at.series]
  if (look === undefined) {
    if (at.category === highlight.category) return { fill: colors.accent }
    if (highlight.category === -1) return { fill: colors.primary }
    return { fill: quietMark(colors), greyPattern: 'hatch' }
  }
  const isStressed = at.category === highlight.category && at.series === highlight.series
  if (isStressed) return { fill: colors.accent }
  const { greyPattern } = look
  return {
    fill: look.color,
    ...(greyPattern === undefined ? {} : { greyPattern }),
  }
}

function drawKey(chart: Chart, plan: BarPlan, { width, colors }: ChartStyle): readonly Shape[] {
  if (plan.keyHeight === 0) return []
  const { em } = plan
  const looks = looksOf(chart, colors)
  let line = 0
  return keyLines(chart, width, em).flatMap((lines, index) => {
    const look = looks[index]
    const middle = (line + 0.5) * KEY_STEP * em
    line += lines.length
    const sample: Shape = {
      kind: 'rect',
      x: 0,
      y: round(middle - em / 2),
      width: round(em * 0.9),
      height: round(em * 0.9),
      fill: look?.color ?? colors.primary,
      ...(look?.greyPattern === undefined ? {} : { greyPattern: look.greyPattern }),
    }
    const texts = lines.map((text, at) =>
      textShape(text, {
        x: KEY_INDENT * em,
        middle: middle + at * KEY_STEP * em,
        em,
        fill: colors.ink,
      }),
    )
    return [sample, ...texts]
  })
}

/** Where bars go both ways, a rule says where zero is. */
function zeroRule({ zero, em, keyHeight }: BarPlan, height: number, { colors }: ChartStyle): Shape {
  const x = round(zero)
  return {
    kind: 'line',
    x1: x,
    y1: round(keyHeight),
    x2: x,
    y2: round(height),
    stroke: colors.muted,
    strokeWidth: round(em / 14),
  }
}
