/**
 * A formula after layout: marks with a place, in em of the formula's own size; x to the right, y downward
 * from the baseline. The brief paints these, the deck measures by them.
 */
import type { FontFace } from '../font/faces.ts'

export type FormulaMark =
  /** Characters side by side from x on, in a face of KaTeX; of the size given, in em of the formula. */
  | {
      readonly kind: 'glyphs'
      readonly face: FontFace
      readonly text: string
      readonly x: number
      readonly y: number
      readonly size: number
      readonly isColored: boolean
    }
  /** Characters that KaTeX has no glyph for, such as Devanagari: set in the page's own font. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly weight: 400 | 700
      readonly x: number
      readonly y: number
      readonly size: number
      readonly width: number
      readonly isColored: boolean
    }
  | {
      readonly kind: 'rule'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly isColored: boolean
    }
  | {
      readonly kind: 'stroke'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly thickness: number
      readonly isColored: boolean
    }
  /** SVG path data, scaled and then moved to x and y; nothing of it is drawn outside `clip`. */
  | {
      readonly kind: 'path'
      readonly data: string
      readonly x: number
      readonly y: number
      readonly scaleX: number
      readonly scaleY: number
      readonly clip: {
        readonly x: number
        readonly y: number
        readonly width: number
        readonly height: number
      }
      readonly isColored: boolean
    }

/** A line may break between the parts of a formula, as TeX breaks after relations and operators. */
export type FormulaPart = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly marks: readonly FormulaMark[]
}

export type FormulaBox = {
  readonly width: number
  /** Above and below the baseline. */
  readonly height: number
  readonly depth: number
  readonly parts: readonly FormulaPart[]
  /** `\tag{1}`: set at the right end of the line. */
  readonly tag: FormulaPart | undefined
}

export function moveMark(mark: FormulaMark, x: number, y: number): FormulaMark {
  if (mark.kind === 'stroke')
    return { ...mark, x1: mark.x1 + x, x2: mark.x2 + x, y1: mark.y1 + y, y2: mark.y2 + y }
  const moved = { ...mark, x: mark.x + x, y: mark.y + y }
  if (moved.kind !== 'path') return moved
  return { ...moved, clip: { ...moved.clip, x: moved.clip.x + x, y: moved.clip.y + y } }
}
