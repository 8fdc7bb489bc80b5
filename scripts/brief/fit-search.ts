/** What the search for a fit knows: where it may go, and what it has measured. */

import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Preset } from '../topic/topic.ts'
import type { Atom } from './atom.ts'
import {
  type ColumnsPage,
  closerLayouts,
  type Layout,
  layoutOf,
  usualLayout,
} from './column-layout.ts'
import { makeTrial, type Trial } from './fit-trial.ts'
import { sizeRange } from './size-range.ts'

export type FitOptions = {
  readonly tokens: BriefTokens
  readonly preset: Preset
  readonly isHindi: boolean
  readonly heightPt: number
  /** Chooses the number of columns; without it there are two of the tokens' gutter. */
  readonly innerWidthPt?: number
  measure(sizePt: number, layout: Layout): readonly Atom[]
}

export type Search = FitOptions & {
  readonly range: { readonly least: number; readonly most: number }
  readonly start: number
  try(sizePt: number, layout: Layout): Trial
  countTrials(): number
}

export const SIZE_STEP = 0.25
/** Where the search starts; most topics end within two steps of it. */
const START_SIZE = { dense: 10.25, standard: 10.25, 'clear-print': 12 } as const
export function openSearch(options: FitOptions): Search {
  const range = sizeRange(options.tokens, options.preset)
  const start = Math.min(range.most, Math.max(range.least, START_SIZE[options.preset]))
  const known = new Map<string, Trial>()
  return {
    ...options,
    range,
    start,
    countTrials: () => known.size,
    try: (sizePt, layout) => {
      const key = [sizePt, layout.columns, layout.gutterPt, layout.trackingEm].join(' ')
      const trial = known.get(key) ?? makeTrial(sizePt, layout, options)
      known.set(key, trial)
      return trial
    },
  }
}

export function layoutAt(sizePt: number, search: Search): Layout {
  return search.innerWidthPt === undefined
    ? layoutOf(search, 2)
    : usualLayout(columnsPage(search), sizePt)
}

/** Columns that somebody else has laid out stay as they are. */
export function closerThan(layout: Layout, search: Search): readonly Layout[] {
  return search.innerWidthPt === undefined ? [] : closerLayouts(layout, columnsPage(search))
}

export function columnsPage({
  tokens,
  preset,
  isHindi,
  innerWidthPt = 0,
}: FitOptions): ColumnsPage {
  return { tokens, preset, isHindi, innerWidthPt }
}
