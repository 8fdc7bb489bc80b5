/** A formula on lines of its own: as large as the theme wants, smaller where it would not fit. */
import { joinHeights, layoutFormula } from '../math/layout-formula.ts'
import type { DeckRuler } from './deck-ruler.ts'
import type { BlockLayout } from './layout-slide.ts'
import { FORMULA_SCALE } from './measure-lines.ts'
import type { Block } from './slide.ts'

/** Text of this size beside it would still be read from the last row (24 px are 18 pt). */
const FLOOR_PX = 22
/** A formula may take this share of the height of a slide's content; title and words need the rest. */
const MAX_HEIGHT_SHARE = 0.72
/** Kerning, hinting and rules of at least a pixel; see tests/math. */
const WIDTH_MARGIN = 1.015

export function layoutDisplay(
  { tex }: Extract<Block, { kind: 'formula' }>,
  room: { readonly widthPx: number; readonly heightPx: number },
  { tokens }: DeckRuler,
): BlockLayout {
  const box = layoutFormula(tex, true)
  const widthEm = box.width + 2 * (box.tag === undefined ? 0 : box.tag.width + 1)
  const heightEm = joinHeights(box)
  const most = Math.min(
    room.widthPx / (widthEm * FORMULA_SCALE * WIDTH_MARGIN),
    (room.heightPx * MAX_HEIGHT_SHARE) / (heightEm * FORMULA_SCALE),
  )
  const sizePx = Math.max(FLOOR_PX, Math.min(tokens.sizes.formula.sizePx, Math.floor(most * 2) / 2))
  return {
    heightPx: Math.ceil(heightEm * sizePx * FORMULA_SCALE) + 1,
    variables: { '--formula': `${sizePx}px` },
  }
}
