/**
 * Parts of a whole: one divided bar as tall as the drawing, each part with its figure and name in a row of text
 * beside it. Lengths are judged better than angles and areas (Cleveland and McGill 1984, JASA 79:531; Heer and
 * Bostock 2010, CHI, 203), and a whole in one piece better than separate bars (Simkin and Hastie 1987, JASA
 * 82:454; Hollands and Spence 1998, Applied Cognitive Psychology 12:173). It stands upright because names are
 * read in lines: any number of parts, however thin, has its name in full size for the last row of a room.
 */
import { inlineText } from '../topic/inline-text.ts'
import type { Chart, ChartFigure } from '../topic/topic.ts'
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
import { linePath } from './path-shapes.ts'
import { seriesColors } from './series-look.ts'
import { spreadLabels } from './spread-labels.ts'
import { balanceLabel } from './wrap-label.ts'

const BAR_SHARE = 0.28
/** In em: the drawing's height where its labels need less, the size of figures, gaps. */
const HEIGHT = 14.5
const FIGURE_SIZE = 1.3
const ROW_HEIGHT = 1.6
const ROW_PADDING = 0.3
const LEADER = [0.25, 0.75, 1.5, 1.9] as const
const TEXT_START = 2.3
const NAME_GAP = 0.7
/** Between parts; and the least height of a part, which even a value of zero has. */
const PART_GAP = 0.09
const LEAST_PART = 0.07

type PartRow = {
  readonly figure: ChartFigure
  readonly text: string
  readonly lines: readonly string[]
  readonly height: number
}

type SharePlan = {
  readonly em: number
  readonly barWidth: number
  readonly nameX: number
  readonly rows: readonly PartRow[]
  readonly labelsHeight: number
}

export function drawShare(chart: Chart, style: ChartStyle): Drawing {
  const plan = fitPlan(chart, style)
  const { em, rows } = plan
  const height = Math.max(plan.labelsHeight, Math.min(style.maxHeight, HEIGHT * em))
  const total = rows.reduce((sum, { figure }) => sum + figure.value, 0)
  const ends = rows.map((_, index) =>
    rows.slice(0, index + 1).reduce((sum, { figure }) => sum + figure.value, 0),
  )
  const parts = rows.map(({ figure }, index) => ({
    top: total > 0 ? (((ends[index] ?? 0) - figure.value) / total) * height : 0,
    bottom: total > 0 ? ((ends[index] ?? 0) / total) * height : 0,
  }))
  const middles = spreadLabels(
    parts.map(({ top, bottom }, index) => ({
      at: (top + bottom) / 2,
      height: rows[index]?.height ?? 0,
    })),
    { top: 0, bottom: height },
  )
  const shapes = rows.flatMap((row, index) => {
    const part = parts[index] ?? { top: 0, bottom: 0 }
    const middle = middles[index] ?? 0
    return [
      ...drawPart(chart, index, { ...part, plan, style }),
      leader((part.top + part.bottom) / 2, middle, { plan, style }),
      ...drawName(row, middle, { plan, style, isStressed: index === chart.highlight.category }),
    ]
  })
  return { width: style.width, height, shapes }
}

const STEPS = 8

function fitPlan(chart: Chart, style: ChartStyle): SharePlan {
  const { textSize, minTextSize } = style
  for (let step = 0; step < STEPS; step++) {
    const plan = planAt(chart, style, textSize - ((textSize - minTextSize) * step) / STEPS)
    if (plan.labelsHeight <= style.maxHeight) return plan
  }
  return planAt(chart, style, Math.min(textSize, minTextSize))
}

