/** Fitted columns → marks. */
import type { ThemeColors } from '../theme/theme.ts'
import type { Mark } from '../typeset/mark.ts'
import { LAYOUT } from '../typeset/structure.ts'
import { type Atom, heightOf } from './atom.ts'
import type { Fit } from './fit-flow.ts'
import type { FittedColumn } from './place-columns.ts'

export type ColumnPlace = {
  readonly x: number
  readonly y: number
  readonly widthPt: number
}

export function drawColumn(
  column: FittedColumn,
  fit: Fit,
  place: ColumnPlace & { readonly colors: ThemeColors },
): readonly Mark[] {
  const { leadingPt } = fit
  const { gapScale } = column
  const marks: Mark[] = []
  const tints = new Map<number, Tint>()
  let y = place.y
  for (const [index, atom] of column.atoms.entries()) {
    if (index > 0) y += atom.gapPt * gapScale
    const height = heightOf(atom, leadingPt, gapScale)
    noteTint(tints, atom, y, height)
    marks.push(...atom.draw({ x: place.x, y, leadingPt, gapScale }))
    y += height
  }
  return [...[...tints.values()].map((tint) => tintMark(tint, place)), ...marks]
}

type Tint = { readonly top: number; bottom: number }

function noteTint(tints: Map<number, Tint>, atom: Atom, y: number, height: number): void {
  if (atom.box === 0) return
  const tint = tints.get(atom.box)
  if (tint === undefined) tints.set(atom.box, { top: y, bottom: y + height })
  else tint.bottom = y + height
}

function tintMark(tint: Tint, place: ColumnPlace & { readonly colors: ThemeColors }): Mark {
  return {
    kind: 'rect',
    x: place.x,
    y: tint.top,
    width: place.widthPt,
    height: tint.bottom - tint.top,
    fill: place.colors.tint,
    tag: LAYOUT,
  }
}
