/** What categories and series are called: the chart's own `labels`, the fact's label, or as it is written. */
import { unknownChartName } from '../diagnostics/chart-problems.ts'
import type { Grid, GridLabel } from './chart-table.ts'
import { all, entries, type Layer, type Layers, pick } from './layers.ts'
import type { ReadFact } from './read-fact.ts'
import { inlineOf, type Reading } from './reading.ts'
import type { ChartData, TextData } from './schema.ts'
import { whereKey } from './source-document.ts'
import type { Chart, ChartKind, Inline } from './topic.ts'

export function labelsOf(
  reading: Reading,
  layers: Layers<ChartData>,
  { grid, kind }: { readonly grid: Grid; readonly kind: ChartKind },
): Pick<Chart, 'categories' | 'series'> {
  const facts = (grid.cells[0] ?? []).map(({ figure }) => figure?.fact)
  const isDated = kind === 'line' && areDated(facts)
  const labelOf = (label: GridLabel, fact?: ReadFact): Inline => {
    if (label.written !== undefined)
      return inlineOf(reading, ownLabel(layers, label) ?? label.written)
    if (fact === undefined) return []
    if (isDated && ownLabel(layers, label) === undefined) return [{ kind: 'text', text: fact.asOf }]
    return inlineOf(reading, factLabel(layers, fact))
  }
  return {
    categories: grid.categories.map((label, index) => labelOf(label, facts[index])),
    series: grid.series.map((label, index) => ({
      label: labelOf(label),
      figures: (grid.cells[index] ?? []).map(
        ({ figure }) => figure && { value: figure.value, printed: figure.printed },
      ),
    })),
  }
}

/** The same measure at different times: the time is what tells the points of a line apart. */
function areDated(facts: readonly (ReadFact | undefined)[]): boolean {
  const dates = facts.map((fact) => fact?.asOf ?? '')
  return dates.every((date) => date !== '') && new Set(dates).size === dates.length
}

function ownLabel(layers: Layers<ChartData>, { key }: GridLabel): Layer<TextData> | undefined {
  return pick(all(layers, 'labels'), key)
}

/** A chart's own label, unless only the original gives one and the edition has translated the fact's. */
function factLabel(layers: Layers<ChartData>, fact: ReadFact): Layer<TextData> | undefined {
  const own = pick(all(layers, 'labels'), fact.id)
  const general = pick(fact.layers, 'label')
  if (own === undefined || general === undefined) return own ?? general
  const isTranslated = fact.layers.length > 1 && general.at.document === fact.layers[0]?.at.document
  const isFromOriginal = own.at.document === fact.layers.at(-1)?.at.document
  return isTranslated && isFromOriginal ? general : own
}

/** A label of the strongest layer that names nothing: it was misspelt. */
export function reportUnusedLabels(reading: Reading, layers: Layers<ChartData>, grid: Grid): void {
  const known = [...grid.categories, ...grid.series].map(({ key }) => key)
  const [labels] = all(layers.slice(0, 1), 'labels')
  for (const [key, { at }] of labels === undefined ? [] : entries(labels))
    if (!known.includes(key))
      reading.report(unknownChartName(whereKey(at), { name: key, of: 'label', known }))
}
