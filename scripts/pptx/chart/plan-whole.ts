/** Parts of a whole as one divided column, each with its figure and name beside it. */
import { type ChartStyle, labelStyle, VALUE_STYLE, widthOf } from '../../chart/chart-style.ts'
import { lookOfPart } from '../../chart/draw-share.ts'
import {
  FIGURE_SIZE,
  fitPlan,
  heightOfShare,
  type PlacedName,
  placeNames,
  rangeOf,
  type SharePlan,
  segmentsOf,
} from '../../chart/share-plan.ts'
import { inlineText } from '../../topic/inline-text.ts'
import type { Chart } from '../../topic/topic.ts'
import type { LabelPlan, PlannedChart, SeriesPlan } from './chart-plan.ts'
import { colorName } from './color-names.ts'
import { drawnWidth, NAME_SPACE, spacesOf } from './label-text.ts'

type Whole = {
  readonly chart: Chart
  readonly style: ChartStyle
  readonly plan: SharePlan
  /** Of the drawing, before it is shrunk into its room. */
  readonly height: number
  readonly shrink: number
}

export function planWholeChart(chart: Chart, style: ChartStyle): PlannedChart {
  const part = style.part ?? { number: 1, of: 1 }
  const plan = fitPlan(chart, style, part.of)
  const shown = rangeOf(plan, part)
  const height = heightOfShare(plan, shown, style.maxHeight)
  const shrink = Math.min(1, style.maxHeight / height)
  const segments = segmentsOf(plan, height)
  const names = placeNames(plan, segments, { shown, height })
  const whole = { chart, style, plan, height, shrink }
  return {
    heightPx: height * shrink,
    plan: {
      kind: 'whole',
      sizePx: plan.em * shrink,
      plot: { x: 0, y: 0, width: (plan.barWidth / style.width) * shrink, height: 1 },
      categories: [chart.unit],
      series: seriesOf(whole, names),
      scale: {},
      hasRule: false,
      gaps: { between: 0, within: 0 },
      labelStep: 1,
    },
  }
}

function seriesOf(whole: Whole, names: readonly PlacedName[]): readonly SeriesPlan[] {
  const { chart, style, plan } = whole
  const known = chart.categories.flatMap((label, index) =>
    chart.series[0]?.figures[index] === undefined ? [] : [inlineText(label).trim()],
  )
  return plan.rows.map(({ figure, text }, index) => {
    const isRest = chart.hasRest && index === chart.categories.length - 1
    const placed = names.find((name) => name.index === index)
    const label = placed === undefined ? {} : { label: labelOf(whole, placed) }
    return {
      name: known[index] ?? '',
      color: isRest ? undefined : colorName(lookOfPart(chart, index, style).fill, style.colors),
      strokePx: 0,
      markerPx: 0,
      points: [{ value: figure.value, printed: text, ...label }],
    }
  })
}

/** Half a sample of the colour, which stands before the figure, in em. */
const KEY_ROOM = 0.6

/** In columns: a label is centred at its place, so spaces before the figure and after each line make them equally wide. */
function labelOf(
  { chart, style, plan, height, shrink }: Whole,
  { row, index, from, middle }: PlacedName,
): LabelPlan {
  const { em, figureX, barWidth } = plan
  const isStressed = index === chart.highlight.category
  const look = labelStyle(isStressed)
  const figureWidth = (text: string): number => widthOf(text, VALUE_STYLE, em * FIGURE_SIZE)
  const widest = Math.max(...plan.rows.map(({ text }) => figureWidth(text)))
  const nameX = widest + widthOf(NAME_SPACE, look, em)
  const longest = Math.max(...row.lines.map((line) => drawnWidth(line, look, em)))
  const name = row.lines.map((line, at) => {
    const before = at === 0 ? '' : spacesOf(nameX, look, em)
    return before + line + spacesOf(longest - drawnWidth(line, look, em), look, em)
  })
  const center = figureX - widest - KEY_ROOM * em + (nameX + longest) / 2
  return {
    side: 'middle',
    color: isStressed ? 'accent' : 'ink',
    sizePx: em * FIGURE_SIZE * shrink,
    shift: {
      x: ((center - barWidth / 2) / style.width) * shrink,
      y: (middle - from) / height,
    },
    before: spacesOf(widest - figureWidth(row.text), VALUE_STYLE, em * FIGURE_SIZE),
    name,
    isNameStrong: isStressed,
  }
}
