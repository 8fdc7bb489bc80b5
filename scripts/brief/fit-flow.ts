/**
 * The fit: from the usual text size downward to the first at which two columns hold everything at a
 * comfortable leading; then leading and gaps grow until the columns are full, and where they cannot, the
 * size grows too. At the floor, gaps and leading are drawn in before giving up.
 * Bounded and deterministic: a size is measured at most once, everything else is arithmetic.
 */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Atom } from './atom.ts'
import type { Preset } from './setting.ts'
import {
  atomsFrom,
  bestSplit,
  heightOfColumn,
  listSplits,
  overflowOf,
  type Rung,
  type Split,
} from './split-columns.ts'

export type Fit = {
  readonly sizePt: number
  readonly leadingPt: number
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
  measure(sizePt: number): readonly Atom[]
}

const SIZE_STEP = 0.25
const TIGHTEN_STEPS = 6
const FULL_SHARE = 0.97
/** Where the search starts; most topics end within two steps of it. */
const START_SIZE = { dense: 10.25, standard: 10.25, 'clear-print': 12 } as const

export function sizeRange(tokens: BriefTokens, preset: Preset): { least: number; most: number } {
  const least = {
    dense: tokens.denseMinSize,
    standard: tokens.standardMinSize,
    'clear-print': tokens.clearPrintMinSize,
  }[preset]
  const most = preset === 'clear-print' ? tokens.clearPrintMaxSize : tokens.maxSize
  return { least, most: Math.max(least, most) }
}

type Trial = {
  readonly sizePt: number
  readonly atoms: readonly Atom[]
  readonly splits: readonly Split[]
  readonly rung: Rung
  readonly split: Split | undefined
}

export function fitFlow(options: FitOptions): Fit {
  const { least, most } = sizeRange(options.tokens, options.preset)
  let trials = 1
  let sizePt = Math.min(most, Math.max(least, START_SIZE[options.preset]))
  let trial = tryComfortably(sizePt, options)
  while (trial.split === undefined && sizePt > least) {
    sizePt = Math.max(least, sizePt - SIZE_STEP)
    trial = tryComfortably(sizePt, options)
    trials++
  }
  if (trial.split === undefined) return { ...spread(tighten(trial, 1, options), options), trials }
  let fit = spread(trial, options)
  while (!isFull(fit, options) && sizePt < most) {
    sizePt = Math.min(most, sizePt + SIZE_STEP)
    const larger = tryComfortably(sizePt, options)
    trials++
    if (larger.split === undefined) break
    fit = spread(larger, options)
  }
  return { ...fit, trials }
}

/** Larger letters only where leading and gaps cannot fill the page: longer lines justify better. */
function isFull(fit: Omit<Fit, 'trials'>, options: FitOptions): boolean {
  return fit.columns.every((column) => column.heightPt >= options.heightPt * FULL_SHARE)
}

function leadingAt(sizePt: number, ratio: number, options: FitOptions): number {
  return sizePt * ratio * (options.isHindi ? options.tokens.hindiLeadingScale : 1)
}

/** Share of the way from comfortable to tightest that a size may go before a smaller one is tried. */
const SNUG = 0.5

function tryComfortably(sizePt: number, options: FitOptions): Trial {
  const atoms = options.measure(sizePt)
  const splits = listSplits(atoms)
  const trial = { sizePt, atoms, splits, rung: rungAt(sizePt, 0, options), split: undefined }
  return tighten(trial, SNUG, options)
}

/** The first rung from comfortable to `most` of the way to the tightest at which everything fits. */
function tighten(trial: Trial, most: number, options: FitOptions): Trial {
  let rung = trial.rung
  for (let step = 0; step <= TIGHTEN_STEPS * most; step++) {
    rung = rungAt(trial.sizePt, step / TIGHTEN_STEPS, options)
    const split = bestSplit(trial.splits, rung, options.heightPt)
    if (split !== undefined) return { ...trial, rung, split }
  }
  return { ...trial, rung }
}

/** Leading and gaps together: 0 is comfortable, 1 the tightest allowed. */
function rungAt(sizePt: number, share: number, options: FitOptions): Rung {
  const { tokens } = options
  const ratio = tokens.leading + (tokens.minLeading - tokens.leading) * share
  return {
    leadingPt: leadingAt(sizePt, ratio, options),
    gapScale: 1 + (tokens.minGapScale - 1) * share,
  }
}

/** Fills the columns: first the leading of both, then the gaps of each, as far as the limits go. */
function spread(trial: Trial, options: FitOptions): Omit<Fit, 'trials'> {
  const { sizePt, atoms, splits, rung, split } = trial
  const { tokens, heightPt } = options
  if (split === undefined) {
    const overflowPt = overflowOf(splits, rung, heightPt)
    return { sizePt, leadingPt: rung.leadingPt, atoms, columns: [], overflowPt }
  }
  const leadingPt = Math.min(
    leadingAt(sizePt, tokens.maxLeading, options),
    ...split.columns
      .filter((column) => column.lines > 0)
      .map((column) => rung.leadingPt + spare(column, rung, heightPt) / column.lines),
  )
  const spreadRung = { ...rung, leadingPt }
  const target = targetHeight(split, spreadRung, options)
  const columns = split.columns.map((column, index) => {
    const gapScale = Math.min(
      tokens.maxGapScale,
      column.gapPt === 0
        ? rung.gapScale
        : rung.gapScale + spare(column, spreadRung, target) / column.gapPt,
    )
    return {
      atoms: index === 0 ? atoms.slice(0, split.at) : atomsFrom(atoms, split.at),
      gapScale: Math.max(rung.gapScale, gapScale),
      heightPt: heightOfColumn(column, { leadingPt, gapScale: Math.max(rung.gapScale, gapScale) }),
    }
  })
  return { sizePt, leadingPt, atoms, columns, overflowPt: 0 }
}

/** Columns end together: where one cannot be stretched to the foot, the other stops beside it. */
function targetHeight(split: Split, rung: Rung, options: FitOptions): number {
  const { tokens, heightPt } = options
  const reach = split.columns
    .filter((column) => column.lines + column.fixedPt > 0)
    .map((column) => heightOfColumn(column, { ...rung, gapScale: tokens.maxGapScale }))
  return Math.min(heightPt, ...reach)
}

function spare(column: Split['columns'][number], rung: Rung, heightPt: number): number {
  return heightPt - heightOfColumn(column, rung)
}
