/** The table behind a chart: its figures as numbers, then the same as the deck prints them; and where each stands in it. */
import type { ChartPlan, SeriesPlan } from './chart-plan.ts'
import { commonFormat, numberFormat } from './number-format.ts'

/** A number is shown by its format. */
export type Cell = string | { readonly value: number; readonly format: string } | undefined

export type SeriesPlaces = {
  readonly name: string
  readonly values: string
  readonly printed: string
}

export type DataSheet = {
  readonly rows: readonly (readonly Cell[])[]
  /** References such as `Sheet1!$B$2:$B$6`. */
  readonly categories: string
  readonly series: readonly SeriesPlaces[]
}

export const SHEET_NAME = 'Sheet1'

const WORDS = {
  en: { figure: 'Figure', printed: 'as printed' },
  hi: { figure: 'आँकड़ा', printed: 'जैसा छपा है' },
} as const

/** Of one series that nobody named. */
export function seriesName(series: SeriesPlan, lang: 'en' | 'hi'): string {
  return series.name === '' ? WORDS[lang].figure : series.name
}

/** The one category of a whole is its unit. */
export function categoryNames(
  { kind, categories }: ChartPlan,
  lang: 'en' | 'hi',
): readonly string[] {
  return kind === 'whole' ? categories.map((unit) => unit || WORDS[lang].figure) : categories
}

/** Parts of a whole are rows, as in a table that somebody would write; anything else has a column for each series. */
export function makeDataSheet(plan: ChartPlan, lang: 'en' | 'hi'): DataSheet {
  return plan.kind === 'whole' ? partsSheet(plan, lang) : seriesSheet(plan, lang)
}

function partsSheet(plan: ChartPlan, lang: 'en' | 'hi'): DataSheet {
  const { series } = plan
  const rows = series.map((one): readonly Cell[] => [
    one.name,
    figureCell(one, 0),
    one.points[0]?.printed ?? '',
  ])
  return {
    rows: [['', ...categoryNames(plan, lang), WORDS[lang].printed], ...rows],
    categories: place(1, 0),
    series: series.map((_, index) => ({
      name: place(0, index + 1),
      values: place(1, index + 1),
      printed: place(2, index + 1),
    })),
  }
}

function seriesSheet(plan: ChartPlan, lang: 'en' | 'hi'): DataSheet {
  const { categories, series, times } = plan
  const count = series.length
  const names = series.map((one) => seriesName(one, lang))
  const column = (index: number): string =>
    `${place(index, 1)}:${place(index, categories.length).slice(SHEET_NAME.length + 1)}`
  const rows = categories.map((label, row): readonly Cell[] => [
    times === undefined ? label : { value: times.values[row] ?? 0, format: times.format },
    ...series.map((one) => figureCell(one, row)),
    ...series.map(({ points }) => points[row]?.printed ?? '–'),
  ])
  return {
    rows: [['', ...names, ...names.map((name) => `${name}, ${WORDS[lang].printed}`)], ...rows],
    categories: column(0),
    series: series.map((_, index) => ({
      name: place(index + 1, 0),
      values: column(index + 1),
      printed: column(count + index + 1),
    })),
  }
}

function figureCell({ points }: SeriesPlan, row: number): Cell {
  const point = points[row]
  if (point === undefined) return undefined
  return { value: point.value, format: numberFormat(point.value, point.printed) ?? 'General' }
}

/** What most figures of a series are written by. */
export function seriesFormat({ points }: SeriesPlan): string {
  return commonFormat(points.map((point) => point && numberFormat(point.value, point.printed)))
}

function place(column: number, row: number): string {
  return `${SHEET_NAME}!$${columnName(column)}$${row + 1}`
}

/** `A`, `B`, … `Z`, `AA` */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}
