/** A split and its rung → columns that end together as far as gaps of about the same width allow. */
import type { Atom } from './atom.ts'
import {
  atomsBetween,
  heightOfColumn,
  type Rung,
  type Split,
  type Totals,
} from './split-columns.ts'

/** The gaps of a column may be this much wider than its neighbour's, so that both end at one height. */
const MAX_GAP_RATIO = 1.2

export type FittedColumn = {
  readonly atoms: readonly Atom[]
  readonly gapScale: number
  readonly heightPt: number
}

export function placeColumns(
  split: Split,
  rung: Rung,
  { atoms, heightPt }: { readonly atoms: readonly Atom[]; readonly heightPt: number },
): readonly FittedColumn[] {
  const heights = split.columns.map((column) => heightOfColumn(column, rung))
  const foot = Math.min(heightPt, Math.max(...heights))
  const ends = [...split.starts, atoms.length]
  return split.columns.map((column, index) => {
    const gapScale = gapScaleFor(column, rung, foot)
    return {
      atoms: atomsBetween(atoms, split.starts[index - 1] ?? 0, ends[index] ?? atoms.length),
      gapScale,
      heightPt: heightOfColumn(column, { ...rung, gapScale }),
    }
  })
}

/** What brings the foot of a column down to another's, as far as its gaps may be wider. */
export function gapScaleFor(column: Totals, rung: Rung, foot: number): number {
  if (column.gapPt === 0) return rung.gapScale
  const spare = foot - heightOfColumn(column, rung)
  return Math.min(rung.gapScale * MAX_GAP_RATIO, rung.gapScale + Math.max(0, spare) / column.gapPt)
}
