/** The slide of 4:3: the set's own measures, but for what a narrower slide wants otherwise. */
import type { DeckTokens } from './deck-tokens.ts'
import { overlayTokens, type TokenProblem } from './overlay-tokens.ts'

/** As high as 16:9, so the letters keep their size: only widths and the largest type give way. */
const NARROW = {
  widthPx: 960,
  marginXPx: 60,
  columnGapPx: 40,
  cellPaddingXPx: 22,
  coverWidthPx: 800,
  qrPx: 190,
} as const satisfies Partial<DeckTokens>

const NARROW_SIZES = {
  cover: { sizePx: 58, linePx: 69 },
  coverLong: { sizePx: 48, linePx: 58 },
  coverLongest: { sizePx: 33, linePx: 41 },
  figure: { sizePx: 70, linePx: 72 },
  title: { sizePx: 40, linePx: 49 },
  titleLong: { sizePx: 33, linePx: 41 },
  quote: { sizePx: 40, linePx: 56 },
  question: { sizePx: 33, linePx: 44 },
} as const satisfies Partial<DeckTokens['sizes']>

/**
 * @param wide the measures of 16:9, `deck:` of theme.yaml laid over the built-in ones
 * @param given `deck43:` of theme.yaml: what is different at 4:3
 */
export function narrowDeck(
  wide: DeckTokens,
  given: unknown,
): { readonly deck43: DeckTokens; readonly problems: readonly TokenProblem[] } {
  const built = { ...wide, ...NARROW, sizes: { ...wide.sizes, ...NARROW_SIZES } }
  const { tokens, problems } = overlayTokens<DeckTokens>(built, given)
  return {
    deck43: tokens,
    problems: problems.map((problem) => ({ ...problem, path: ['deck43', ...problem.path] })),
  }
}
