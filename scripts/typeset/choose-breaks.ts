/**
 * Total-fit line breaking (Knuth and Plass, “Breaking Paragraphs into Lines”, Software: Practice and
 * Experience 11, 1981): of all ways to break a paragraph, the one whose lines cost least together.
 */
import type { BreakKind, BreakPlace } from './break-table.ts'
import { LETTER_SHARE, LETTER_SHRINK, MAX_EXTRA_GAP_EM, SPACE_SHRINK } from './line.ts'

export type BreakStyle = 'justified' | 'ragged'

/** Extra word space, in em, at which a line begins to look wide, or narrow. */
const WIDE_EM = 0.13
const NARROW_EM = 0.1

/** A last line narrower than this reads as a left-over word; as narrow as the second, it never stays if it can be helped. */
export const RUNT_EM = 4.6
const SHORT_RUNT_EM = 3.8
/** In a narrow measure, a smaller last line will do. */
const RUNT_SHARE = 0.25

const COST = {
  contrast: 0.2,
  secondHyphen: 1.5,
  thirdHyphen: 1e5,
  hyphenBeforeEnd: 2,
  shortRunt: 1000,
  /** Spaces would be too wide: the line is left short, and the emptier the worse. */
  short: 5500,
  emptiness: 3000,
  /** A ragged line of less than half the measure, though more would fit. */
  stub: 2000,
  overfull: 1e6,
}

type Rules = {
  readonly line: number
  readonly isJustified: boolean
  /** Of one word on the last line, or a few letters. */
  readonly runt: number
  /** Added for a line that ends there. */
  readonly at: Readonly<Record<BreakKind, number>>
}

const FREE = { start: 0, space: 0, end: 0 }

const JUSTIFIED: Rules = {
  line: 0.1,
  isJustified: true,
  runt: 4,
  at: {
    ...FREE,
    dash: 0.25,
    syllable: 0.5,
    name: 1.5,
    emergency: 50,
  },
}

/** As few lines as can be; a word is divided only where a line would else be nearly half empty. */
const RAGGED: Rules = {
  line: 100,
  isJustified: false,
  runt: 24,
  at: { ...FREE, dash: 8, syllable: 12, name: 15, emergency: 50 },
}

const POWER = 5
const LOOSEST = MAX_EXTRA_GAP_EM / WIDE_EM
/** Ragged lines are compared by their emptiness in tenths of the measure. */
const RAGGED_SCALE = 4

const TOLERANCE_EM = 0.002
/** A line may end in more or less that hangs than one a little longer; beyond this, none will fit. */
const TOO_FAR_EM = 0.5
/**
 * Justified lines that leave more than this share empty are tried only when there is nothing fuller. A ragged
 * text is short, and a line that looks worse here may spare it a worse one: “US / imports from Russia, …”.
 */
const EMPTY_SHARE = 0.4
const STUB_SHARE = 0.5

/** A way to break the paragraph up to a place. */
type Node = {
  readonly at: number
  readonly before: Node | undefined
  readonly cost: number
  /** Of its last line: 1 when the spaces begin to look wide, -1 when they look narrow. */
  readonly ratio: number
  /** Lines in a row that end in a hyphen. */
  readonly hyphens: number
}

type Paragraph = {
  readonly table: readonly BreakPlace[]
  readonly measureEm: number
  readonly rules: Rules
}

/** Indices into the table, the start and the end included. */
export function chooseBreaks(
  table: readonly BreakPlace[],
  measureEm: number,
  style: BreakStyle,
): readonly number[] {
  const last = table.length - 1
  if ((table[last]?.widthToEnd ?? 0) <= measureEm + TOLERANCE_EM) return [0, last]
  const paragraph = { table, measureEm, rules: style === 'ragged' ? RAGGED : JUSTIFIED }
  const active: Node[] = [{ at: 0, before: undefined, cost: 0, ratio: 0, hyphens: 0 }]
  for (let at = 1; at <= last; at++) advance(active, at, paragraph)
  const ends = active.filter((node) => node.at === last)
  return pathTo(ends.reduce((best, node) => (node.cost < best.cost ? node : best)))
}

function pathTo(node: Node): readonly number[] {
  const path: number[] = []
  for (let step: Node | undefined = node; step !== undefined; step = step.before) path.push(step.at)
  return path.reverse()
}

/** Adds the best ways to the place, one for each number of hyphens; drops the nodes it is too far from. */
function advance(active: Node[], at: number, paragraph: Paragraph): void {
  const { table, measureEm, rules } = paragraph
  const end = placeOf(table, at)
  const best: (Node | undefined)[] = []
  const nearest = active.at(-1)
  let kept = 0
  for (const node of active) {
    const start = placeOf(table, node.at)
    const slack = slackOf(start, end, paragraph)
    const room = slack + (rules.isJustified ? shrinkOf(start, end) : 0)
    if (room < -TOO_FAR_EM) continue
    active[kept++] = node
    if (room < -TOLERANCE_EM) continue
    const isFull = !rules.isJustified || slack < EMPTY_SHARE * measureEm
    if (isFull || best.length === 0 || end.kind === 'end')
      offer(best, nodeAt(at, node, slack, paragraph))
  }
  active.length = kept
  // What stands between two neighbouring places is wider than the measure: there is no other way.
  if (best.length === 0 && nearest !== undefined) best.push(overfullNode(at, nearest))
  for (const node of best) if (node !== undefined) active.push(node)
}

