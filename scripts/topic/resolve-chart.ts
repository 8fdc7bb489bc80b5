import { chartUnits, noChartFigures, tooManySeries } from '../diagnostics/chart-problems.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { type CellFigure, isMissing } from './chart-cell.ts'
import { reportChangedFigures } from './chart-conflict.ts'
import { contentOf, readGrid } from './chart-grid.ts'
import { labelsOf, reportUnusedLabels } from './chart-labels.ts'
import type { Grid } from './chart-table.ts'
import { describeChart } from './describe-chart.ts'
import { findHighlight } from './find-highlight.ts'
import { inlineText } from './inline-text.ts'
import { type Layers, pick } from './layers.ts'
import { orient } from './orient-grid.ts'
import { inlineOf, plainOf, type Reading } from './reading.ts'
import type { ChartData } from './schema.ts'
import { resolveShare } from './share-parts.ts'
import { textAt, whereKey, whereValue } from './source-document.ts'
import type { Chart, ChartKind, Inline } from './topic.ts'

const EMPTY = {
  unit: '',
  categories: [],
  series: [],
  highlight: { category: -1, series: -1 },
  hasRest: false,
  sources: [],
}

export function resolveChart(
  reading: Reading,
  layers: Layers<ChartData>,
  sectionId: string,
): Chart {
  const title = inlineOf(reading, pick(layers, 'title'))
  const path = `charts/${sectionId}.svg`
  const content = contentOf(reading, layers)
  const found = content === undefined ? undefined : readGrid(reading, content, sectionId)
  const kind = kindOf(layers, found)
  if (content === undefined || found === undefined)
    return { kind, path, title, caption: [], alt: '', ...EMPTY }
  const grid = orient(found, kind)
  reportSeries(reading, layers, { kind, grid })
  if (isAllMissing(grid)) reading.report(noChartFigures(whereKey(grid.at)))
  reportUnusedLabels(reading, layers, grid)
  reportChangedFigures(reading, layers, { grid, kind, sectionId })
  const unit = plainOf(reading, pick(layers, 'unit')) || unitOf(reading, layers, grid)
  const highlight = findHighlight(reading, layers, { grid, kind, sectionId })
  const labelled = labelsOf(reading, layers, { grid, kind })
  const whole = {
    ...labelled,
    kind,
    path,
    title,
    highlight,
    hasRest: false,
    unit,
    sources: sourcesOf(grid),
  }
  const shares = kind === 'share' ? resolveShare(reading, { ...whole, grid }) : whole
  const caption = pick(layers, 'caption')
  const alt = plainOf(reading, pick(layers, 'alt'))
  const chart = {
    ...shares,
    caption:
      caption === undefined
        ? captionOf(unit, asOf(grid))
        : captionWithUnit(inlineOf(reading, caption), unit),
  }
  return { ...chart, alt: alt === '' ? describeChart(chart, unit, reading.lang) : alt }
}

function kindOf(layers: Layers<ChartData>, grid: Grid | undefined): ChartKind {
  const kind = pick(layers, 'kind')?.value
  return kind ?? ((grid?.series.length ?? 1) > 1 ? 'grouped-bar' : 'bar')
}

/** As many as there are colours that can be told apart: `series1` to `series6` of a theme. */
const MOST_SERIES: Readonly<Record<ChartKind, number>> = {
  bar: 1,
  share: 1,
  'grouped-bar': 6,
  line: 6,
}

function reportSeries(
  reading: Reading,
  layers: Layers<ChartData>,
  { kind, grid }: { readonly kind: ChartKind; readonly grid: Grid },
): void {
  const [count, most] = [grid.series.length, MOST_SERIES[kind]]
  if (count <= most) return
  const given = pick(layers, 'kind')
  const where = given === undefined ? whereKey(grid.at) : whereValue(given.at)
  reading.report(tooManySeries(where, kind, { count, most }))
}

/** A cell that holds something else was reported where it stands. */
function isAllMissing({ cells }: Grid): boolean {
  return cells.flat().every(({ figure, at }) => figure === undefined && isMissing(textAt(at)))
}

function figuresOf(grid: Grid): readonly CellFigure[] {
  return grid.cells.flat().flatMap(({ figure }) => figure ?? [])
}

/** Of the facts shown; figures without a unit go with any. */
function unitOf(reading: Reading, layers: Layers<ChartData>, grid: Grid): string {
  const units = [...new Set(figuresOf(grid).map(({ unit }) => unit))]
  const facts = figuresOf(grid).every(({ fact }) => fact !== undefined)
  const compared = facts ? units : units.filter((unit) => unit !== '')
  if (compared.length > 1) reading.report(chartUnits(whereFigures(layers, grid), compared))
  return compared[0] ?? ''
}

/** The figures, or the chart of the edition that inherits them: the edition's units are at fault. */
function whereFigures(layers: Layers<ChartData>, { at }: Grid): Where {
  const own = layers[0]
  const isInherited = own !== undefined && own.at.document !== at.document
  return isInherited ? whereKey(own.at) : whereValue(at)
}

/** The year of all facts shown; empty when they differ or a figure is no fact. */
function asOf(grid: Grid): string {
  const years = [...new Set(figuresOf(grid).map(({ fact }) => fact?.asOf ?? ''))]
  return years.length === 1 ? (years[0] ?? '') : ''
}

function sourcesOf(grid: Grid): readonly number[] {
  const numbers = new Set(grid.cells.flat().flatMap(({ sources }) => sources))
  return [...numbers].sort((a, b) => a - b)
}

function captionOf(unit: string, year: string): Inline {
  const text = [unit, year].filter((part) => part !== '').join(', ')
  return text === '' ? [] : [{ kind: 'text', text }]
}

/** A caption that names the unit itself, such as "Rain (mm)" or "in millions of tonnes", keeps its words. */
function captionWithUnit(caption: Inline, unit: string): Inline {
  if (unit === '' || caption.length === 0 || namesUnit(inlineText(caption), unit)) return caption
  const last = caption.at(-1)
  const stop = last?.kind === 'text' ? (/[.।]$/u.exec(last.text)?.[0] ?? '') : ''
  const text = `, ${unit}${stop}`
  if (last?.kind !== 'text') return [...caption, { kind: 'text', text }]
  const begun = last.text.slice(0, last.text.length - stop.length)
  return [...caption.slice(0, -1), { kind: 'text', text: begun + text }]
}

/** As a word of its own: `t` is not named by "cotton". */
function namesUnit(text: string, unit: string): boolean {
  if (unit === '%' && /per ?cent|प्रतिशत/iu.test(text)) return true
  const words = unit.split(' ').map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  const letters = '[\\p{L}\\p{M}]'
  const pattern = `(?<!${letters})${words.join('\\s+')}(?!${letters})`
  return new RegExp(pattern, 'iu').test(text)
}
