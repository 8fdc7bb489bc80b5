/**
 * The fit, a ladder whose steps are tried in order: gaps → leading → columns (a narrower gutter) → tracking →
 * size in quarter points → at the floor, gaps and leading to their tightest. What still does not fit is
 * `drop-sections.ts`’ to leave out. A short text climbs the other way: leading and gaps, larger letters, and in
 * the end one wide column. Bounded and deterministic: a size is measured at most once in each layout of the
 * columns, everything else is arithmetic.
 */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Atom } from './atom.ts'
import {
  type ColumnsPage,
  charactersPerLine,
  closerLayouts,
  type Layout,
  layoutOf,
  usualLayout,
} from './column-layout.ts'
import {
  fillOf,
  flawOf,
  makeTrial,
  overflowAt,
  type Placed,
  placeTrial,
  type Trial,
} from './fit-trial.ts'
import { PATH, rungAt } from './page-path.ts'
import { placeColumns } from './place-columns.ts'
import type { Preset } from './setting.ts'

/** The step of the ladder that a page stands on; `natural` is where it begins. */
export type RungName =
  | 'grown'
  | 'natural'
  | 'gaps'
  | 'leading'
  | 'columns'
  | 'tracking'
  | 'size'
  | 'tight'

export type Fit = {
  readonly rung: RungName
  readonly sizePt: number
  readonly leadingPt: number
  readonly layout: Layout
  readonly atoms: readonly Atom[]
  readonly columns: readonly FittedColumn[]
  /** What does not fit; 0 when everything does. */
  readonly overflowPt: number
  readonly trials: number
}

export type FittedColumn = {
  readonly atoms: readonly Atom[]
  readonly gapScale: number
  readonly heightPt: number
}

export type FitOptions = {
  readonly tokens: BriefTokens
  readonly preset: Preset
  readonly isHindi: boolean
  readonly heightPt: number
  /** Chooses the number of columns; without it there are two of the tokens' gutter. */
  readonly innerWidthPt?: number
  measure(sizePt: number, layout: Layout): readonly Atom[]
}

const SIZE_STEP = 0.25
const FULL_SHARE = 0.96
/** A smaller size has to be better by some, not by a hair. */
const BETTER = 0.8
/** Where the search starts; most topics end within two steps of it. */
const START_SIZE = { dense: 10.25, standard: 10.25, 'clear-print': 12 } as const
/** Below this x-height no theme may set a page: 9 pt, 10 pt and 12 pt of the Noto families (print.md §4.2). */
const HARD_MIN_SIZE = { dense: 8.75, standard: 9.75, 'clear-print': 12 } as const
/** What a narrower gutter and closer letters can give, as a share of the page. */
const CLOSER_SHARE = 0.035

export function sizeRange(tokens: BriefTokens, preset: Preset): { least: number; most: number } {
  const given = {
    dense: tokens.denseMinSize,
    standard: tokens.standardMinSize,
    'clear-print': tokens.clearPrintMinSize,
  }[preset]
  const least = Math.max(given, HARD_MIN_SIZE[preset])
  const most = preset === 'clear-print' ? tokens.clearPrintMaxSize : tokens.maxSize
  return { least, most: Math.max(least, most) }
}

type Search = FitOptions & {
  readonly range: { readonly least: number; readonly most: number }
  readonly start: number
  try(sizePt: number, layout: Layout): Trial
  countTrials(): number
}

export function fitFlow(options: FitOptions): Fit {
  const search = openSearch(options)
  const found = findSize(search)
  const placed = found === undefined ? undefined : uncramp(found, search)
  if (placed === undefined) return giveUp(search)
  const { sizePt, layout, atoms, split, place, path } = placed
  const rung = rungAt(path, place)
  return {
    rung: nameRung(placed, search),
    sizePt,
    leadingPt: rung.leadingPt,
    layout,
    atoms,
    columns: placeColumns(split, rung, { atoms, heightPt: options.heightPt }),
    overflowPt: 0,
    trials: search.countTrials(),
  }
}

