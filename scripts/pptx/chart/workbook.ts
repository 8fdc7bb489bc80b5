/** A workbook of one sheet (SpreadsheetML, ECMA-376 Part 1 §18), which “Edit Data” opens. */
import { officeType, type Part, relationshipType, writePackage } from '../write/package.ts'
import { element, NAMESPACES, XML_HEAD, xmlText } from '../write/xml.ts'
import { type Cell, columnName, type DataSheet, SHEET_NAME } from './data-sheet.ts'

export const WORKBOOK_TYPE = officeType('spreadsheetml.sheet')

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const WORKBOOK = 'xl/workbook.xml'
const SHEET = 'xl/worksheets/sheet1.xml'
const STYLES = 'xl/styles.xml'

export function writeWorkbook({ rows }: DataSheet): Uint8Array {
  const formats = [...new Set(rows.flat().flatMap((cell) => (isNumber(cell) ? [cell.format] : [])))]
  const parts: readonly Part[] = [
    {
      path: WORKBOOK,
      contentType: officeType('spreadsheetml.sheet.main+xml'),
      content: `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${NAMESPACES['xmlns:r']}"><sheets><sheet name="${SHEET_NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      relationships: [
        { id: 'rId1', type: relationshipType('worksheet'), target: SHEET },
        { id: 'rId2', type: relationshipType('styles'), target: STYLES },
      ],
      isCommon: true,
    },
    {
      path: SHEET,
      contentType: officeType('spreadsheetml.worksheet+xml'),
      content: sheetXml(rows, formats),
    },
    // Most sheets have one format or two.
    {
      path: STYLES,
      contentType: officeType('spreadsheetml.styles+xml'),
      content: stylesXml(formats),
      isCommon: true,
    },
  ]
  return writePackage(parts, [
    { id: 'rId1', type: relationshipType('officeDocument'), target: WORKBOOK },
  ])
}

function isNumber(cell: Cell): cell is Exclude<Cell, string | undefined> {
  return typeof cell === 'object'
}

/** In characters: names are seen whole without dragging a border. */
const LEAST_WIDTH = 10
const MOST_WIDTH = 44

function sheetXml(rows: readonly (readonly Cell[])[], formats: readonly string[]): string {
  const count = Math.max(0, ...rows.map(({ length }) => length))
  const columns = Array.from({ length: count }, (_, index) => {
    const longest = Math.max(0, ...rows.map((row) => textOf(row[index]).length + 2))
    const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, longest))
    return element('col', { min: index + 1, max: index + 1, width, customWidth: 1 })
  })
  const written = rows.map((row, index) => {
    const cells = row.map((cell, column) =>
      cellXml(cell, `${columnName(column)}${index + 1}`, formats),
    )
    return element('row', { r: index + 1 }, ...cells)
  })
  return `${XML_HEAD}${element(
    'worksheet',
    { xmlns: MAIN },
    element('dimension', { ref: `A1:${columnName(Math.max(0, count - 1))}${rows.length}` }),
    element('cols', {}, ...columns),
    element('sheetData', {}, ...written),
  )}`
}

function textOf(cell: Cell): string {
  return isNumber(cell) ? String(cell.value) : (cell ?? '')
}

/** `_x0041_` stands for a character (ECMA-376 Part 1 §22.9.2.19): its first underscore is told as one. */
const ESCAPED = /_(?=x[\dA-Fa-f]{4}_)/g

/** Longest text of a cell that Excel opens. */
const MOST_TEXT = 32_767

function cellXml(cell: Cell, r: string, formats: readonly string[]): string {
  if (cell === undefined || cell === '') return ''
  if (isNumber(cell))
    return element('c', { r, s: formats.indexOf(cell.format) + 1 }, `<v>${cell.value}</v>`)
  const text = xmlText(cell.slice(0, MOST_TEXT).replace(ESCAPED, '_x005F_'))
  return element('c', { r, t: 'inlineStr' }, `<is><t xml:space="preserve">${text}</t></is>`)
}

/** Numbers of formats that are not built in begin here (ECMA-376 Part 1 §18.8.30). */
const FIRST_FORMAT = 164

/** The one style that every workbook has, and one for each number format. */
function stylesXml(formats: readonly string[]): string {
  const numberFormats = formats.map((formatCode, index) =>
    element('numFmt', { numFmtId: FIRST_FORMAT + index, formatCode }),
  )
  const plain = { fontId: 0, fillId: 0, borderId: 0 }
  const xfs = [
    element('xf', { numFmtId: 0, ...plain, xfId: 0 }),
    ...formats.map((_, index) =>
      element('xf', { numFmtId: FIRST_FORMAT + index, ...plain, xfId: 0, applyNumberFormat: 1 }),
    ),
  ]
  return `${XML_HEAD}${element(
    'styleSheet',
    { xmlns: MAIN },
    formats.length === 0 ? '' : element('numFmts', { count: formats.length }, ...numberFormats),
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    element('cellXfs', { count: xfs.length }, ...xfs),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  )}`
}
