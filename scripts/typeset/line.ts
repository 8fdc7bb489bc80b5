/** One line of a broken paragraph. */
import type { BreakPlace } from './break-table.ts'
import type { Item } from './item.ts'

export type Line = {
  /** First item, and the one after the last; that one's hyphen belongs to the line. */
  readonly from: number
  readonly to: number
  /** Width with natural spaces, in em, hanging punctuation included. */
  readonly width: number
  /** How far the line begins left of the measure, in em. */
  readonly hang: number
  /** Added to every word space to reach the measure, in em; 0 in ragged and last lines. */
  readonly extraGap: number
  /** Share of what its letters can give: 1 sets them as wide as they may be, -1 as narrow. */
  readonly letterStretch: number
  readonly isJustified: boolean
  readonly endsWithHyphen: boolean
}

/** Share of its width that a word space may lose. */
export const SPACE_SHRINK = 0.27
/** A word space may grow to about three times its width; wider, the line is left short instead. */
export const MAX_EXTRA_GAP_EM = 0.55
/** Closer letters are seen sooner than wider ones: they take this share of what they can give. */
export const LETTER_SHRINK = 0.8
/** Part of a line's slack that its letters take, up to their limit; the spaces take the rest. */
export const LETTER_SHARE = 0.8

type Ends = { readonly start: BreakPlace; readonly end: BreakPlace }

/** A line as it comes, neither stretched nor shrunk. */
export function naturalLine({ start, end }: Ends, items: readonly Item[]): Line {
  const last = items[end.to]
  return {
    from: start.next,
    to: end.to,
    width: end.widthToEnd - start.widthToStart,
    hang: 0,
    extraGap: 0,
    letterStretch: 0,
    isJustified: false,
    endsWithHyphen: last?.type === 'penalty' && last.hyphen !== undefined,
  }
}

/** A line that fills the measure, unless it is the last or its spaces would be too wide. */
export function justifiedLine(ends: Ends, items: readonly Item[], measureEm: number): Line {
  const { start, end } = ends
  const hang = start.hangsAtStart
  const natural = { ...naturalLine(ends, items), hang }
  const slack = measureEm + hang + end.hangsAtEnd - natural.width
  const spaces = end.spacesToEnd - start.spacesToStart
  const most = end.giveToEnd - start.giveToStart
  if (end.kind === 'end' && slack >= 0) return natural
  if (spaces === 0) return Math.abs(slack) > most ? natural : stretchWord(natural, slack / most)
  const byLetters = Math.max(-most * LETTER_SHRINK, Math.min(most, slack * LETTER_SHARE))
  const byGaps = Math.max(slack - byLetters, (start.gapsToStart - end.gapsToEnd) * SPACE_SHRINK)
  if (byGaps / spaces > MAX_EXTRA_GAP_EM) return natural
  const rest =
    byGaps > slack - byLetters ? Math.max(-most * LETTER_SHRINK, slack - byGaps) : byLetters
  return {
    ...natural,
    extraGap: byGaps / spaces,
    letterStretch: most === 0 ? 0 : rest / most,
    isJustified: true,
  }
}

/** One long word, or a part of it. */
function stretchWord(line: Line, share: number): Line {
  return Number.isFinite(share) ? { ...line, letterStretch: share, isJustified: true } : line
}

/** The widest word space of a line as it is set, in em. */
export function widestGapEm(items: readonly Item[], line: Line): number {
  let widest = 0
  for (let index = line.from; index < line.to; index++) {
    const item = items[index]
    if (item?.type === 'glue') widest = Math.max(widest, item.width + line.extraGap)
  }
  return widest
}
