/** Limits of the page: the margin no printer goes under, and sizes that are pages at all. */
import { BRIEF_TOKENS, type BriefTokens } from './brief-tokens.ts'
import type { TokenProblem } from './overlay-tokens.ts'

/** Desktop printers and copiers leave up to a quarter of an inch blank, and hands hold the rest. */
export const LEAST_MARGIN_MM = 10

const MARGINS = ['marginLeftMm', 'marginRightMm', 'marginTopMm', 'marginBottomMm'] as const

/** From A7 to A0, in millimetres. */
const PAGE_SIDE = { least: 74, most: 1189 }
const SIDES = ['pageWidthMm', 'pageHeightMm'] as const

/** The measures with pages and margins within their limits, and what was not. */
export function checkPage(
  brief: BriefTokens,
  path: readonly string[],
): { readonly brief: BriefTokens; readonly problems: readonly TokenProblem[] } {
  const { least, most } = PAGE_SIDE
  const narrow = MARGINS.filter((key) => brief[key] < LEAST_MARGIN_MM)
  const odd = SIDES.filter((key) => brief[key] < least || brief[key] > most)
  const margin = `a margin of at least ${LEAST_MARGIN_MM} mm, which every printer reaches`
  const side = `the side of a page, from ${least} to ${most} mm`
  return {
    brief: {
      ...brief,
      ...Object.fromEntries(narrow.map((key) => [key, LEAST_MARGIN_MM])),
      ...Object.fromEntries(odd.map((key) => [key, BRIEF_TOKENS[key]])),
    },
    problems: [
      ...narrow.map((key) => ({ path: [...path, key], expected: margin, candidates: [] })),
      ...odd.map((key) => ({ path: [...path, key], expected: side, candidates: [] })),
    ],
  }
}