function planAt(chart: Chart, { width }: ChartStyle, em: number): SharePlan {
  const [series] = chart.series
  const found = (series?.figures ?? []).flatMap((figure, index) =>
    figure === undefined ? [] : [{ figure, label: inlineText(chart.categories[index] ?? []) }],
  )
  const texts = found.map(({ figure }) => withUnit(figure.printed, chart.unit))
  const barWidth = width * BAR_SHARE
  const figureX = barWidth + TEXT_START * em
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, VALUE_STYLE, em * FIGURE_SIZE)))
  const nameX = figureX + widest + NAME_GAP * em
  const rows = found.map(({ figure, label }, index) => {
    const lines = balanceLabel(label, Math.max(4, (width - nameX) / em))
    const height = Math.max(ROW_HEIGHT, lines.length * LINE_HEIGHT + ROW_PADDING) * em
    return { figure, text: texts[index] ?? '', lines, height }
  })
  return {
    em,
    barWidth,
    nameX,
    rows,
    labelsHeight: rows.reduce((sum, row) => sum + row.height, 0),
  }
}

/** A share is said in percent; other units stand in the caption. */
function withUnit(printed: string, unit: string): string {
  return unit === '%' ? `${printed}\u00a0%` : printed
}

type PartPlace = { readonly plan: SharePlan; readonly style: ChartStyle }

function drawPart(
  chart: Chart,
  index: number,
  place: PartPlace & { readonly top: number; readonly bottom: number },
): readonly Shape[] {
  const { plan, style, top, bottom } = place
  const { em, barWidth } = plan
  const gap = index === 0 ? 0 : PART_GAP * em
  const height = Math.max(LEAST_PART * em, bottom - top - gap)
  const box = { x: 0, y: round(bottom - height), width: round(barWidth), height: round(height) }
  const isRest = chart.hasRest && index === chart.categories.length - 1
  if (isRest) return outline(box, style, em)
  return [{ kind: 'rect', ...box, ...lookOfPart(chart, index, style) }]
}

type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What nobody has counted is left open. */
function outline(
  { x, y, width, height }: Box,
  { colors }: ChartStyle,
  em: number,
): readonly Shape[] {
  const strokeWidth = round(em / 14)
  const inset = strokeWidth / 2
  const [left, top] = [round(x + inset), round(y + inset)]
  const [right, bottom] = [
    round(x + width - inset),
    round(y + Math.max(strokeWidth, height) - inset),
  ]
  return [
    linePath(
      [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
        [left, top],
      ],
      { stroke: colors.muted, strokeWidth },
    ),
  ]
}

const PATTERNS = [undefined, 'hatch', 'open', 'cross-hatch', 'rules', 'back-hatch'] as const

function lookOfPart(
  { highlight }: Chart,
  index: number,
  { colors }: ChartStyle,
): Pick<Extract<Shape, { kind: 'rect' }>, 'fill' | 'greyPattern'> {
  if (highlight.category === index) return { fill: colors.accent }
  if (highlight.category !== -1) return { fill: colors.primary, greyPattern: 'hatch' }
  const palette = seriesColors(colors)
  const greyPattern = PATTERNS[index % PATTERNS.length]
  return {
    fill: palette[index % palette.length] ?? colors.primary,
    ...(greyPattern === undefined ? {} : { greyPattern }),
  }
}

/** From the middle of a part to its name. */
function leader(from: number, to: number, { plan, style }: PartPlace): Shape {
  const { em, barWidth } = plan
  const [x0, x1, x2, x3] = LEADER.map((offset) => round(barWidth + offset * em))
  return linePath(
    [
      [x0 ?? 0, from],
      [x1 ?? 0, from],
      [x2 ?? 0, to],
      [x3 ?? 0, to],
    ],
    { stroke: style.colors.muted, strokeWidth: em / 18 },
  )
}

function drawName(
  row: PartRow,
  middle: number,
  { plan, style, isStressed }: PartPlace & { readonly isStressed: boolean },
): readonly Shape[] {
  const { em, barWidth, nameX } = plan
  const fill = isStressed ? style.colors.accent : style.colors.ink
  const size = em * FIGURE_SIZE
  return [
    textShape(row.text, { x: barWidth + TEXT_START * em, middle, em: size, fill, weight: 700 }),
    ...textLines(row.lines, { x: nameX, middle, em, fill }),
  ]
}
