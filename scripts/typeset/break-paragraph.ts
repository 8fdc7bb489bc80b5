/** Items → lines of a measure. */
import texLinebreak from 'tex-linebreak'
import type { Item } from './item.ts'
import { MAX_TRACKING_EM, NEVER, SPACE_SHRINK, trackedLetters } from './item.ts'

export type Line = {
  /** First item, and the one the line ends at (a glue or a penalty; its hyphen belongs to the line). */
  readonly from: number
  readonly to: number
  /** Width with natural spaces, in em. */
  readonly width: number
  /** Added to every word space to reach the measure, in em; 0 in ragged and last lines. */
  readonly extraGap: number
  /** Added after every letter that may be tracked, in em. */
  readonly tracking: number
  readonly endsWithHyphen: boolean
}

export type BreakStyle = 'justified' | 'ragged'

/** A word space may grow to about three times its width; wider, the line is left short instead. */
const MAX_EXTRA_GAP_EM = 0.55
/** The same in a paragraph of two lines, where nothing stands above or below to compare. */
const MAX_PAIR_GAP_EM = 0.28
/** Part of a line's slack that its letters take. */
const LETTER_SHARE = 0.45
const TOLERANCE_EM = 0.002

/**
 * Lines of at most `measureEm`. Justified text is broken as a whole paragraph; a paragraph that has no
 * such solution, and ragged text, line by line. No line is wider than the measure as long as single
 * letters are not (hanging punctuation aside).
 */
export function breakParagraph(
  items: readonly Item[],
  measureEm: number,
  style: BreakStyle,
): readonly Line[] {
  if (items.length === 0) return []
  if (style === 'ragged') return breakRagged(items, measureEm)
  const fits = (lines: readonly Line[]): boolean =>
    lines.every((line) => !isTooWide(line, items, measureEm))
  const lines = breakJustified(items, measureEm)
  if (fits(lines)) return relaxPair(lines)
  const withRunt = breakJustified(items.map(allowRunt), measureEm)
  return fits(withRunt) ? withRunt : breakRagged(items, measureEm)
}

/** Of two lines, the first would be pulled wide to spare the second one word: rather leave it short. */
function relaxPair(lines: readonly Line[]): readonly Line[] {
  const [first, last] = lines
  if (lines.length !== 2 || first === undefined || last === undefined) return lines
  if (first.extraGap <= MAX_PAIR_GAP_EM || first.endsWithHyphen) return lines
  return [{ ...first, extraGap: 0, tracking: 0 }, last]
}

function allowRunt(item: Item): Item {
  return item.type === 'penalty' && item.isRunt ? { ...item, cost: NEVER - 1 } : item
}

const BREAK_OPTIONS = {
  maxAdjustmentRatio: null,
  initialMaxAdjustmentRatio: 3,
  doubleHyphenPenalty: 6000,
  adjacentLooseTightPenalty: 3000,
}

function breakJustified(items: readonly Item[], measureEm: number): readonly Line[] {
  // The library's types want a mutable list; it only reads.
  const breaks = texLinebreak.breakLines(items as Item[], measureEm, BREAK_OPTIONS)
  return breaks.slice(1).map((to, index) => {
    const start = index === 0 ? -1 : (breaks[index] ?? -1)
    return makeLine(items, { from: contentStart(items, start), to, measureEm })
  })
}

/** The first item after a break that is not thrown away with it. */
function contentStart(items: readonly Item[], breakAt: number): number {
  let index = breakAt + 1
  while (index < items.length) {
    const item = items[index]
    if (item?.type === 'box' || (item?.type === 'penalty' && item.cost >= NEVER)) break
    index++
  }
  return index
}

type Span = { readonly from: number; readonly to: number; readonly measureEm: number }