function openSearch(options: FitOptions): Search {
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

function findSize(search: Search): Placed | undefined {
  const { range, start } = search
  for (let sizePt = start; sizePt > range.least - SIZE_STEP; sizePt -= SIZE_STEP) {
    const size = Math.max(range.least, sizePt)
    const placed = fitAt(size, search)
    if (placed !== undefined) return size === start ? grow(placed, search) : evenOut(placed, search)
  }
  return tighten(search)
}

/** The steps of one size: gaps and leading first, other columns and tracking when they can be enough. */
function fitAt(sizePt: number, search: Search): Placed | undefined {
  const layout = layoutAt(sizePt, search)
  const trial = search.try(sizePt, layout)
  const placed = placeTrial(trial, PATH.leading, search)
  if (placed !== undefined) return placed
  const missing = overflowAt(trial, PATH.leading, search)
  if (missing > search.heightPt * layout.columns * CLOSER_SHARE) return undefined
  return firstOf(closerThan(layout, search), (closer) =>
    placeTrial(search.try(sizePt, closer), PATH.leading, search),
  )
}

/** At the floor, whatever gaps, leading, gutter and letters can give. */
function tighten(search: Search): Placed | undefined {
  const sizePt = search.range.least
  const layout = layoutAt(sizePt, search)
  return firstOf([layout, ...closerThan(layout, search)], (closer) =>
    placeTrial(search.try(sizePt, closer), PATH.tight, search),
  )
}

function firstOf<Value, Result>(
  values: readonly Value[],
  find: (value: Value) => Result | undefined,
): Result | undefined {
  for (const value of values) {
    const result = find(value)
    if (result !== undefined) return result
  }
  return undefined
}

function layoutAt(sizePt: number, search: Search): Layout {
  return search.innerWidthPt === undefined
    ? layoutOf(search, 2)
    : usualLayout(columnsPage(search), sizePt)
}

/** Columns that somebody else has laid out stay as they are. */
function closerThan(layout: Layout, search: Search): readonly Layout[] {
  return search.innerWidthPt === undefined ? [] : closerLayouts(layout, columnsPage(search))
}

function columnsPage({ tokens, preset, isHindi, innerWidthPt = 0 }: FitOptions): ColumnsPage {
  return { tokens, preset, isHindi, innerWidthPt }
}

/** Larger letters only where leading and gaps cannot fill the page: longer lines justify better. */
function grow(first: Placed, search: Search): Placed {
  let placed = first
  const { most } = search.range
  while (!isFull(placed, search) && placed.sizePt < most) {
    const sizePt = Math.min(most, placed.sizePt + SIZE_STEP)
    const larger = placeTrial(search.try(sizePt, placed.layout), PATH.leading, search)
    if (larger === undefined) break
    placed = larger
  }
  return isFull(placed, search) ? evenOut(placed, search) : widen(placed, search)
}

/** One wide column of large letters, for a text that cannot fill two. */
function widen(placed: Placed, search: Search): Placed {
  const { tokens, preset, innerWidthPt } = search
  if (innerWidthPt === undefined || placed.layout.columns === 1 || preset === 'clear-print')
    return placed
  const layout = layoutOf(search, 1)
  for (let size = tokens.clearPrintMaxSize; size > search.range.most; size -= 2 * SIZE_STEP) {
    if (charactersPerLine(columnsPage(search), layout, size) > WIDE_CHARACTERS) break
    const wide = placeTrial(search.try(size, layout), PATH.leading, search)
    if (wide !== undefined) return fillOf(wide) > fillOf(placed) ? wide : placed
  }
  return placed
}

/** A table too wide for a column takes the width of the page, where all of it then still fits. */
function uncramp(placed: Placed, search: Search): Placed {
  const isCramped = (trial: Trial): boolean => trial.atoms.some((atom) => atom.isCramped)
  if (search.innerWidthPt === undefined || placed.layout.columns === 1 || !isCramped(placed))
    return placed
  const layout = layoutOf(search, 1)
  let widest: Placed | undefined
  for (let size = search.start; size >= search.range.least; size -= SIZE_STEP) {
    const wide = placeTrial(search.try(size, layout), PATH.leading, search)
    if (wide !== undefined && !isCramped(wide)) return wide
    widest = wide ?? widest
  }
  return widest ?? placed
}

const WIDE_CHARACTERS = 78

/**
 * A page with a gaping line or uneven feet takes the next smaller size, or the one after, where that has less of
 * either and fills the page as well.
 */
function evenOut(placed: Placed, search: Search): Placed {
  let best = placed
  for (const steps of [1, 2]) {
    const sizePt = placed.sizePt - steps * SIZE_STEP
    if (flawOf(best) === 0 || sizePt < search.range.least) break
    const other = placeTrial(search.try(sizePt, placed.layout), PATH.leading, search)
    if (other !== undefined && isFull(other, search) && flawOf(other) < flawOf(best) * BETTER)
      best = other
  }
  return best
}

function isFull(placed: Placed, { heightPt }: FitOptions): boolean {
  return fillOf(placed) >= heightPt * FULL_SHARE
}

function nameRung({ sizePt, layout, place }: Placed, search: Search): RungName {
  if (place < PATH.leading) return 'tight'
  if (sizePt < search.start) return 'size'
  if (sizePt > search.start) return 'grown'
  if (layout.trackingEm < 0) return 'tracking'
  if (layout.gutterPt < pointsOf(search.tokens.gutterMm)) return 'columns'
  if (place < PATH.gaps) return 'leading'
  return place < PATH.natural ? 'gaps' : 'natural'
}

function giveUp(search: Search): Fit {
  const sizePt = search.range.least
  const trial = search.try(sizePt, layoutAt(sizePt, search))
  return {
    rung: 'tight',
    sizePt,
    leadingPt: rungAt(trial.path, PATH.tight).leadingPt,
    layout: trial.layout,
    atoms: trial.atoms,
    columns: [],
    overflowPt: overflowAt(trial, PATH.tight, search),
    trials: search.countTrials(),
  }
}
