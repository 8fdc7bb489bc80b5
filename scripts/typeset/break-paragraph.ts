/** Items → lines of a measure. */
import { type BreakPlace, breakTable } from './break-table.ts'
import { type BreakStyle, chooseBreaks, RUNT_EM } from './choose-breaks.ts'
import type { Item } from './item.ts'
import { justifiedLine, type Line, naturalLine } from './line.ts'

export type { BreakStyle } from './choose-breaks.ts'
export type { Line } from './line.ts'

/**
 * Extra word space, in em, above which a line of a short paragraph is left ragged: with two lines nothing
 * stands above or below to compare, with three a space of 2.2 times its width is the most that passes.
 */
const MOST_GAP_EM: Readonly<Record<number, number>> = { 2: 0.17, 3: 0.31 }

/**
 * Lines of at most `measureEm`, broken as a whole paragraph. No line is wider than the measure as long as
 * no single box is (hanging punctuation of justified text aside).
 */
export function breakParagraph(
  items: readonly Item[],
  measureEm: number,
  style: BreakStyle,
): readonly Line[] {
  if (items.length === 0) return []
  const table = breakTable(items)
  const breaks = chooseBreaks(table, measureEm, style)
  const linesOf = (places: readonly number[], each: BreakStyle): readonly Line[] =>
    places.slice(1).map((at, index) => {
      const ends = { start: placeOf(table, places[index]), end: placeOf(table, at) }
      return each === 'ragged' ? naturalLine(ends, items) : justifiedLine(ends, items, measureEm)
    })
  const lines = relaxShort(linesOf(breaks, style))
  if (style === 'ragged' || !leavesRunt(lines)) return lines
  const ragged = linesOf(chooseBreaks(table, measureEm, 'ragged'), 'ragged')
  return ragged.length === 2 && !leavesRunt(ragged) ? ragged : lines
}

/** Two lines, of which the second is a short word or what a hyphen left of one: “sig-/nal”. */
function leavesRunt(lines: readonly Line[]): boolean {
  const [first, last] = lines
  if (lines.length !== 2 || first === undefined || last === undefined) return false
  return last.width < (first.endsWithHyphen ? 2 * RUNT_EM : RUNT_EM)
}

function placeOf(table: readonly BreakPlace[], index = 0): BreakPlace {
  const place = table[index]
  if (place === undefined) throw new RangeError(`no break ${index}`)
  return place
}

/** A line would be pulled wide to spare the next one a word: rather leave it short. */
function relaxShort(lines: readonly Line[]): readonly Line[] {
  const most = MOST_GAP_EM[lines.length]
  if (most === undefined) return lines
  return lines.map((line) =>
    line.extraGap > most && !line.endsWithHyphen
      ? { ...line, extraGap: 0, letterStretch: 0, isJustified: false }
      : line,
  )
}
