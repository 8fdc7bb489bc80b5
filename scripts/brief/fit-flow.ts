/**
 * The fit, a ladder whose steps are tried in order: gaps → leading → columns (a narrower gutter) → tracking →
 * size in quarter points → at the floor, gaps and leading to their tightest. What still does not fit is
 * `drop-sections.ts`’ to leave out. A short text climbs the other way: leading and gaps, larger letters, and in
 * the end one wide column. Bounded and deterministic: a size is measured at most once in each layout of the
 * columns, everything else is arithmetic.
 */
import { pointsOf } from '../typeset/length.ts'
import type { Atom } from './atom.ts'
import type { Layout } from './column-layout.ts'
import { evenOut, grow, uncramp } from './fit-better.ts'
import {
  closerThan,
  type FitOptions,
  layoutAt,
  openSearch,
  type Search,
  SIZE_STEP,
} from './fit-search.ts'
import { overflowAt, type Placed, placeTrial } from './fit-trial.ts'
import { PATH, rungAt } from './page-path.ts'
import { type FittedColumn, placeColumns } from './place-columns.ts'

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

/** What a narrower gutter and closer letters can give, as a share of the page. */
const CLOSER_SHARE = 0.035

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
