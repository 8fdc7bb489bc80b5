/** Column widths and height of a table; the renderer writes these widths into the page. */
import type { DeckRuler, TextKind } from './deck-ruler.ts'
import { scaleFormulas } from './formula-scale.ts'
import type { BlockLayout } from './layout-slide.ts'
import type { InlineSource, TableBlock } from './slide.ts'

export type TableContext = {
  readonly isDense: boolean
  readonly widthPx: number
  readonly ruler: DeckRuler
}

/** Rules above, under the head and below, and the hairline under each row. */
const HEAD_RULES_PX = 6
const ROW_RULE_PX = 1
/** A dense table has this share of the usual padding. */
const DENSE_PADDING = 0.5
/** A longer word is broken rather than given a wider column. */
const MAX_WORD_SHARE = 0.34

export function layoutTable(table: TableBlock, context: TableContext): BlockLayout {
  const { ruler } = context
  const columnWidths = columnWidthsOf(table, context)
  const padding = cellPadding(context)
  const rowHeights = rowHeightsOf(table, columnWidths, { ...context, slack: 1 })
  const { sizePx } = ruler.tokens.sizes[cellKind(context).size]
  const places = [table.head, ...table.rows].flatMap((cells) =>
    columnWidths.map((width, index) => ({
      text: cells[index] ?? '',
      roomPx: width - padding.x(index, columnWidths.length),
      sizePx,
    })),
  )
  return scaleFormulas({ heightPx: sum(rowHeights), columnWidths, rowHeights }, places)
}

/** @param slack widens the room of the text by this factor; the head comes first */
export function rowHeightsOf(
  table: TableBlock,
  columnWidths: readonly number[],
  { slack, ...context }: Omit<TableContext, 'widthPx'> & { readonly slack: number },
): readonly number[] {
  const padding = cellPadding(context)
  const rowHeight = (cells: readonly InlineSource[], kind: TextKind): number => {
    const heights = columnWidths.map((width, index) => {
      const roomPx = width - padding.x(index, columnWidths.length)
      return context.ruler.heightOf(cells[index] ?? '', kind, roomPx * slack)
    })
    return Math.max(0, ...heights) + padding.y + ROW_RULE_PX
  }
  return [
    rowHeight(table.head, headKind(context)) + HEAD_RULES_PX,
    ...table.rows.map((row) => rowHeight(row, cellKind(context))),
  ]
}

/** True when every column can be as wide as its widest word. */
export function isWideEnough(table: TableBlock, context: TableContext): boolean {
  return sum(measureColumns(table, context).map(({ least }) => least)) <= context.widthPx
}

/** Columns that stand side by side without breaking words: at least the first and one other. */
export function countFittingColumns(table: TableBlock, context: TableContext): number {
  const columns = measureColumns(table, context)
  let used = 0
  let count = 0
  for (const { least } of columns) {
    used += least
    if (used > context.widthPx && count >= 2) break
    count += 1
  }
  return count
}

type Column = { readonly least: number; readonly natural: number }

/**
 * All columns at their natural width and the spare room shared in proportion, or, when that is too wide,
 * between widest word and natural width (CSS 2.2 §17.5.2.2, automatic table layout).
 */
function columnWidthsOf(table: TableBlock, context: TableContext): readonly number[] {
  const columns = measureColumns(table, context)
  const natural = sum(columns.map((column) => column.natural))
  const least = sum(columns.map((column) => column.least))
  const { widthPx } = context
  if (natural <= widthPx) return columns.map((column) => (column.natural / natural) * widthPx)
  if (least >= widthPx) return columns.map((column) => (column.least / least) * widthPx)
  const share = (widthPx - least) / (natural - least)
  return columns.map((column) => column.least + (column.natural - column.least) * share)
}

function measureColumns(table: TableBlock, context: TableContext): readonly Column[] {
  const { ruler, widthPx } = context
  const padding = cellPadding(context)
  return table.head.map((head, index) => {
    const cells = table.wholeRows.map((row) => row[index] ?? '')
    const room = padding.x(index, table.head.length)
    const measure = (width: (text: InlineSource, kind: TextKind) => number): number =>
      Math.max(
        width(head, headKind(context)),
        ...cells.map((cell) => width(cell, cellKind(context))),
        ruler.tokens.sizes.denseTable.sizePx,
      ) + room
    const natural = measure(ruler.widthOf) + 1
    const least = Math.min(measure(ruler.widestWordOf) + 1, widthPx * MAX_WORD_SHARE)
    return { least, natural: Math.max(least, natural) }
  })
}

export function cellPadding({ isDense, ruler }: Pick<TableContext, 'isDense' | 'ruler'>): {
  readonly y: number
  x(index: number, count: number): number
} {
  const scale = isDense ? DENSE_PADDING : 1
  const { cellPaddingXPx, cellPaddingYPx } = ruler.tokens
  return {
    y: cellPaddingYPx * scale,
    // The last column ends at the margin.
    x: (index, count) => (index === count - 1 ? 0 : cellPaddingXPx * scale),
  }
}

export function cellKind({ isDense }: Pick<TableContext, 'isDense'>): TextKind {
  return { size: isDense ? 'denseTable' : 'table' }
}

function headKind(context: Pick<TableContext, 'isDense'>): TextKind {
  return { ...cellKind(context), weight: 700 }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
