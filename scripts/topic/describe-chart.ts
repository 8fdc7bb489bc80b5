/** A chart in a sentence with its figures, for those who cannot see it, where the author gives none. */
import { inlineText } from './inline-text.ts'
import type { Chart, ChartFigure, ChartKind, ChartSeries, Inline, Lang } from './topic.ts'

type Described = Pick<Chart, 'kind' | 'categories' | 'series'>

type Words = {
  readonly kinds: Readonly<Record<ChartKind, string>>
  readonly missing: string
  readonly lowest: string
  readonly highest: string
}

const WORDS: Readonly<Record<Lang, Words>> = {
  en: {
    kinds: {
      bar: 'Bar chart',
      'grouped-bar': 'Grouped bar chart',
      line: 'Line chart',
      share: 'Parts of a whole',
    },
    missing: 'not known',
    lowest: 'lowest',
    highest: 'highest',
  },
  hi: {
    kinds: {
      bar: 'दंड आरेख',
      'grouped-bar': 'समूहित दंड आरेख',
      line: 'रेखा आरेख',
      share: 'संपूर्ण के भाग',
    },
    missing: 'ज्ञात नहीं',
    lowest: 'न्यूनतम',
    highest: 'अधिकतम',
  },
}

/** A longer line is told by its ends and its extremes; its table has the rest. */
const MOST_POINTS = 12

export function describeChart(chart: Described, unit: string, lang: Lang): string {
  const words = WORDS[lang]
  const name = words.kinds[chart.kind]
  const list = chart.kind === 'line' ? tellLines(chart, words) : tellCategories(chart, words)
  return `${unit === '' ? name : `${name}, ${unit}`}: ${list}`
}

function tellCategories({ categories, series }: Described, words: Words): string {
  return categories
    .map((label, index) => {
      const figures = series.map((one) => {
        const printed = one.figures[index]?.printed ?? words.missing
        return series.length === 1 ? printed : `${inlineText(one.label)} ${printed}`
      })
      const separator = series.length === 1 ? ' ' : ': '
      return `${inlineText(label)}${separator}${figures.join(', ')}`
    })
    .join('; ')
}

function tellLines({ categories, series }: Described, words: Words): string {
  return series
    .map((one) => {
      const name = inlineText(one.label)
      const told = tellLine(categories, one, words)
      return name === '' ? told : `${name}: ${told}`
    })
    .join('; ')
}

type Point = { readonly label: string; readonly figure: ChartFigure | undefined }

function tellLine(categories: readonly Inline[], series: ChartSeries, words: Words): string {
  const points = categories.map((label, index) => ({
    label: inlineText(label),
    figure: series.figures[index],
  }))
  const tell = ({ label, figure }: Point): string => `${label} ${figure?.printed ?? words.missing}`
  if (points.length <= MOST_POINTS) return points.map(tell).join(', ')
  const known = points.filter(({ figure }) => figure !== undefined)
  const byValue = [...known].sort((a, b) => (a.figure?.value ?? 0) - (b.figure?.value ?? 0))
  const [first, last, low, high] = [known[0], known.at(-1), byValue[0], byValue.at(-1)]
  if (first === undefined || last === undefined || low === undefined || high === undefined)
    return words.missing
  return [
    `${tell(first)} – ${tell(last)}`,
    `${words.lowest} ${tell(low)}`,
    `${words.highest} ${tell(high)}`,
  ].join(', ')
}