function offer(best: (Node | undefined)[], node: Node): void {
  const rival = best[node.hyphens]
  if (rival === undefined || node.cost < rival.cost) best[node.hyphens] = node
}

function overfullNode(at: number, before: Node): Node {
  return { at, before, cost: before.cost + COST.overfull, ratio: 0, hyphens: 0 }
}

function nodeAt(at: number, before: Node, slack: number, paragraph: Paragraph): Node {
  const { table, rules } = paragraph
  const start = placeOf(table, before.at)
  const end = placeOf(table, at)
  const isFree = end.kind === 'end' && slack >= 0
  const ratio = isFree ? 0 : ratioOf(start, end, slack, paragraph)
  const hyphens = isHyphen(end.kind) ? Math.min(before.hyphens + 1, 3) : 0
  let cost = before.cost + rules.line + rules.at[end.kind]
  cost += badness(ratio, slack, paragraph)
  cost += COST.contrast * (ratio - before.ratio) ** 2
  if (hyphens > 1) cost += hyphens === 2 ? COST.secondHyphen : COST.thirdHyphen
  if (end.kind === 'end') cost += endCost(start, end, paragraph)
  else if (isStub(start, at, paragraph)) cost += COST.stub
  return { at, before, cost, ratio, hyphens }
}

/** A ragged line that is less than half full, although what comes next has room on it. */
function isStub(start: BreakPlace, at: number, paragraph: Paragraph): boolean {
  const { table, measureEm, rules } = paragraph
  if (rules.isJustified) return false
  if (slackOf(start, placeOf(table, at), paragraph) <= STUB_SHARE * measureEm) return false
  return slackOf(start, placeOf(table, at + 1), paragraph) >= -TOLERANCE_EM
}

function isHyphen(kind: BreakKind): boolean {
  return kind === 'syllable' || kind === 'name' || kind === 'dash'
}

/** Of a last line: a word left over, or a part of one. */
function endCost(start: BreakPlace, end: BreakPlace, { measureEm, rules }: Paragraph): number {
  const width = end.widthToEnd - start.widthToStart
  const most = measureEm * RUNT_SHARE
  const afterHyphen = isHyphen(start.kind) ? COST.hyphenBeforeEnd : 0
  if (width < Math.min(SHORT_RUNT_EM, most)) return afterHyphen + COST.shortRunt
  const isOneWord = end.spacesToEnd === start.spacesToStart
  return isOneWord || width < Math.min(RUNT_EM, most) ? afterHyphen + rules.runt : afterHyphen
}

function badness(ratio: number, slack: number, { rules, measureEm }: Paragraph): number {
  if (rules.isJustified && ratio > LOOSEST)
    return COST.short + COST.emptiness * (slack / measureEm) ** 2
  const square = ratio * ratio
  return square + square ** (POWER / 2)
}

/** What is missing to the measure; negative when the line must shrink. */
function slackOf(start: BreakPlace, end: BreakPlace, { measureEm, rules }: Paragraph): number {
  const slack = measureEm - end.widthToEnd + start.widthToStart
  return rules.isJustified ? slack + start.hangsAtStart + end.hangsAtEnd : slack
}

function shrinkOf(start: BreakPlace, end: BreakPlace): number {
  const bySpaces = (end.gapsToEnd - start.gapsToStart) * SPACE_SHRINK
  return bySpaces + (end.giveToEnd - start.giveToStart) * LETTER_SHRINK
}

/** How far the word spaces of a justified line are from natural; how empty a ragged one is. */
function ratioOf(
  start: BreakPlace,
  end: BreakPlace,
  slack: number,
  { rules, measureEm }: Paragraph,
): number {
  if (!rules.isJustified) return (slack / measureEm) * RAGGED_SCALE
  const spaces = end.spacesToEnd - start.spacesToStart
  if (spaces === 0) return slack < WIDE_EM ? 0 : LOOSEST + slack
  const most = end.giveToEnd - start.giveToStart
  const byLetters = Math.max(-most * LETTER_SHRINK, Math.min(most, slack * LETTER_SHARE))
  const gap = (slack - byLetters) / spaces
  return gap < 0 ? gap / NARROW_EM : gap / WIDE_EM
}

function placeOf(table: readonly BreakPlace[], index: number): BreakPlace {
  const place = table[index]
  if (place === undefined) throw new RangeError(`no break ${index}`)
  return place
}
