/** The margin no printer may be asked to go under. */
import type { BriefTokens } from './brief-tokens.ts'
import type { TokenProblem } from './overlay-tokens.ts'

/** Desktop printers and copiers leave up to a quarter of an inch blank, and hands hold the rest. */
export const LEAST_MARGIN_MM = 10

const MARGINS = ['marginLeftMm', 'marginRightMm', 'marginTopMm', 'marginBottomMm'] as const

/** The measures with every margin wide enough, and what was too narrow. */
export function widenMargins(
  brief: BriefTokens,
  path: readonly string[],
): { readonly brief: BriefTokens; readonly problems: readonly TokenProblem[] } {
  const narrow = MARGINS.filter((key) => brief[key] < LEAST_MARGIN_MM)
  return {
    brief: { ...brief, ...Object.fromEntries(narrow.map((key) => [key, LEAST_MARGIN_MM])) },
    problems: narrow.map((key) => ({
      path: [...path, key],
      expected: `a margin of at least ${LEAST_MARGIN_MM} mm, which every printer reaches`,
      candidates: [],
    })),
  }
}
