/** Items → lines of a measure. */
import { type BreakPlace, breakTable } from './break-table.ts'
import { type BreakStyle, chooseBreaks } from './choose-breaks.ts'
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
  const lines = breaks.slice(1).map((at, index) => {
    const ends = { start: placeOf(table, breaks[index]), end: placeOf(table, at) }
    return style === 'ragged' ? naturalLine(ends, items) : justifiedLine(ends, items, measureEm)
  })
  return relaxShort(lines)
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
