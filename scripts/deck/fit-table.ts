/**
 * A table too wide for a slide: smaller text while that can be read from the last row, else groups of
 * columns with the first one repeated.
 */

import type { DeckRuler } from './deck-ruler.ts'
import { countFittingColumns, isWideEnough } from './layout-table.ts'
import { withClasses } from './read-deck.ts'
import type { Block, Slide, TableBlock } from './slide.ts'
import { contentWidthPx } from './slide-room.ts'

export function fitTables(slide: Slide, ruler: DeckRuler): Slide {
  const widthPx = contentWidthPx(ruler)
  const isDense = slide.classes.includes('dense')
  const tables = slide.blocks.filter((block) => block.kind === 'table')
  if (tables.every((table) => isWideEnough(table, { isDense, widthPx, ruler }))) return slide
  const willBeDense = isDense || isBetterDense(tables, { widthPx, ruler })
  const blocks = slide.blocks.flatMap((block): readonly Block[] =>
    block.kind === 'table'
      ? splitColumns(block, { isDense: willBeDense, widthPx, ruler })
      : [block],
  )
  if (willBeDense === isDense) return { ...slide, blocks }
  const classes = [...slide.classes, 'dense']
  return { ...slide, classes, directives: withClasses(slide.directives, classes), blocks }
}

/** More columns than this nobody takes in at once, however small they are set. */
const MOST_DENSE_COLUMNS = 8
/** The repeated one and two others: less is no table to compare in. */
const LEAST_COLUMNS = 3

function isBetterDense(tables: readonly TableBlock[], room: Omit<Context, 'isDense'>): boolean {
  const fitsDense = tables.every(
    (table) =>
      table.head.length <= MOST_DENSE_COLUMNS && isWideEnough(table, { ...room, isDense: true }),
  )
  const isTornApart = tables.some(
    (table) => countFittingColumns(table, { ...room, isDense: false }) < LEAST_COLUMNS,
  )
  return fitsDense || isTornApart
}

type Context = Parameters<typeof isWideEnough>[1]

function splitColumns(table: TableBlock, context: Context): readonly TableBlock[] {
  const groups: TableBlock[] = []
  let left = Array.from({ length: table.head.length - 1 }, (_, index) => index + 1)
  while (left.length > 0) {
    const fitting = countFittingColumns(pickColumns(table, [0, ...left]), context) - 1
    // Equal groups: 13 columns of which 8 fit are better shared 7 + 6.
    const count = Math.ceil(left.length / Math.ceil(left.length / Math.max(1, fitting)))
    groups.push(pickColumns(table, [0, ...left.slice(0, count)]))
    left = left.slice(count)
  }
  return groups.length === 0 ? [table] : groups
}

function pickColumns(table: TableBlock, columns: readonly number[]): TableBlock {
  const pick = (cells: readonly string[]): readonly string[] => columns.map((at) => cells[at] ?? '')
  return {
    ...table,
    head: pick(table.head),
    rules: columns.map((at) => table.rules[at] ?? '---'),
    rows: table.rows.map(pick),
    wholeRows: table.wholeRows.map(pick),
  }
}
