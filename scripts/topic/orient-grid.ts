import type { Grid } from './chart-table.ts'
import { isTimeLabel } from './time-label.ts'
import type { ChartKind } from './topic.ts'

/** Time runs along a line: a table with the years in its head is turned. */
export function orient(grid: Grid, kind: ChartKind): Grid {
  const { categories, series, cells } = grid
  const isTurned =
    kind === 'line' &&
    series.length > 1 &&
    series.every(({ key }) => isTimeLabel(key)) &&
    !categories.every(({ key }) => isTimeLabel(key))
  if (!isTurned) return grid
  return {
    ...grid,
    categories: series,
    series: categories,
    cells: categories.map((_, index) => cells.flatMap((row) => row[index] ?? [])),
  }
}
