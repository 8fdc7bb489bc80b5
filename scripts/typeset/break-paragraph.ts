/** Items → lines of a measure. */
import { type BreakPlace, breakTable } from './break-table.ts'
import { type BreakStyle, chooseBreaks } from './choose-breaks.ts'
import type { Item } from './item.ts'
import { justifiedLine, type Line, naturalLine } from './line.ts'

export type { BreakStyle } from './choose-breaks.ts'
export type { Line } from './line.ts'

/** The same in a paragraph of two lines, where nothing stands above or below to compare. */
const MAX_PAIR_GAP_EM = 0.28

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
  return relaxPair(lines)
}

function placeOf(table: readonly BreakPlace[], index = 0): BreakPlace {
  const place = table[index]
  if (place === undefined) throw new RangeError(`no break ${index}`)
  return place
}

/** Of two lines, the first would be pulled wide to spare the second one word: rather leave it short. */
function relaxPair(lines: readonly Line[]): readonly Line[] {
  const [first, last] = lines
  if (lines.length !== 2 || first === undefined || last === undefined) return lines
  if (first.extraGap <= MAX_PAIR_GAP_EM || first.endsWithHyphen) return lines
  return [{ ...first, extraGap: 0, letterStretch: 0, isJustified: false }, last]
}
