import { unknownHighlight } from '../diagnostics/chart-problems.ts'
import { gridOf } from './chart-conflict.ts'
import type { Grid } from './chart-table.ts'
import { type Layers, pick } from './layers.ts'
import type { Reading } from './reading.ts'
import type { ChartData } from './schema.ts'
import { textAt, whereValue } from './source-document.ts'
import type { Chart, ChartKind } from './topic.ts'

type Highlight = Chart['highlight']

const NONE: Highlight = { category: -1, series: -1 }

export type HighlightTask = {
  readonly grid: Grid
  readonly kind: ChartKind
  readonly sectionId: string
}

/**
 * A category, a series or one figure, by its name or its fact id. An inherited name is one of the original,
 * which the edition may have translated: then the place counts.
 */
export function findHighlight(
  reading: Reading,
  layers: Layers<ChartData>,
  { grid, kind, sectionId }: HighlightTask,
): Highlight {
  const highlight = pick(layers, 'highlight')
  if (highlight === undefined) return NONE
  const name = textAt(highlight.at).replace(/\s+/gu, ' ').trim()
  const found = locate(grid, name) ?? locateInOriginal()
  if (found !== undefined)
    return kind === 'bar' || kind === 'share' ? { ...found, series: -1 } : found
  reading.report(unknownHighlight(whereValue(highlight.at), name, namesIn(grid)))
  return NONE

  function locateInOriginal(): Highlight | undefined {
    const document = highlight?.at.document
    if (document === undefined || layers.every(({ at }) => at.document === document))
      return undefined
    const original = gridOf(reading, layers, { document, kind, sectionId })
    return original === undefined ? undefined : locate(original, name)
  }
}

function locate({ categories, series, cells }: Grid, name: string): Highlight | undefined {
  const category = categories.findIndex(({ key }) => key === name)
  if (category !== -1) return { category, series: -1 }
  const index = series.findIndex(({ key }) => key !== '' && key === name)
  if (index !== -1) return { category: -1, series: index }
  for (const [at, row] of cells.entries()) {
    const place = row.findIndex(({ figure }) => figure?.fact?.id === name)
    if (place !== -1) return { category: place, series: series.length === 1 ? -1 : at }
  }
  return undefined
}

function namesIn({ categories, series, cells }: Grid): readonly string[] {
  const facts = cells.flat().flatMap(({ figure }) => figure?.fact?.id ?? [])
  const keys = [...categories, ...series].map(({ key }) => key)
  return [...new Set([...keys, ...facts])].filter((key) => key !== '')
}