function makeLine(items: readonly Item[], { from, to, measureEm }: Span): Line {
  const { width, spaces, letters, gapShrink } = measureItems(items, from, to)
  const end = items[to]
  const isLast = to >= items.length - 1
  const endsWithHyphen = end?.type === 'penalty' && end.hyphen !== undefined
  const slack = measureEm - width
  const line = { from, to, width, endsWithHyphen, extraGap: 0, tracking: 0 }
  if (spaces === 0 || (isLast && slack >= 0)) return line
  // Letters take their share of what is missing, up to their limit; the spaces take the rest.
  const most = letters * MAX_TRACKING_EM
  const share = slack * LETTER_SHARE
  const byLetters = Math.max(-most, Math.min(most, share))
  const byGaps = Math.max(slack - byLetters, -gapShrink)
  if (byGaps / spaces > MAX_EXTRA_GAP_EM) return line
  const rest = byGaps > slack - byLetters ? Math.max(-most, slack - byGaps) : byLetters
  return { ...line, extraGap: byGaps / spaces, tracking: letters === 0 ? 0 : rest / letters }
}

type Extent = {
  readonly width: number
  readonly shrink: number
  readonly gapShrink: number
  readonly spaces: number
  readonly letters: number
}

function measureItems(items: readonly Item[], from: number, to: number): Extent {
  const sum = { width: 0, shrink: 0, gapShrink: 0, spaces: 0, letters: 0 }
  for (let index = from; index < to; index++) {
    const item = items[index]
    if (item === undefined || item.type === 'penalty') continue
    sum.width += item.width
    if (item.type === 'box') sum.letters += trackedLetters(item)
    else if (item.space !== undefined) {
      sum.shrink += item.shrink
      sum.gapShrink += item.width * SPACE_SHRINK
      sum.spaces++
    }
  }
  const end = items[to]
  if (end?.type === 'penalty') sum.width += end.width
  return sum
}

function isTooWide(line: Line, items: readonly Item[], measureEm: number): boolean {
  const { shrink } = measureItems(items, line.from, line.to)
  return line.width - shrink > measureEm + TOLERANCE_EM
}

/** First fit; then, when one short word is left over, the narrowest measure with as many lines. */
function breakRagged(items: readonly Item[], measureEm: number): readonly Line[] {
  const lines = breakGreedily(items, measureEm)
  const last = lines.at(-1)
  const runt = Math.min(measureEm * RUNT_SHARE, RAGGED_RUNT_EM)
  if (lines.length < 2 || last === undefined || last.width > runt) return lines
  for (let share = 0.96; share > 0.7; share -= 0.04) {
    const narrower = breakGreedily(items, measureEm * share)
    if (narrower.length > lines.length) break
    if ((narrower.at(-1)?.width ?? 0) > runt) return narrower
  }
  return lines
}

const RUNT_SHARE = 0.25
const RAGGED_RUNT_EM = 4

function breakGreedily(items: readonly Item[], measureEm: number): readonly Line[] {
  const lines: Line[] = []
  let from = contentStart(items, -1)
  while (from < items.length) {
    const to = greedyBreak(items, from, measureEm)
    const { width } = measureItems(items, from, to)
    const end = items[to]
    const endsWithHyphen = end?.type === 'penalty' && end.hyphen !== undefined
    lines.push({ from, to, width, extraGap: 0, tracking: 0, endsWithHyphen })
    from = contentStart(items, to)
  }
  return lines
}

/**
 * The furthest break that keeps the line within the measure; a divided word or emergency break only when
 * the word would not fit on a line of its own.
 */
function greedyBreak(items: readonly Item[], from: number, measureEm: number): number {
  let width = 0
  let best = -1
  let bestForced = -1
  for (let index = from; index < items.length; index++) {
    const item = items[index]
    if (item === undefined) break
    if (isBreakable(items, index)) {
      const end = item.type === 'penalty' ? item.width : 0
      const isFirst = best === -1 && bestForced === -1
      if (width + end > measureEm + TOLERANCE_EM && !isFirst) return best === -1 ? bestForced : best
      if (isCheap(item)) best = index
      else bestForced = index
    }
    if (item.type !== 'penalty') width += item.width
  }
  return items.length - 1
}

function isBreakable(items: readonly Item[], index: number): boolean {
  const item = items[index]
  if (item?.type === 'penalty') return item.cost < NEVER || item.isRunt
  return item?.type === 'glue' && items[index - 1]?.type === 'box'
}

function isCheap(item: Item): boolean {
  return (
    item.type === 'glue' ||
    (item.type === 'penalty' && item.hyphen === undefined && !item.isEmergency)
  )
}
