/** A table of the slide as a native table. */
import { cellKind, cellPadding, rowHeightsOf } from '../../deck/layout-table.ts'
import { METRIC_MARGIN } from '../../deck/measure-lines.ts'
import type { Block, InlineSource, TableBlock } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Paragraph, Shape, TextBody } from '../presentation.ts'
import { runsOf } from './runs-of.ts'
import { textStyle } from './text-style.ts'

/**
 * Rows grow with their text in every program, and never shrink: they are as high as the text by its plain measure, where
 * a page reserves a little more.
 */
export function composeTable(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'table') return []
  const { canvas, slide, layout, box, role } = place
  const { columnWidths = [] } = layout
  const isDense = slide.classes.includes('dense')
  const padding = cellPadding({ isDense, ruler: canvas.ruler })
  const style = textStyle(canvas, { size: cellKind({ isDense }).size })
  const context = { isDense, ruler: canvas.ruler, slack: METRIC_MARGIN }
  const rowHeights = rowHeightsOf(block, columnWidths, context)
  const height = rowHeights.reduce((sum, one) => sum + one, 0)
  const width = columnWidths.reduce((sum, one) => sum + one, 0)
  return [
    {
      kind: 'table',
      name: 'Table',
      ...(role !== undefined && { role }),
      box: { ...box, width, height },
      columnWidthsPx: columnWidths,
      cellPaddingPx: { y: padding.y / 2, right: padding.x(0, 2) },
      rows: [block.head, ...block.rows].map((cells, index) => ({
        heightPx: rowHeights[index] ?? 0,
        cells: columnWidths.map((_, column) =>
          cellBody(cells[column] ?? '', { style, align: alignOf(block, column) }),
        ),
      })),
    },
  ]
}

const ALIGNS: Readonly<Record<string, 'right' | 'center'>> = { '--:': 'right', ':-:': 'center' }

function alignOf({ rules }: TableBlock, column: number): Paragraph['align'] {
  return ALIGNS[rules[column] ?? '']
}

type CellLook = { readonly style: Partial<Paragraph>; readonly align: Paragraph['align'] }

function cellBody(text: InlineSource, { style, align }: CellLook): TextBody {
  const look = align === undefined ? style : { ...style, align }
  return { paragraphs: [{ ...look, runs: runsOf(text), level: 0, bullet: 'none' }] }
}
