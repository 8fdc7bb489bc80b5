/**
 * What flows in columns: pieces that are never divided. A height is kept as lines, gaps and fixed points
 * apart, so that trying another leading or wider gaps is arithmetic and not another layout.
 */
import type { Mark } from '../typeset/mark.ts'

export type Atom = {
  /** Times the leading. */
  readonly lines: number
  /** Points that no trial changes. */
  readonly fixedPt: number
  /** Points before the atom, times the gap scale; left out at the top of a column. */
  readonly gapPt: number
  /** Points inside the atom, times the gap scale. */
  readonly innerGapPt: number
  /** Cost of a column ending before this atom, in lines; Infinity: never. */
  readonly breakCost: number
  readonly part: string
  /** A paragraph, list, table or picture begins here, or a further item of a list: two editions are aligned at these. */
  readonly start: 'content' | 'item' | undefined
  /** Atoms of one box share its number and stand on a tint; 0 for none. */
  readonly box: number
  /** Set again above this atom when a column starts with it: the head of a table, the padding of a box. */
  readonly columnHead: readonly Atom[]
  /** Set below the atom before this one when a column ends there: the padding of a box. */
  readonly columnFoot: readonly Atom[]
  /** The widest word space of a justified line; 0 where nothing is justified. */
  readonly widestGapPt: number
  readonly endsWithHyphen: boolean
  /** A table with columns narrower than their words. */
  readonly isCramped: boolean
  draw(place: AtomPlace): readonly Mark[]
}

export type AtomPlace = {
  readonly x: number
  /** Of the top of the atom, its gap left out. */
  readonly y: number
  readonly leadingPt: number
  readonly gapScale: number
  /** Of the room the atom has to fill, where that is more than its own height: a row beside a higher one. */
  readonly heightPt?: number
}

/** Costs of ending a column, in lines of imbalance that are preferred to it. */
export const BREAK = {
  section: 0,
  block: 1,
  paragraph: 2,
  /** A line of a section alone in another column than the rest; two or three lines less. */
  lone: 10,
  box: 8,
  /** Inside a question, or between it and its options. */
  question: 24,
  never: Number.POSITIVE_INFINITY,
} as const

export function heightOf(atom: Atom, leadingPt: number, gapScale: number): number {
  return atom.lines * leadingPt + atom.fixedPt + atom.innerGapPt * gapScale
}

export function makeAtom(given: Partial<Atom> & Pick<Atom, 'part' | 'draw'>): Atom {
  return {
    lines: 0,
    fixedPt: 0,
    gapPt: 0,
    innerGapPt: 0,
    breakCost: BREAK.block,
    start: undefined,
    box: 0,
    columnHead: [],
    columnFoot: [],
    widestGapPt: 0,
    endsWithHyphen: false,
    isCramped: false,
    ...given,
  }
}

/** The first atom of a part carries the part's gap and break cost. */
export function openWith(
  atoms: readonly Atom[],
  start: Partial<Atom> & Pick<Atom, 'gapPt' | 'breakCost'>,
): readonly Atom[] {
  return atoms.map((atom, index) => (index === 0 ? { ...atom, ...start } : atom))
}
