/** What the margins leave of a slide. */
import type { DeckRuler } from './deck-ruler.ts'

/** A browser rounds each line and border on its own. */
export const SAFETY_PX = 6

export function contentWidthPx({ tokens }: DeckRuler): number {
  return tokens.widthPx - 2 * tokens.marginXPx
}

export function contentHeightPx({ tokens }: DeckRuler): number {
  return tokens.heightPx - tokens.marginTopPx - tokens.marginBottomPx - SAFETY_PX
}
