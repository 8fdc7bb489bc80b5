/** A part that spans the page: how high it is, and its marks at a height. */

import type { BriefTokens } from '../theme/brief-tokens.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'

export type PagePart = {
  readonly heightPt: number
  draw(y: number): readonly Mark[]
}

export type PageBox = {
  readonly widthPt: number
  readonly heightPt: number
  readonly left: number
  readonly top: number
  /** Between the margins. */
  readonly innerWidthPt: number
  readonly bottom: number
}

export function pageBox(tokens: BriefTokens): PageBox {
  const widthPt = pointsOf(tokens.pageWidthMm)
  const heightPt = pointsOf(tokens.pageHeightMm)
  const left = pointsOf(tokens.marginLeftMm)
  return {
    widthPt,
    heightPt,
    left,
    top: pointsOf(tokens.marginTopMm),
    innerWidthPt: widthPt - left - pointsOf(tokens.marginRightMm),
    bottom: heightPt - pointsOf(tokens.marginBottomMm),
  }
}
