/** Measures of a slide, in CSS px on a 1280 × 720 canvas (13.33 × 7.5 in, so 1 px is 0.75 pt). */
export type DeckTokens = {
  readonly widthPx: number
  readonly heightPx: number
}

export const DECK_TOKENS: DeckTokens = {
  widthPx: 1280,
  heightPx: 720,
}
