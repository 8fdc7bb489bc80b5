/** The figures of a chart, from facts, from its own list or table, or from the table of a section. */
import { chartContent, unnamedSeries } from '../diagnostics/chart-problems.ts'
import { tableRowLength } from '../diagnostics/topic-problems.ts'
import { cellOfFact } from './chart-cell.ts'
import { figureAt, type Grid, gridOfTable, labelAt, tableOf } from './chart-table.ts'
import { items, type Layer, type Layers, pick } from './layers.ts'
import type { Reading } from './reading.ts'
import type { ChartData, TextData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereKey, whereValue } from './source-document.ts'

/** The four ways to give figures, and the keys that each takes. */
const FORMS = ['facts', 'data', 'rows', 'from'] as const

export type ChartContent = {
  readonly layer: Layer<ChartData>
  readonly form: (typeof FORMS)[number]
}

/** The strongest layer with figures; undefined after what is missing or given twice was reported. */
export function contentOf(reading: Reading, layers: Layers<ChartData>): ChartContent | undefined {
  const strongest = layers[0]
  for (const layer of layers) {
    const [form, ...more] = FORMS.filter((key) => layer.value[key] !== undefined)
    if (form === undefined) continue
    if (more.length === 0) return { layer, form }
    reading.report(chartContent(whereKey(layer.at)))
    return undefined
  }
  if (strongest !== undefined && !layers.some(({ at }) => isPrunedBelow(at)))
    reading.report(chartContent(whereKey(strongest.at)))
  return undefined
}

/** Undefined after a problem was reported. */
export function readGrid(
  reading: Reading,
  { layer, form }: ChartContent,
  sectionId: string,
): Grid | undefined {
  const content = [layer]
  if (form === 'facts') return gridOfFacts(reading, pick(content, 'facts'))
  const chosen = pick(content, 'series')
  if (form === 'data') return gridOfData(reading, pick(content, 'data'), chosen)
  const table = tableOf(reading, layer, sectionId)
  return table === undefined ? undefined : gridOfTable(reading, table, { chosen, at: layer.at })
}

function gridOfFacts(
  reading: Reading,
  ids: Layer<readonly string[]> | undefined,
): Grid | undefined {
  if (ids === undefined) return undefined
  const found = items(ids).flatMap((id) => {
    const fact = reading.ledger.fact(textAt(id.at), () => whereValue(id.at))
    return fact === undefined ? [] : [{ fact, at: id.at }]
  })
  if (found.length === 0) return undefined
  return {
    categories: found.map(({ fact }) => ({ key: fact.id, written: undefined })),
    series: [{ key: '', written: undefined }],
    cells: [found.map(({ fact, at }) => cellOfFact(reading, fact, { at, sources: [] }))],
    at: ids.at,
  }
}

type DataRow = readonly [TextData, TextData, ...TextData[]]

function gridOfData(
  reading: Reading,
  data: Layer<readonly DataRow[]> | undefined,
  names: Layer<readonly TextData[]> | undefined,
): Grid | undefined {
  if (data === undefined) return undefined
  const rows = items(data)
  const width = Math.max(...rows.map(({ value }) => value.length)) - 1
  const series = names === undefined ? [] : items(names)
  if (names === undefined && width > 1) {
    reading.report(unnamedSeries(whereKey(data.at), width))
    return undefined
  }
  const count = names === undefined ? 1 : series.length
  const cells = rows.map((row) => {
    if (row.value.length !== count + 1)
      reading.report(tableRowLength(whereValue(row.at), row.value.length, count + 1))
    const [, ...figures] = items<TextData>(row)
    return Array.from({ length: count }, (_, index) =>
      figureAt(reading, figures[index], { row: row.at, report: reading.report }),
    )
  })
  return {
    categories: rows.map((row) => labelAt({ value: row.value[0], at: child(row.at, 0) })),
    series: names === undefined ? [{ key: '', written: undefined }] : series.map(labelAt),
    cells: Array.from({ length: count }, (_, index) => cells.flatMap((row) => row[index] ?? [])),
    at: data.at,
  }
}
