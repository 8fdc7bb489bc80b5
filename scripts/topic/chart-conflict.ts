/** An edition may repeat the figures of its original's chart, but not change them. */
import { chartConflict } from '../diagnostics/chart-problems.ts'
import type { CellFigure, ChartCell } from './chart-cell.ts'
import { contentOf, readGrid } from './chart-grid.ts'
import type { Grid } from './chart-table.ts'
import type { Layers } from './layers.ts'
import { orient } from './orient-grid.ts'
import type { Reading } from './reading.ts'
import type { ChartData } from './schema.ts'
import { type SourceDocument, whereValue } from './source-document.ts'
import type { ChartKind } from './topic.ts'

export type ChartPlace = { readonly kind: ChartKind; readonly sectionId: string }

/** The chart as one file alone gives it, its mistakes not reported again; undefined where it gives none. */
export function gridOf(
  reading: Reading,
  layers: Layers<ChartData>,
  { document, kind, sectionId }: ChartPlace & { readonly document: SourceDocument },
): Grid | undefined {
  const own = layers.filter(({ at }) => at.document === document)
  const tables = new Map(
    [...reading.tables].map(([id, table]) => [
      id,
      table.filter(({ at }) => at.document === document),
    ]),
  )
  const silent = { ...reading, tables, report: () => {} }
  const given = contentOf(silent, own)
  const grid = given === undefined ? undefined : readGrid(silent, given, sectionId)
  return grid === undefined ? undefined : orient(grid, kind)
}

/** Cell by cell; a chart of another shape is another chart. Figures of facts agree by their ledger. */
export function reportChangedFigures(
  reading: Reading,
  layers: Layers<ChartData>,
  { grid, kind, sectionId }: ChartPlace & { readonly grid: Grid },
): void {
  const document = layers.at(-1)?.at.document
  const cells = grid.cells.flat()
  if (document === undefined || cells.every(({ at }) => at.document === document)) return
  const original = gridOf(reading, layers, { document, kind, sectionId })
  const isSameShape =
    original?.categories.length === grid.categories.length &&
    original.series.length === grid.series.length
  if (!isSameShape) return
  const originals = original.cells.flat()
  for (const [index, cell] of cells.entries()) {
    const other = originals[index]
    if (other === undefined || cell.at.document === document || areSame(cell, other)) continue
    const [here, there] = [printedOf(cell.figure), printedOf(other.figure)]
    reading.report(chartConflict(whereValue(cell.at), { here, there, other: document.file }))
  }
}

function areSame({ figure: here }: ChartCell, { figure: there }: ChartCell): boolean {
  const isFact = here?.fact !== undefined && there?.fact !== undefined
  return isFact || (here?.low === there?.low && here?.high === there?.high)
}

function printedOf(figure: CellFigure | undefined): string {
  return figure?.printed ?? '–'
}
