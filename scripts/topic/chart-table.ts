/** The figures of a chart that are written as a table: in the chart itself or in a section. */
import { badChartCell, noChartFigures, unknownChartName } from '../diagnostics/chart-problems.ts'
import { tableRowLength } from '../diagnostics/topic-problems.ts'
import { type ChartCell, readCell } from './chart-cell.ts'
import { all, items, type Layer, type Layers, pick } from './layers.ts'
import { type Reading, requireKey } from './reading.ts'
import type { ChartData, TableData, TextData } from './schema.ts'
import { type At, textAt, whereKey, whereValue } from './source-document.ts'

export type GridLabel = {
  /** A fact id, or the label as it is written. */
  readonly key: string
  /** Undefined for a fact, which brings its own, and for a series without a name. */
  readonly written: Layer<TextData> | undefined
}

export type Grid = {
  readonly categories: readonly GridLabel[]
  readonly series: readonly GridLabel[]
  /** By series, then by category. */
  readonly cells: readonly (readonly ChartCell[])[]
  /** For what is wrong with the figures as a whole. */
  readonly at: At
}

export type ChartTable = {
  readonly columns: Layer<readonly TextData[]>
  readonly rows: Layer<readonly (readonly TextData[])[]>
  /** The columns in every layer: an edition may inherit the name of one that it has translated. */
  readonly heads: Layers<readonly TextData[]>
  /** Of a section, which may have columns of words beside those of figures and reports its own mistakes. */
  readonly isShared: boolean
}

/** The table in the chart, or the one it names; undefined after a problem was reported. */
export function tableOf(
  reading: Reading,
  chart: Layer<ChartData>,
  sectionId: string,
): ChartTable | undefined {
  const from = pick([chart], 'from')
  if (from !== undefined) {
    const table = namedTable(reading, from, sectionId)
    const [columns, rows] = partsOf(table)
    return columns && rows && { columns, rows, heads: all(table, 'columns'), isShared: true }
  }
  const [columns, rows] = partsOf([chart])
  if (columns === undefined)
    requireKey(reading, [chart], { key: 'columns', of: 'A chart with `rows`' })
  return columns && rows && { columns, rows, heads: [columns], isShared: false }
}

function partsOf(layers: Layers<Pick<ChartData, 'columns' | 'rows'>>) {
  return [pick(layers, 'columns'), pick(layers, 'rows')] as const
}

function namedTable(
  { tables, report }: Reading,
  name: Layer<TextData>,
  sectionId: string,
): Layers<TableData> {
  const written = textAt(name.at).trim()
  const own = tables.get(sectionId) ?? []
  const found = written === 'table' && own.length > 0 ? own : (tables.get(written) ?? [])
  const known = [...tables].flatMap(([id, table]) => (table.length > 0 ? [id] : []))
  const names = own.length > 0 ? ['table', ...known] : known
  if (found.length === 0)
    report(unknownChartName(whereValue(name.at), { name: written, of: 'table', known: names }))
  return found
}

/** A section's own table has reported its mistakes and used its facts already. */
function quiet(reading: Reading): Reading {
  const { ledger } = reading
  return {
    ...reading,
    report: () => {},
    ledger: {
      ...ledger,
      figure: (id) => ledger.peek(id)?.printed,
      cite: (id, where) => (ledger.content.sources.has(id) ? ledger.cite(id, where) : 0),
    },
  }
}

type Column = { readonly title: Layer<TextData>; readonly cells: Layers<TextData> }

/** @param task.chosen titles of the columns to draw; undefined: all that hold figures */
export function gridOfTable(
  reading: Reading,
  table: ChartTable,
  task: { readonly chosen: Layer<readonly TextData[]> | undefined; readonly at: At },
): Grid | undefined {
  const silent = quiet(reading)
  const lines = wholeRows(table.isShared ? silent : reading, table)
  const [, ...titles] = items(table.columns)
  const columns = titles.map((title, index) => ({
    title,
    cells: lines.flatMap((row) => items(row)[index + 1] ?? []),
  }))
  const shown =
    task.chosen === undefined
      ? figureColumns(silent, columns, table)
      : chosenColumns(reading, columns, { heads: table.heads, chosen: task.chosen })
  if (shown.length === 0 || lines.length === 0) {
    if (task.chosen === undefined && lines.length > 0)
      reading.report(noChartFigures(whereKey(task.at)))
    return undefined
  }
  const { report } = reading
  const reader = table.isShared ? silent : reading
  return {
    categories: lines.flatMap((row) => items(row).slice(0, 1).map(labelAt)),
    series: shown.map(({ title }) => labelAt(title)),
    cells: shown.map(({ cells }) =>
      cells.map((cell) => figureAt(reader, cell, { row: task.at, report })),
    ),
    at: task.at,
  }
}

function wholeRows(reading: Reading, { columns, rows }: ChartTable): Layers<readonly TextData[]> {
  const width = columns.value.length
  const lines = items(rows)
  for (const { value, at } of lines)
    if (value.length !== width) reading.report(tableRowLength(whereValue(at), value.length, width))
  return lines.filter(({ value }) => value.length === width)
}

function figureColumns(
  silent: Reading,
  columns: readonly Column[],
  { isShared }: ChartTable,
): readonly Column[] {
  if (!isShared) return columns
  return columns.filter(({ cells }) =>
    cells.some((cell) => readCell(silent, cell)?.figure !== undefined),
  )
}

function chosenColumns(
  reading: Reading,
  columns: readonly Column[],
  { chosen, heads }: Pick<ChartTable, 'heads'> & { readonly chosen: Layer<readonly TextData[]> },
): readonly Column[] {
  const known = heads.map((head) =>
    items(head)
      .map((title) => labelAt(title).key)
      .slice(1),
  )
  return items(chosen).flatMap((name) => {
    const { key } = labelAt(name)
    const place = known.find((keys) => keys.includes(key))?.indexOf(key) ?? -1
    const column = columns[place]
    if (column === undefined)
      reading.report(
        unknownChartName(whereValue(name.at), { name: key, of: 'column', known: known[0] ?? [] }),
      )
    return column ?? []
  })
}

/** A cell that is no figure is reported, and counts as missing. */
export function figureAt(
  reading: Reading,
  cell: Layer<TextData> | undefined,
  { row, report }: { readonly row: At; readonly report: Reading['report'] },
): ChartCell {
  const missing = { figure: undefined, at: cell?.at ?? row, sources: [] }
  if (cell === undefined) return missing
  const read = readCell(reading, cell)
  const written = textAt(cell.at)
  // A fact that does not exist was reported when its name was read.
  if (read === undefined && !/^\s*\{[^{}]*\}/u.test(written))
    report(badChartCell(whereValue(cell.at), written))
  return read ?? missing
}

export function labelAt(layer: Layer<TextData>): GridLabel {
  return { key: textAt(layer.at).replace(/\s+/gu, ' ').trim(), written: layer }
}
