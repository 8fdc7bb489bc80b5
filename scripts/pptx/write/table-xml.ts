/** A native table (ECMA-376 Part 1 §21.1.3.13) in its frame. */
import type { TableRow, TableShape, TextBody } from '../presentation.ts'
import { frameXml } from './frame-xml.ts'
import type { ShapeContext } from './shape-context.ts'
import { TABLE_STYLE } from './table-styles-xml.ts'
import { textBodyXml } from './text-xml.ts'
import { themeFontsXml } from './theme-fonts.ts'
import { element, emu } from './xml.ts'

const TABLE = 'http://schemas.openxmlformats.org/drawingml/2006/table'

export function tableXml(shape: TableShape, context: ShapeContext): string {
  const columns = wholeWidths(shape.columnWidthsPx)
  const xml = element(
    'a:tbl',
    {},
    element('a:tblPr', { firstRow: 1 }, `<a:tableStyleId>${TABLE_STYLE}</a:tableStyleId>`),
    element('a:tblGrid', {}, ...columns.map((w) => element('a:gridCol', { w }))),
    ...shape.rows.map((row, index) => rowXml(row, { shape, context, isHead: index === 0 })),
  )
  return frameXml(shape, { uri: TABLE, xml }, context)
}

/** In EMU; together as wide as the frame, whatever their roundings. */
function wholeWidths(widthsPx: readonly number[]): readonly number[] {
  let x = 0
  return widthsPx.map((width) => {
    const from = emu(x)
    x += width
    return emu(x) - from
  })
}

/** LibreOffice does not look for the font of cells in the table style. */
const FONT = `<a:lstStyle><a:lvl1pPr><a:defRPr>${themeFontsXml('mn')}</a:defRPr></a:lvl1pPr></a:lstStyle>`

/**
 * In cells LibreOffice takes the font's own line, ascent and descent of Noto (its `hhea` table), so that rows would grow
 * out of the table; where it is 1.2 em the lines of a cell are closer, its row as high.
 */
const CELL_LINE_EM = 1.362

type RowContext = {
  readonly shape: TableShape
  readonly context: ShapeContext
  readonly isHead: boolean
}

function rowXml({ heightPx, cells }: TableRow, { shape, context, isHead }: RowContext): string {
  const { y, right } = shape.cellPaddingPx
  const inCell = { ...context, singleEm: CELL_LINE_EM }
  const cellXml = (body: TextBody, index: number): string =>
    element(
      'a:tc',
      {},
      textBodyXml('a:txBody', body, inCell).replace('<a:lstStyle/>', FONT),
      element('a:tcPr', {
        marL: 0,
        marR: index === cells.length - 1 ? 0 : emu(right),
        marT: emu(y),
        marB: emu(y),
        anchor: isHead ? 'b' : undefined,
      }),
    )
  return element('a:tr', { h: emu(heightPx) }, ...cells.map(cellXml))
}
