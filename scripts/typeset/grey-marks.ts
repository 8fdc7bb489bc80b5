/**
 * Marks for a machine that prints black only: greys as light as the colours were, hatching and frames where
 * a colour or a tint carried the meaning.
 */
import { legibleOn } from '../color/legible.ts'
import { colorText } from './change-marks.ts'
import { greyOf } from './grey.ts'
import { greyImage } from './grey-image.ts'
import type { Mark, PathMark, RectMark } from './mark.ts'
import { outlineRect } from './outline-rect.ts'
import { patternRect } from './pattern-rect.ts'

const PAPER = '#ffffff'
const FRAME = { widthPt: 0.6, stroke: '#6e6e6e' } as const

/** @param tint colour of the grounds that boxes stand on: a copier makes dots of it, so they are framed */
export function greyMarks(marks: readonly Mark[], tint: string): readonly Mark[] {
  return marks.flatMap((mark) => greyMark(mark, tint))
}

function greyMark(mark: Mark, tint: string): readonly Mark[] {
  switch (mark.kind) {
    case 'text':
      return [colorText(mark, (color) => legibleOn(greyOf(color), [PAPER]))]
    case 'line':
      return [{ ...mark, stroke: greyOf(mark.stroke) }]
    case 'rect':
      return greyRect(mark, tint)
    case 'path':
      return [greyPath(mark, tint)]
    case 'image':
      return [{ ...mark, bytes: greyImage(mark.bytes) }]
    case 'link':
      return [mark]
  }
}

function greyRect(mark: RectMark, tint: string): readonly Mark[] {
  if (mark.fill === tint) return outlineRect(mark, { ...FRAME, tag: mark.tag })
  const { greyPattern } = mark
  // A copier loses thin light lines: those of a pattern are as dark as text.
  if (greyPattern !== undefined)
    return patternRect({ ...mark, fill: legibleOn(greyOf(mark.fill), [PAPER]) }, greyPattern)
  return [{ ...mark, fill: greyOf(mark.fill) }]
}

/** A tint goes: the shapes that stand on one have an outline of their own. */
function greyPath({ fill, stroke, greyDash, ...rest }: PathMark, tint: string): PathMark {
  return {
    ...rest,
    ...(greyDash === undefined ? {} : { dash: greyDash }),
    ...(fill === undefined || fill === tint ? {} : { fill: greyOf(fill) }),
    ...(stroke === undefined ? {} : { stroke: greyOf(stroke) }),
  }
}
