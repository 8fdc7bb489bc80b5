/** Two flows side by side → rows that begin at the same height in both columns. */
import { type Atom, heightOf } from './atom.ts'
import type { Two } from './merge-editions.ts'
import type { Rung } from './split-columns.ts'

/** What begins together: the same heading, item, table or picture in two languages. */
export type Row = {
  readonly part: string
  /** Number of the tinted box it stands in; 0 for none. */
  readonly box: number
  /** Before the row, times the gap scale. */
  readonly gapPt: number
  readonly cells: Two<readonly Atom[]>
}

/**
 * Blocks of the same build are aligned item by item, so that line stands beside line; else paragraph by
 * paragraph; else only at their heads.
 */
export function alignBlock(atoms: Two<readonly Atom[]>): readonly Row[] {
  const [first, second] = atoms
  if (first.length === 0 || second.length === 0) return [toRow(first, second)]
  for (const isCut of [isAnyStart, isContentStart]) {
    const left = cut(first, isCut)
    const right = cut(second, isCut)
    if (hasSameBuild(left, right)) return left.map((cell, index) => toRow(cell, right[index] ?? []))
  }
  return [toRow(first, second)]
}

function isAnyStart({ start }: Atom): boolean {
  return start !== undefined
}

function isContentStart({ start }: Atom): boolean {
  return start === 'content'
}

function cut(atoms: readonly Atom[], isCut: (atom: Atom) => boolean): readonly (readonly Atom[])[] {
  const pieces: Atom[][] = []
  for (const atom of atoms) {
    const last = pieces.at(-1)
    if (last === undefined || isCut(atom)) pieces.push([atom])
    else last.push(atom)
  }
  return pieces
}

function hasSameBuild(
  left: readonly (readonly Atom[])[],
  right: readonly (readonly Atom[])[],
): boolean {
  return (
    left.length === right.length &&
    left.every((piece, index) => piece[0]?.start === right[index]?.[0]?.start)
  )
}

function toRow(left: readonly Atom[], right: readonly Atom[]): Row {
  const heads = [left[0], right[0]].filter((atom) => atom !== undefined)
  return {
    part: heads[0]?.part ?? '',
    box: heads[0]?.box ?? 0,
    gapPt: Math.max(0, ...heads.map((atom) => atom.gapPt)),
    cells: [left, right],
  }
}

export function heightOfRow(row: Row, rung: Rung): number {
  return Math.max(...row.cells.map((cell) => heightOfCell(cell, rung)))
}

function heightOfCell(cell: readonly Atom[], { leadingPt, gapScale }: Rung): number {
  return cell.reduce(
    (sum, atom, index) =>
      sum + heightOf(atom, leadingPt, gapScale) + (index === 0 ? 0 : atom.gapPt * gapScale),
    0,
  )
}

export function heightOfRows(rows: readonly Row[], rung: Rung): number {
  return rows.reduce(
    (sum, row, index) =>
      sum + heightOfRow(row, rung) + (index === 0 ? 0 : row.gapPt * rung.gapScale),
    0,
  )
}
