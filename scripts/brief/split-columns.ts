/** One flow of atoms → two columns, for a given leading and gap scale. */
import { type Atom, BREAK } from './atom.ts'

export type Totals = {
  readonly lines: number
  readonly fixedPt: number
  /** All gaps, at gap scale 1. */
  readonly gapPt: number
}

export type Split = {
  /** Index of the first atom of the second column; the number of atoms when there is none. */
  readonly at: number
  readonly columns: readonly [Totals, Totals]
  readonly cost: number
}

const EMPTY: Totals = { lines: 0, fixedPt: 0, gapPt: 0 }

/** The atoms of the column that starts at an index, with the head of a table that continues there. */
export function atomsFrom(atoms: readonly Atom[], at: number): readonly Atom[] {
  const rest = atoms.slice(at)
  const head = rest[0]?.columnHead
  return head === undefined ? rest : [head, ...rest]
}

/** Every place where the first column may end; heights are sums, so trying them all is cheap. */
export function listSplits(atoms: readonly Atom[]): readonly Split[] {
  const splits: Split[] = []
  const all = atoms.reduce(add, EMPTY)
  let before = EMPTY
  for (const [at, atom] of atoms.entries()) {
    if (at > 0 && atom.breakCost !== BREAK.never) {
      const rest = subtract(all, before, atom.gapPt)
      const after = atom.columnHead === undefined ? rest : add(rest, atom.columnHead)
      splits.push({ at, columns: [withoutFirstGap(before, atoms), after], cost: atom.breakCost })
    }
    before = add(before, atom)
  }
  splits.push({
    at: atoms.length,
    columns: [withoutFirstGap(all, atoms), EMPTY],
    cost: BREAK.section,
  })
  return splits
}

function add(totals: Totals, atom: Atom): Totals {
  return {
    lines: totals.lines + atom.lines,
    fixedPt: totals.fixedPt + atom.fixedPt,
    gapPt: totals.gapPt + atom.gapPt + atom.innerGapPt,
  }
}

function withoutFirstGap(totals: Totals, atoms: readonly Atom[]): Totals {
  return { ...totals, gapPt: totals.gapPt - (atoms[0]?.gapPt ?? 0) }
}

/** The rest; the gap before its first atom falls away at the head of the column. */
function subtract(all: Totals, before: Totals, gapPt: number): Totals {
  return {
    lines: all.lines - before.lines,
    fixedPt: all.fixedPt - before.fixedPt,
    gapPt: all.gapPt - before.gapPt - gapPt,
  }
}

export type Rung = { readonly leadingPt: number; readonly gapScale: number }

export function heightOfColumn(column: Totals, { leadingPt, gapScale }: Rung): number {
  return column.lines * leadingPt + column.fixedPt + column.gapPt * gapScale
}

/**
 * The split whose columns both fit and end closest together, a good place to break counting as much as
 * some lines of difference; undefined when none fits.
 */
export function bestSplit(
  splits: readonly Split[],
  rung: Rung,
  heightPt: number,
): Split | undefined {
  let best: Split | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const split of splits) {
    const [first, second] = split.columns.map((column) => heightOfColumn(column, rung))
    if (first === undefined || second === undefined) continue
    if (first > heightPt || second > heightPt) continue
    // A first column that is the shorter one looks wrong sooner than a second that is.
    const difference = Math.abs(first - second) * (first < second ? 1.3 : 1)
    const cost = difference / rung.leadingPt + split.cost
    if (cost < bestCost) {
      best = split
      bestCost = cost
    }
  }
  return best
}

/** How much does not fit at the rung, by the split that leaves out least; in points. */
export function overflowOf(splits: readonly Split[], rung: Rung, heightPt: number): number {
  return splits.reduce((least, split) => {
    const over = split.columns
      .map((column) => Math.max(0, heightOfColumn(column, rung) - heightPt))
      .reduce((sum, part) => sum + part, 0)
    return Math.min(least, over)
  }, Number.POSITIVE_INFINITY)
}
