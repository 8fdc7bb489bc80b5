/**
 * The fit of rows: the largest size at which all rows fit at a snug leading, then leading and gaps grow
 * until the page is full. At the floor, leading and gaps are drawn in before giving up.
 * Bounded and deterministic: sizes are bisected in quarter points, the rest is arithmetic.
 */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Preset } from '../topic/topic.ts'
import { heightOfRows, type Row } from './align-rows.ts'
import type { RungName } from './fit-flow.ts'
import { sizeRange } from './size-range.ts'
import type { Rung } from './split-columns.ts'

export type RowFit = {
  readonly name: RungName
  readonly sizePt: number
  readonly rung: Rung
  readonly rows: readonly Row[]
  readonly heightPt: number
  /** What does not fit; 0 when everything does. */
  readonly overflowPt: number
  readonly trials: number
}

export type RowFitOptions = {
  readonly tokens: BriefTokens
  readonly preset: Preset
  readonly heightPt: number
  measure(sizePt: number): readonly Row[]
}

const SIZE_STEP = 0.25
/** Share of the way from comfortable to tightest that a size may go before a smaller one is taken. */
const SNUG = 0.5
const BISECTIONS = 24

export function fitRows(options: RowFitOptions): RowFit {
  const { least, most } = sizeRange(options.tokens, options.preset)
  const steps = Math.floor((most - least) / SIZE_STEP)
  const measured = new Map<number, readonly Row[]>()
  const measure = (step: number): readonly Row[] => {
    const rows = measured.get(step) ?? options.measure(least + step * SIZE_STEP)
    measured.set(step, rows)
    return rows
  }
  const fits = (step: number): boolean =>
    heightOfRows(measure(step), rungAt(least + step * SIZE_STEP, SNUG, options)) <= options.heightPt
  let low = 0
  let high = steps + 1
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  const fit = fillPage(measure(low), least + low * SIZE_STEP, options)
  return { ...fit, name: nameRung(fit, { least, most }, options), trials: measured.size }
}

/** Sizes are tried from the largest, so a page that is not full stands on the top of the ladder. */
function nameRung(
  { sizePt, rung, overflowPt }: Omit<RowFit, 'name' | 'trials'>,
  range: { readonly least: number; readonly most: number },
  options: RowFitOptions,
): RungName {
  if (overflowPt > 0) return 'tight'
  if (rung.gapScale < rungAt(sizePt, SNUG, options).gapScale) return 'tight'
  return sizePt + SIZE_STEP > range.most ? 'grown' : 'size'
}

function rungAt(sizePt: number, share: number, { tokens }: RowFitOptions): Rung {
  const ratio = tokens.leading + (tokens.minLeading - tokens.leading) * share
  return {
    // Both columns stand on one grid, and Devanagari needs the wider one.
    leadingPt: sizePt * ratio * tokens.hindiLeadingScale,
    gapScale: 1 + (tokens.minGapScale - 1) * share,
  }
}

/** From the tightest: leading and gaps together to comfortable, then the leading, then the gaps, as far as the page goes. */
function fillPage(
  rows: readonly Row[],
  sizePt: number,
  options: RowFitOptions,
): Omit<RowFit, 'name' | 'trials'> {
  const { tokens, heightPt } = options
  const tightest = rungAt(sizePt, 1, options)
  const least = heightOfRows(rows, tightest)
  if (least > heightPt)
    return { sizePt, rung: tightest, rows, heightPt: least, overflowPt: least - heightPt }
  const comfortable = rungAt(sizePt, 0, options)
  const airy = {
    ...comfortable,
    leadingPt: comfortable.leadingPt * (tokens.maxLeading / tokens.leading),
  }
  const widest = { ...airy, gapScale: tokens.maxGapScale }
  const stages = [tightest, comfortable, airy, widest]
  let rung = tightest
  for (const [index, goal] of stages.entries()) {
    const from = stages[index - 1]
    if (from === undefined) continue
    rung = lastThatFits(from, goal, (between) => heightOfRows(rows, between) <= heightPt)
    if (rung !== goal) break
  }
  return { sizePt, rung, rows, heightPt: heightOfRows(rows, rung), overflowPt: 0 }
}

/** `from` is known to fit. */
function lastThatFits(from: Rung, goal: Rung, fits: (rung: Rung) => boolean): Rung {
  if (fits(goal)) return goal
  let [low, high] = [0, 1]
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2
    if (fits(between(from, goal, middle))) low = middle
    else high = middle
  }
  return between(from, goal, low)
}

function between(from: Rung, goal: Rung, share: number): Rung {
  return {
    leadingPt: from.leadingPt + (goal.leadingPt - from.leadingPt) * share,
    gapScale: from.gapScale + (goal.gapScale - from.gapScale) * share,
  }
}
