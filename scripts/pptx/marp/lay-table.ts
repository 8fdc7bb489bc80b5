/** Tables of a Marp slide as native ones: columns by what stands in them, rows by their lines. */
import type { FlowBlock, FlowCell, FlowLine, FlowParagraph } from '../../marp/flow.ts'
import type { Shape, TextBody } from '../presentation.ts'
import { runsOf } from './flow-paragraphs.ts'
import type { Room } from './lay-text.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'
import { countLines, widestWordOf, widthOf } from './measure-flow.ts'

const LEADING = 1.3

export function layTable(
  { rows: given }: Extract<FlowBlock, { kind: 'table' }>,
  canvas: MarpCanvas,
  { widthPx, scale }: Room,
): Laid {
  const { tokens } = canvas
  const columnCount = Math.max(...given.map((row) => row.length))
  const rows = given.map((row) => Array.from({ length: columnCount }, (_, at) => row[at] ?? EMPTY))
  const sizePx = tokens.sizes.caption.sizePx * scale
  const padding = { y: (tokens.cellPaddingYPx / 2) * scale, right: tokens.cellPaddingXPx * scale }
  const widths = columnWidths(rows, { sizePx, gapPx: padding.right, widthPx })
  const heights = rows.map((row) => {
    const lines = row.map((cell, at) => linesOf(cell, sizePx, (widths[at] ?? 0) - padding.right))
    return Math.max(1, ...lines) * sizePx * LEADING + 2 * padding.y
  })
  const width = widths.reduce((sum, one) => sum + one, 0)
  const heightPx = heights.reduce((sum, one) => sum + one, 0)
  return {
    heightPx,
    draw: ({ x, y }): readonly Shape[] => [
      {
        kind: 'table',
        name: 'Table',
        box: { x, y, width, height: heightPx },
        columnWidthsPx: widths,
        cellPaddingPx: padding,
        rows: rows.map((cells, at) => ({
          heightPx: heights[at] ?? 0,
          cells: cells.map((cell) => cellBody(cell, canvas, sizePx)),
        })),
      },
    ],
  }
}

const NOTHING: FlowParagraph = { runs: [], role: 'text', level: 0, quotes: 0 }
const EMPTY: FlowCell = { paragraphs: [], isHead: false }

function linesOf({ paragraphs, isHead }: FlowCell, sizePx: number, widthPx: number): number {
  return paragraphs.reduce(
    (sum, { runs }) => sum + countLines(weighed(runs, isHead), sizePx, Math.max(sizePx, widthPx)),
    0,
  )
}

function weighed(runs: FlowLine, isHead: boolean): FlowLine {
  return isHead ? runs.map((run) => (run === 'break' ? run : { ...run, isStrong: true })) : runs
}

type Measure = { readonly sizePx: number; readonly gapPx: number; readonly widthPx: number }

/**
 * Between the widest word and the whole text of a column, as browsers lay tables out (CSS 2.2, 17.5.2.2): room that is
 * left goes to the columns that would like more. A table of few words takes the width of the slide all the same.
 */
function columnWidths(
  rows: readonly (readonly FlowCell[])[],
  { sizePx, gapPx, widthPx }: Measure,
): readonly number[] {
  const columns = (rows[0] ?? []).map((_, at) => {
    const texts = rows.flatMap((row) =>
      (row[at]?.paragraphs ?? []).map(({ runs }) => weighed(runs, row[at]?.isHead === true)),
    )
    const least = Math.max(sizePx, ...texts.map((runs) => widestWordOf(runs, sizePx))) + gapPx
    return { least, most: Math.max(least, ...texts.map((runs) => widthOf(runs, sizePx) + gapPx)) }
  })
  const least = columns.reduce((sum, column) => sum + column.least, 0)
  const most = columns.reduce((sum, column) => sum + column.most, 0)
  if (most <= widthPx) return columns.map((column) => column.most * Math.min(1.6, widthPx / most))
  if (least >= widthPx) return columns.map((column) => (column.least / least) * widthPx)
  const share = (widthPx - least) / (most - least)
  return columns.map((column) => column.least + (column.most - column.least) * share)
}

function cellBody(
  { paragraphs, align, isHead }: FlowCell,
  canvas: MarpCanvas,
  sizePx: number,
): TextBody {
  // Also an empty cell says how high its line is: it would be as high as the program's own text.
  return {
    paragraphs: (paragraphs.length === 0 ? [NOTHING] : paragraphs).map((paragraph) => ({
      runs: runsOf(marked({ ...paragraph, runs: weighed(paragraph.runs, isHead) }), canvas, sizePx),
      level: 0,
      bullet: 'none',
      sizePx,
      linePx: sizePx * LEADING,
      beforePx: 0,
      ...(align !== undefined && align !== 'left' && { align }),
      ...(canvas.color !== undefined && { color: canvas.color }),
    })),
  }
}

/** A cell has no list of its own: an item has its number or a dot before it. */
function marked(paragraph: FlowParagraph): FlowParagraph {
  if (paragraph.role !== 'item' || paragraph.number === undefined) return paragraph
  const mark = paragraph.number > 0 ? `${paragraph.number}. ` : '• '
  return { ...paragraph, runs: [{ text: mark }, ...paragraph.runs] }
}
