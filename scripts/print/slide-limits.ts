/**
 * How small and how faint text on a slide may be. A slide is 7.5 inches high, so 1 px is 0.75 pt; at that size a
 * projected slide looks from the last row like a page of half the size at arm's length.
 */
import type { Limits } from './inspect/measured.ts'

/** What is taught: points, tables, questions. DESIGN.md, 6; Peitho's check has the same number. */
const BODY_MIN_PT = 24
/** Letters in charts, diagrams and listings; `minChartTextPx`, and MIN_TEXT_PX of the diagrams. */
const FIGURE_MIN_PT = 18
/** Captions, credits, sources: read by who comes nearer, or in the file. The smallest the built-in sets use is 16.5. */
const SMALL_PRINT_MIN_PT = 16
/** Header, footer and page number, for finding one's way. */
const FOOT_MIN_PT = 12

/**
 * Large text of WCAG 2.2 (1.4.3) is 18 pt, bold 14 pt, beside the 12 pt of a page's body: half as much again. The
 * body of a slide is 24 pt; by the definition to the letter everything on a slide would be large.
 */
const LARGE_PT = 36
const LARGE_BOLD_PT = 28

const PX_A_PT = 4 / 3

export const SLIDE_LIMITS: Limits = {
  leastPx: {
    body: BODY_MIN_PT * PX_A_PT,
    figure: FIGURE_MIN_PT * PX_A_PT,
    small: SMALL_PRINT_MIN_PT * PX_A_PT,
    foot: FOOT_MIN_PT * PX_A_PT,
  },
  largePx: LARGE_PT * PX_A_PT,
  largeBoldPx: LARGE_BOLD_PT * PX_A_PT,
  leastRatio: 4.5,
  leastLargeRatio: 3,
}
