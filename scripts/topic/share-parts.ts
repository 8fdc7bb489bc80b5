/** What makes figures parts of one whole, and what they leave of it. */
import { chartShare } from '../diagnostics/chart-problems.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { type CellFigure, type ChartCell, decimalsOf, printPlain } from './chart-cell.ts'
import type { Grid } from './chart-table.ts'
import type { Reading } from './reading.ts'
import { whereKey, whereValue } from './source-document.ts'
import type { Chart, ChartFigure, Lang } from './topic.ts'

/** More rows of labels than this stand beside one bar in letters too small for the last row of a room. */
const MOST_PARTS = 10

type Parts = Omit<Chart, 'caption' | 'alt'> & { readonly grid: Grid }

/** The chart with the rest of 100 % as a last category, where the parts leave one; reports what is no part. */
export function resolveShare(reading: Reading, parts: Parts): Omit<Parts, 'grid'> {
  const { grid, ...chart } = parts
  const cells = grid.cells[0] ?? []
  const figures = cells.flatMap(({ figure }) => figure ?? [])
  const isSound = checkParts(reading, cells, whereKey(grid.at))
  if (!isSound || chart.unit !== '%') return chart
  const rest = restOf(figures)
  if (rest.high < 0)
    reading.report(
      chartShare(
        whereKey(grid.at),
        `The parts add up to ${printPlain(100 - rest.low, rest.decimals)} %, which is more than a whole`,
        'check the figures; parts that overlap are no shares: compare them with `kind: bar`',
      ),
    )
  return rest.value <= rest.tolerance ? chart : withRest(chart, rest, reading.lang)
}

function checkParts(reading: Reading, cells: readonly ChartCell[], where: Where): boolean {
  const negative = cells.filter(({ figure }) => figure !== undefined && figure.low < 0)
  for (const { at, figure } of negative)
    reading.report(
      chartShare(
        whereValue(at),
        `A part of a whole cannot be negative: ${figure?.printed ?? ''}`,
        'compare figures below zero with `kind: bar`',
      ),
    )
  const missing = cells.filter(({ figure }) => figure === undefined)
  for (const { at } of missing)
    reading.report(
      chartShare(
        whereValue(at),
        'A whole with an unknown part cannot be drawn',
        'leave the part out; with `unit: "%"` what is left of 100 % is drawn as the rest',
      ),
    )
  const isZero = cells.every(({ figure }) => (figure?.value ?? 0) === 0)
  if (isZero && negative.length + missing.length === 0)
    reading.report(
      chartShare(where, 'The parts add up to nothing, so none has a share', 'check the figures'),
    )
  const isCrowded = cells.length > MOST_PARTS
  if (isCrowded)
    reading.report(
      chartShare(
        where,
        `A whole of ${cells.length} parts cannot be read; ${MOST_PARTS} are the most`,
        'join the small parts into one, or write `kind: bar`',
      ),
    )
  return !isZero && !isCrowded && negative.length + missing.length === 0
}

type Rest = {
  readonly value: number
  /** Least and most that may be left where parts are ranges. */
  readonly low: number
  readonly high: number
  readonly decimals: number
  /** What rounding the parts may have taken or added. */
  readonly tolerance: number
  readonly isQualified: boolean
}

function restOf(figures: readonly CellFigure[]): Rest {
  const decimals = Math.max(0, ...figures.map(({ digits }) => decimalsOf(digits)))
  const unit = 10 ** -decimals
  const sum = (key: 'value' | 'low' | 'high'): number =>
    figures.reduce((total, figure) => total + figure[key], 0)
  // Each part may have been rounded by half a unit of its last digit.
  const tolerance = (figures.length * unit) / 2 + 1e-9
  return {
    value: 100 - sum('value'),
    low: 100 - sum('high'),
    high: 100 - sum('low') + tolerance,
    decimals,
    tolerance,
    isQualified: figures.some(({ isQualified }) => isQualified),
  }
}

const REST: Readonly<Record<Lang, string>> = { en: 'Rest', hi: 'शेष' }
const ABOUT: Readonly<Record<Lang, string>> = { en: 'about', hi: 'लगभग' }

function withRest<T extends Pick<Chart, 'categories' | 'series' | 'hasRest'>>(
  chart: T,
  rest: Rest,
  lang: Lang,
): T {
  const figure: ChartFigure = { value: rest.value, printed: printRest(rest, lang) }
  return {
    ...chart,
    categories: [...chart.categories, [{ kind: 'text', text: REST[lang] }]],
    series: chart.series.map((series) => ({ ...series, figures: [...series.figures, figure] })),
    hasRest: true,
  }
}

function printRest(
  { low, high, value, tolerance, decimals, isQualified }: Rest,
  lang: Lang,
): string {
  if (isQualified) return `${ABOUT[lang]} ${printPlain(value, decimals)}`
  const most = high - tolerance
  return most - low < 1e-9
    ? printPlain(value, decimals)
    : `${printPlain(Math.max(0, low), decimals)}–${printPlain(most, decimals)}`
}
