/** How the series of a chart are told apart: by colour, and where there is none by pattern, dash and marker. */
import { contrast } from '../color/contrast.ts'
import { mix } from '../color/legible.ts'
import { lookAlike } from '../color/oklch.ts'
import type { Chart } from '../topic/topic.ts'
import type { ChartColors } from './chart-style.ts'
import type { GreyPattern } from './drawing.ts'

export type SeriesLook = {
  readonly color: string
  /** `solid` needs none. */
  readonly greyPattern: GreyPattern | undefined
  /** Lengths of strokes and gaps, in em, where there are no colours; empty: unbroken. */
  readonly greyDash: readonly number[]
}

const PATTERNS: readonly (GreyPattern | undefined)[] = [
  undefined,
  'hatch',
  'open',
  'cross-hatch',
  'back-hatch',
  'rules',
]

const DASHES: readonly (readonly number[])[] = [
  [],
  [0.45, 0.2],
  [0.12, 0.2],
  [0.7, 0.2, 0.12, 0.2],
  [0.25, 0.25],
  [0.9, 0.3],
]

export function seriesColors(colors: ChartColors): readonly string[] {
  const { series1, series2, series3, series4, series5, series6 } = colors
  return [series1, series2, series3, series4, series5, series6]
}

/** One look for each series; when one is stressed, it alone has a colour of its own. */
export function looksOf({ series, highlight }: Chart, colors: ChartColors): readonly SeriesLook[] {
  // One figure of a series stands out by itself.
  const stressed = highlight.category === -1 ? highlight.series : -1
  const palette = stressed === -1 ? seriesColors(colors) : quietColors(series.length, colors)
  return series.map((_, index) => {
    // The stressed series is the solid one.
    const place =
      stressed === -1 ? index : index === stressed ? 0 : index < stressed ? index + 1 : index
    return {
      color:
        index === stressed ? colors.accent : (palette[place % palette.length] ?? colors.primary),
      greyPattern: PATTERNS[place % PATTERNS.length],
      greyDash: DASHES[place % DASHES.length] ?? [],
    }
  })
}

/** What marks need to be seen on their ground (WCAG 2.2, success criterion 1.4.11). */
export const LEAST_MARK_CONTRAST = 3

/** The main colour and lighter ones of it, each still seen on paper; only lighter ones where it looks like the accent. */
export function quietColors(count: number, colors: ChartColors): readonly string[] {
  const { primary, accent, paper } = colors
  const most = palest(colors)
  const least = lookAlike(primary, accent) ? most * LEAST_PALE : 0
  const steps = Math.max(1, count - 1)
  return Array.from({ length: Math.max(1, count) }, (_, index) =>
    mix(primary, paper, least + (most - least) * (Math.max(0, index - 1) / steps)),
  )
}

const LEAST_PALE = 0.6

/** Of marks beside the one that is stressed. */
export function quietMark(colors: ChartColors): string {
  const { primary, accent, paper } = colors
  return lookAlike(primary, accent) ? mix(primary, paper, palest(colors)) : primary
}

/** Most paper in the main colour that leaves it seen. */
function palest({ primary, paper }: ChartColors): number {
  let most = 0.6
  while (most > 0 && contrast(mix(primary, paper, most), paper) < LEAST_MARK_CONTRAST) most -= 0.05
  return Math.max(0, most)
}
