/** One text size in one layout of the columns: what it measures, how it is best divided, what is wrong with it. */
import { type Atom, BREAK } from './atom.ts'
import type { Layout } from './column-layout.ts'
import type { FitOptions } from './fit-search.ts'
import { furthestPlace, highest, makePath, type Path, rungAt } from './page-path.ts'
import { gapScaleFor } from './place-columns.ts'
import { heightOfColumn, listSplits, overflowOf, type Split } from './split-columns.ts'

/** A word space wider than this, 2.2 times its own width, makes a neighbouring size worth a look; in em. */
const LOOSE_GAP_EM = 0.57

export type Trial = {
  readonly sizePt: number
  readonly layout: Layout
  readonly atoms: readonly Atom[]
  readonly splits: readonly Split[]
  readonly path: Path
}

export type Placed = Trial & { readonly split: Split; readonly place: number }

export function makeTrial(sizePt: number, layout: Layout, options: FitOptions): Trial {
  const { tokens } = options
  const atoms = options.measure(sizePt, layout)
  const script = options.isHindi ? tokens.hindiLeadingScale : 1
  const path = makePath(tokens, sizePt * script)
  return { sizePt, layout, atoms, splits: listSplits(atoms, layout.columns), path }
}

export function overflowAt(
  { splits, path }: Trial,
  place: number,
  { heightPt }: FitOptions,
): number {
  return overflowOf(splits, rungAt(path, place), heightPt)
}

/**
 * The split whose columns end closest together once the page is filled, a good place to break counting as
 * much as some lines of difference; undefined when none fits at `least` of the path.
 */
export function placeTrial(
  trial: Trial,
  least: number,
  { heightPt }: FitOptions,
): Placed | undefined {
  let best: Placed | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (const split of trial.splits) {
    if (split.cost >= bestCost) continue
    const place = furthestPlace(trial.path, split, heightPt)
    if (place === undefined || place < least) continue
    const cost = split.cost + imbalance(split, trial, place)
    if (cost >= bestCost) continue
    bestCost = cost
    best = { ...trial, split, place }
  }
  return best === undefined ? undefined : leaveHair(best, least, heightPt)
}

/** A page that has room to spare stops a hair above its foot: 99 % full reads as full and never as crammed. */
function leaveHair(placed: Placed, least: number, heightPt: number): Placed {
  const place = furthestPlace(placed.path, placed.split, heightPt * MOST_FILL)
  return place === undefined || place < least ? placed : { ...placed, place }
}

const MOST_FILL = 0.99

/** In lines: what wider gaps leave of the difference, and what the wider gaps themselves cost the eye. */
function imbalance(split: Split, { path }: Trial, place: number): number {
  const rung = rungAt(path, place)
  const tallest = highest(split, rung)
  return split.columns.reduce((sum, column, index) => {
    const gapScale = gapScaleFor(column, rung, tallest)
    const short = (tallest - heightOfColumn(column, { ...rung, gapScale })) / rung.leadingPt
    // A first column that is the shorter one looks wrong sooner than a later that is.
    const weight = index === 0 ? 1.3 : 1
    return sum + weight * short * UNEVEN_FEET + (gapScale / rung.gapScale - 1) * UNEVEN_GAPS
  }, 0)
}

const UNEVEN_FEET = 1.5
const UNEVEN_GAPS = 4

/** A space wider by 0.1 em weighs as much as feet that differ by one more line than a line. */
const GAP_WEIGHT = 10

/** Feet that differ by less are taken for a choice: gaps of one width in all columns are worth more. */
const MOST_UNEVEN_LINES = 2

/** What a reader would see: a gaping line, a torn question, or columns of different lengths; 0 for none. */
export function flawOf(placed: Placed): number {
  const looseness = Math.max(0, widestGap(placed) - LOOSE_GAP_EM) * GAP_WEIGHT
  const torn = Math.max(0, placed.split.cost - BREAK.lone)
  return looseness + torn + Math.max(0, unevenLines(placed) - MOST_UNEVEN_LINES)
}

/** By how many lines the feet of the columns differ. */
export function unevenLines({ split, path, place }: Placed): number {
  const rung = rungAt(path, place)
  const tallest = highest(split, rung)
  const shortest = Math.min(
    ...split.columns.map((column) => {
      const gapScale = gapScaleFor(column, rung, tallest)
      return heightOfColumn(column, { ...rung, gapScale })
    }),
  )
  return (tallest - shortest) / rung.leadingPt
}

function widestGap({ atoms, sizePt }: Trial): number {
  return atoms.reduce((most, atom) => Math.max(most, atom.widestGapPt), 0) / sizePt
}

export function fillOf({ split, path, place }: Placed): number {
  return highest(split, rungAt(path, place))
}
