/** How wide the columns of a table are, and where the decimal points of a column stand. */
import type { Content, Rich } from './brief-block.ts'
import type { LookName, Setting } from './setting.ts'
import { setText } from './text-block.ts'

type Table = Extract<Content, { kind: 'table' }>

export type ColumnOptions = {
  readonly setting: Setting
  readonly sizePt: number
  readonly gapPt: number
  /** Of the table. */
  readonly widthPt: number
}

export type ColumnPlace = {
  readonly x: number
  readonly widthPt: number
  readonly isDecimal: boolean
  readonly fractionPt: number
  /** Not as wide as its longest word. */
  readonly isCramped: boolean
}

type Need = { readonly least: number; readonly full: number; readonly fraction: number }

/**
 * Every column gets the width of its longest word; what is left goes to the columns in the ratio of what
 * they still want to hold each cell on one line; what is left then, to the last column of words.
 */
export function columnWidths(table: Table, options: ColumnOptions): readonly ColumnPlace[] {
  const needs = table.columns.map((_, index) => needOf(table, index, options))
  const room = options.widthPt - options.gapPt * (needs.length - 1)
  const widths = shareWidth(needs, room)
  const lastText = table.columns.findLastIndex((column) => !column.isDecimal)
  const rest = room - widths.reduce((sum, width) => sum + width, 0)
  const wide = Math.max(0, lastText)
  let x = 0
  return widths.map((width, index) => {
    const widthPt = index === wide ? width + Math.max(0, rest) : width
    const place = {
      x,
      widthPt,
      isDecimal: table.columns[index]?.isDecimal ?? false,
      fractionPt: needs[index]?.fraction ?? 0,
      isCramped: widthPt < (needs[index]?.least ?? 0) - 0.1,
    }
    x += widthPt + options.gapPt
    return place
  })
}

function shareWidth(needs: readonly Need[], room: number): readonly number[] {
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  const full = needs.reduce((sum, need) => sum + need.full, 0)
  if (full <= room) return needs.map((need) => need.full)
  if (least >= room) return needs.map((need) => (need.least * room) / least)
  const share = (room - least) / (full - least)
  return needs.map((need) => need.least + (need.full - need.least) * share)
}

function needOf(table: Table, index: number, options: ColumnOptions): Need {
  const isDecimal = table.columns[index]?.isDecimal ?? false
  const head = extentOf(table.columns[index]?.head ?? [], 'tableHead', options)
  const cells = table.rows.map((row) => row[index] ?? [])
  const extents = cells.map((cell) => extentOf(cell, 'cell', options))
  const fractions = cells.map((cell) =>
    isDecimal ? fractionOf(cell, options.setting, options.sizePt) : 0,
  )
  const fraction = Math.max(0, ...fractions)
  const whole = Math.max(0, ...extents.map((extent, row) => extent.full - (fractions[row] ?? 0)))
  const full = Math.max(head.full, whole + fraction)
  const least = Math.max(head.least, ...extents.map((extent) => extent.least))
  // Figures are not wrapped as long as there is a choice.
  return { least: isDecimal ? Math.max(least, whole + fraction) : least, full, fraction }
}

/** Width on one line, and with a line for every word. */
function extentOf(
  text: Rich,
  look: LookName,
  { setting, sizePt }: ColumnOptions,
): { least: number; full: number } {
  const items = setting.items(text, look)
  const measure = { sizePt, style: 'ragged' } as const
  const full = setText(items, { ...measure, widthPt: Number.MAX_SAFE_INTEGER }).widthPt
  const least = setText(items, { ...measure, widthPt: 0.001 }).widthPt
  return { least, full: full + 0.01 }
}

/** Width of what stands after the decimal point: `.7` of `52.7`, nothing of `85–95`. */
export function fractionOf(cell: Rich, setting: Setting, sizePt: number): number {
  const text = cell.map((span) => span.text).join('')
  const match = /[.][0-9\u0966-\u096f]+(?!.*[.])(.*)$/u.exec(text)
  const unit = match === null ? (/[0-9\u0966-\u096f](\D*)$/u.exec(text)?.[1] ?? '') : match[0]
  if (unit === '') return 0
  const [first] = cell
  if (first === undefined) return 0
  const tail: Rich = [{ ...first, text: unit.replace(/^ /u, '\u00a0') }]
  return setText(setting.items(tail, 'cell'), {
    widthPt: Number.MAX_SAFE_INTEGER,
    sizePt,
    style: 'ragged',
  }).widthPt
}
