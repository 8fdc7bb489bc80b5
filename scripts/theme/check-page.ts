/** Limits of the page: the margin no printer goes under, the sizes of pages and of letters. */
import { BRIEF_TOKENS, type BriefTokens } from './brief-tokens.ts'
import type { TokenProblem } from './overlay-tokens.ts'

/** Desktop printers and copiers leave up to a quarter of an inch blank, and hands hold the rest. */
export const LEAST_MARGIN_MM = 10
/** Wider, and what does not fit would be blamed on the sections of a topic. */
const MOST_MARGIN_MM = 60

type Limit = {
  readonly keys: readonly (keyof BriefTokens)[]
  readonly least: (key: keyof BriefTokens) => number
  readonly most: number
  readonly expected: (key: keyof BriefTokens) => string
  /** What stands in for a value beyond the limits. */
  readonly instead: (key: keyof BriefTokens) => number
}

const builtIn = (key: keyof BriefTokens): number => BRIEF_TOKENS[key]

const LIMITS: readonly Limit[] = [
  {
    keys: ['marginLeftMm', 'marginRightMm', 'marginTopMm', 'marginBottomMm'],
    least: () => LEAST_MARGIN_MM,
    most: MOST_MARGIN_MM,
    expected: () =>
      `a margin of at least ${LEAST_MARGIN_MM} mm, which every printer reaches, and at most ${MOST_MARGIN_MM}`,
    instead: () => LEAST_MARGIN_MM,
  },
  {
    // From A7 to A0.
    keys: ['pageWidthMm', 'pageHeightMm'],
    least: () => 74,
    most: 1189,
    expected: () => 'the side of a page, from 74 to 1189 mm',
    instead: builtIn,
  },
  {
    // A set may raise the least size that a preset promises, not lower it (print.md §4.2).
    keys: ['denseMinSize', 'standardMinSize', 'clearPrintMinSize'],
    least: builtIn,
    most: 36,
    expected: (key) => `a size from ${builtIn(key)} points, the least of this preset, to 36`,
    instead: builtIn,
  },
  {
    keys: [
      'maxSize',
      'clearPrintMaxSize',
      'headerSize',
      'titleSize',
      'subtitleSize',
      'summarySize',
      'figureSize',
      'figureLabelSize',
      'footSize',
      'clearPrintFootSize',
    ],
    least: () => 5,
    most: 72,
    expected: () => 'a size from 5 to 72 points',
    instead: builtIn,
  },
]

/** The measures of a page within their limits, and what was not. */
export function checkPage(
  brief: BriefTokens,
  path: readonly string[],
): { readonly brief: BriefTokens; readonly problems: readonly TokenProblem[] } {
  const beyond = LIMITS.flatMap((limit) =>
    limit.keys
      .filter((key) => brief[key] < limit.least(key) || brief[key] > limit.most)
      .map((key) => ({ key, limit })),
  )
  return {
    brief: {
      ...brief,
      ...Object.fromEntries(beyond.map(({ key, limit }) => [key, limit.instead(key)])),
    },
    problems: beyond.map(({ key, limit }) => ({
      path: [...path, key],
      expected: limit.expected(key),
      candidates: [],
    })),
  }
}
