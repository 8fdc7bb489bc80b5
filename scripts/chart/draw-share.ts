/**
 * Parts of a whole: one divided bar, each part with its figure and name in a row of text beside it. A proportion is read
 * best from a whole in one piece (Hollands and Spence 1998, Applied Cognitive Psychology 12:173). Of such forms the
 * bar is taken and not the ring, because lengths are judged better than angles and areas (Cleveland and McGill
 * 1984, JASA 79:531; Heer and Bostock 2010, CHI, 203), and it stands upright because names are read in lines:
 * a part however thin has its name in full size, and the last row of a room needs no key of colours.
 */
import type { Chart } from '../topic/topic.ts'
import { type ChartStyle, round, textLines, textShape } from './chart-style.ts'
import type { Drawing, Shape } from './drawing.ts'
import { linePath } from './path-shapes.ts'
import { quietMark, seriesColors } from './series-look.ts'
import {
  FIGURE_SIZE,
  fitPlan,
  heightOfShare,
  type PlacedName,
  placeNames,
  rangeOf,
  type SharePlan,
  segmentsOf,
} from './share-plan.ts'

/** In em. */
const LEADER = [0.25, 0.75, 1.5, 1.9] as const
/** Between parts; and the least height of a part, which even a value of zero has. */
const PART_GAP = 0.09
const LEAST_PART = 0.07

export function drawShare(chart: Chart, style: ChartStyle): Drawing {
  const part = style.part ?? { number: 1, of: 1 }
  const plan = fitPlan(chart, style, part.of)
  const shown = rangeOf(plan, part)
  const height = heightOfShare(plan, shown, style.maxHeight)
  const segments = segmentsOf(plan, height)
  const labels = placeNames(plan, segments, { shown, height })
  const shapes = segments.flatMap((segment, index) =>
    drawPart(chart, index, { ...segment, plan, style }),
  )
  return {
    width: style.width,
    height,
    shapes: [...shapes, ...labels.flatMap((label) => drawName(chart, label, { plan, style }))],
  }
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
  const box = {
    x: 0,
    y: round(Math.max(0, bottom - height)),
    width: round(barWidth),
    height: round(height),
  }
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

/** What nobody has counted is the only part left open. */
const BESIDE_REST = PATTERNS.filter((pattern) => pattern !== 'open')

export function lookOfPart(
  { highlight, hasRest }: Chart,
  index: number,
  { colors }: ChartStyle,
): Pick<Extract<Shape, { kind: 'rect' }>, 'fill' | 'greyPattern'> {
  if (highlight.category === index) return { fill: colors.accent }
  if (highlight.category !== -1) return { fill: quietMark(colors), greyPattern: 'hatch' }
  const palette = seriesColors(colors)
  const patterns = hasRest ? BESIDE_REST : PATTERNS
  const greyPattern = patterns[index % patterns.length]
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
  { highlight }: Chart,
  { row, index, from, middle }: PlacedName,
  { plan, style }: PartPlace,
): readonly Shape[] {
  const { em, figureX, nameX } = plan
  const isStressed = index === highlight.category
  const fill = isStressed ? style.colors.accent : style.colors.ink
  return [
    leader(from, middle, { plan, style }),
    textShape(row.text, {
      x: figureX,
      middle,
      em: em * FIGURE_SIZE,
      fill,
      weight: 700,
      anchor: 'end',
    }),
    ...textLines(row.lines, { x: nameX, middle, em, fill, weight: isStressed ? 700 : 400 }),
  ]
}
