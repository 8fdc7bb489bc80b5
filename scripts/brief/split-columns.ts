/** One flow of atoms → columns: every place where they may end, and how high they come out. */
import { type Atom, BREAK } from './atom.ts'

export type Totals = {
  readonly lines: number
  readonly fixedPt: number
  /** All gaps, at gap scale 1. */
  readonly gapPt: number
}

export type Split = {
  /** Index of the first atom of each column after the first; the number of atoms for an empty column. */
  readonly starts: readonly number[]
  readonly columns: readonly Totals[]
  /** Of all breaks, in lines of imbalance. */
  readonly cost: number
}

export type Rung = { readonly leadingPt: number; readonly gapScale: number }

const EMPTY: Totals = { lines: 0, fixedPt: 0, gapPt: 0 }

/** The atoms of a column: what is set again at its head, the stretch itself, what closes it at its foot. */
export function atomsBetween(atoms: readonly Atom[], from: number, to: number): readonly Atom[] {
  const stretch = atoms.slice(from, to)
  if (stretch.length === 0) return []
  const head = from === 0 ? [] : (stretch[0]?.columnHead ?? [])
  return [...head, ...stretch, ...(atoms[to]?.columnFoot ?? [])]
}

/** Every way to end the columns; heights are differences of sums, so trying them all is cheap. */
export function listSplits(atoms: readonly Atom[], columnCount: number): readonly Split[] {
  const sums = sumUp(atoms)
  const breaks = atoms.flatMap(({ breakCost }, at) =>
    at > 0 && breakCost !== BREAK.never ? [at] : [],
  )
  breaks.push(atoms.length)
  return listStarts(breaks, columnCount - 1, 0).map((starts) => {
    const ends = [...starts, atoms.length]
    return {
      starts,
      columns: ends.map((to, index) =>
        totalsBetween(atoms, sums, { from: starts[index - 1] ?? 0, to }),
      ),
      cost: starts.reduce((sum, at) => sum + (atoms[at]?.breakCost ?? BREAK.section), 0),
    }
  })
}

function listStarts(
  breaks: readonly number[],
  count: number,
  first: number,
): readonly (readonly number[])[] {
  if (count === 0) return [[]]
  return breaks.flatMap((at, index) =>
    index < first
      ? []
      : listStarts(breaks, count - 1, index).map((rest): readonly number[] => [at, ...rest]),
  )
}

/** Totals of the first 0, 1, 2 … atoms. */
function sumUp(atoms: readonly Atom[]): readonly Totals[] {
  let sum = EMPTY
  return [EMPTY, ...atoms.map((atom) => (sum = add(sum, atom)))]
}

function add(totals: Totals, atom: Atom): Totals {
  return {
    lines: totals.lines + atom.lines,
    fixedPt: totals.fixedPt + atom.fixedPt,
    gapPt: totals.gapPt + atom.gapPt + atom.innerGapPt,
  }
}

/** The gap before the first atom falls away at the head of a column. */
function totalsBetween(
  atoms: readonly Atom[],
  sums: readonly Totals[],
  { from, to }: { readonly from: number; readonly to: number },
): Totals {
  const [before, after, first] = [sums[from], sums[to], atoms[from]]
  if (from >= to || before === undefined || after === undefined || first === undefined) return EMPTY
  const stretch: Totals = {
    lines: after.lines - before.lines,
    fixedPt: after.fixedPt - before.fixedPt,
    gapPt: after.gapPt - before.gapPt - first.gapPt,
  }
  const head = from === 0 ? [] : first.columnHead
  if (head.length === 0) return (atoms[to]?.columnFoot ?? []).reduce(add, stretch)
  // With something set again above it, the first atom keeps its gap; the first of the head has none.
  const kept = { ...stretch, gapPt: stretch.gapPt + first.gapPt - (head[0]?.gapPt ?? 0) }
  return [...head, ...(atoms[to]?.columnFoot ?? [])].reduce(add, kept)
}

export function heightOfColumn(column: Totals, { leadingPt, gapScale }: Rung): number {
  return column.lines * leadingPt + column.fixedPt + column.gapPt * gapScale
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
