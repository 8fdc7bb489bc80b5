/** The workbook behind a chart: a package of its own, read by its cells. */

import { openPackage, type Package, type Part, partsOfType, type Report } from './package.ts'
import { checkContentTypes, checkNames, checkZip } from './package-rules.ts'
import { childAt, find, numberOf, textOf, type XmlNode } from './read-xml.ts'
import { readZip } from './read-zip.ts'
import { checkRelationships } from './relationship-rules.ts'

export type Workbook = {
  /** Values of `Sheet1!$A$2:$A$5`, in order; undefined: no such sheet or no such form. */
  cellsAt(formula: string): readonly (string | undefined)[] | undefined
}

export function openWorkbook(part: Part, report: Report): Workbook | undefined {
  const inside: Report = (rule, path, message) => report(rule, `${part.path}!${path}`, message)
  let pack: Package
  try {
    pack = openPackage(readZip(part.bytes))
  } catch (error) {
    report('workbook', part.path, String(error))
    return undefined
  }
  for (const { rule, part: path, message } of pack.faults) inside(rule, path, message)
  for (const check of [checkZip, checkNames, checkContentTypes, checkRelationships])
    check(pack, inside)
  const [main] = partsOfType(pack, 'spreadsheetml.sheet.main+xml')
  const strings = sharedStrings(pack)
  const sheets = new Map<string, ReadonlyMap<string, string>>()
  for (const node of find(main?.xml, 's:sheet')) {
    const name = node.attributes.get('name') ?? ''
    checkSheetName(name, inside)
    const id = node.attributes.get('r:id')
    const path = main?.relationships.find((one) => one.id === id)?.path ?? ''
    sheets.set(name, cellsOf(pack.parts.get(path), strings, inside))
  }
  if (sheets.size === 0) inside('workbook', main?.path ?? '', 'no sheet')
  checkTables(pack, inside)
  return { cellsAt: (formula) => cellsAt(formula, sheets) }
}

/** Excel's own limits: 31 letters, none of these. */
function checkSheetName(name: string, report: Report): void {
  if (name.length === 0 || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
    report('workbook', 'xl/workbook.xml', `a sheet called "${name}"`)
}

function sharedStrings(pack: Package): readonly string[] {
  const [part] = partsOfType(pack, 'sharedStrings+xml')
  return find(part?.xml, 's:si').map(stringOf)
}

/** `_x0041_` stands for a character (ECMA-376 Part 1 §22.9.2.19). */
function stringOf(node: XmlNode): string {
  return find(node, 's:t')
    .map(textOf)
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}

function cellsOf(
  part: Part | undefined,
  strings: readonly string[],
  report: Report,
): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  const path = part?.path ?? ''
  let lastRow = 0
  for (const row of find(part?.xml, 's:row')) {
    if (!(numberOf(row, 'r') > lastRow)) report('workbook', path, `row ${numberOf(row, 'r')}`)
    lastRow = numberOf(row, 'r')
    for (const cell of find(row, 's:c')) {
      const place = cell.attributes.get('r') ?? ''
      if (cells.has(place) || !place.endsWith(String(lastRow))) report('workbook', path, place)
      const value = readCell(cell, strings)
      if (value === undefined) report('workbook', path, `${place} refers to no string`)
      else cells.set(place, value)
    }
  }
  for (const node of find(part?.xml, 's:t'))
    if (/^\s|\s$/.test(node.text) && node.attributes.get('xml:space') !== 'preserve')
      report('workbook', path, `spaces around "${node.text}" would be lost`)
  return cells
}

function readCell(cell: XmlNode, strings: readonly string[]): string | undefined {
  const type = cell.attributes.get('t') ?? 'n'
  if (type === 'inlineStr') return stringOf(cell)
  const value = textOf(childAt(cell, 's:v'))
  if (type === 's') return strings[Number(value)]
  return value
}

const RANGE =
  /^(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u

function cellsAt(
  formula: string,
  sheets: ReadonlyMap<string, ReadonlyMap<string, string>>,
): readonly (string | undefined)[] | undefined {
  const match = RANGE.exec(formula)
  const sheet = sheets.get((match?.[1] ?? match?.[2] ?? '').replaceAll("''", "'"))
  if (match === null || sheet === undefined) return undefined
  const [, , , column = '', row = ''] = match
  const [lastColumn, lastRow] = [match[5] ?? column, match[6] ?? row]
  const places: string[] = []
  for (let at = Number(row); at <= Number(lastRow); at++)
    for (let letter = toIndex(column); letter <= toIndex(lastColumn); letter++)
      places.push(`${toLetters(letter)}${at}`)
  return places.map((place) => sheet.get(place))
}

function toIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function toLetters(index: number): string {
  if (index === 0) return ''
  return toLetters(Math.floor((index - 1) / 26)) + String.fromCharCode(65 + ((index - 1) % 26))
}

/** Columns of a table are named as their cells (§18.5.1.2), or Excel repairs the workbook. */
function checkTables(pack: Package, report: Report): void {
  for (const { path, xml } of partsOfType(pack, 'spreadsheetml.table+xml')) {
    const names = find(xml, 's:tableColumn').map(({ attributes }) => attributes.get('name'))
    if (new Set(names).size !== names.length) report('workbook', path, 'two columns of one name')
  }
}
