/** A part that spans the page: how high it is, and its marks at a height. */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import { pointsOf } from '../typeset/length.ts'
import type { LineMark, Mark } from '../typeset/mark.ts'
import type { PageRect } from '../typeset/structure.ts'

export type PagePart = {
  readonly heightPt: number
  draw(y: number): readonly Mark[]
}

/** Of a page on its sheet. */
export type PageBox = {
  readonly left: number
  readonly top: number
  /** Between the margins. */
  readonly innerWidthPt: number
  readonly bottom: number
}

/** @param page where the sheet has the page */
export function pageBox(tokens: BriefTokens, page: PageRect): PageBox {
  const marginLeft = pointsOf(tokens.marginLeftMm)
  return {
    left: page.x + marginLeft,
    top: page.y + pointsOf(tokens.marginTopMm),
    innerWidthPt: page.width - marginLeft - pointsOf(tokens.marginRightMm),
    bottom: page.y + page.height - pointsOf(tokens.marginBottomMm),
  }
}

/** One below the other. */
export function stackParts(parts: readonly PagePart[]): PagePart {
  return {
    heightPt: parts.reduce((sum, part) => sum + part.heightPt, 0),
    draw: (top) => {
      let y = top
      return parts.flatMap((part) => {
        const marks = part.draw(y)
        y += part.heightPt
        return marks
      })
    },
  }
}

/** A rule from margin to margin. */
export function ruleAcross(
  page: PageBox,
  y: number,
  look: Pick<LineMark, 'widthPt' | 'stroke' | 'tag'>,
): LineMark {
  return { kind: 'line', x1: page.left, y1: y, x2: page.left + page.innerWidthPt, y2: y, ...look }
}
