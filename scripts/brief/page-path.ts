/**
 * Leading and gaps as one path from the tightest page to the airiest. Between two neighbouring points both
 * change evenly, so that the place at which a column is exactly full is arithmetic.
 */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import { heightOfColumn, type Rung, type Split } from './split-columns.ts'

/** Names of the points, by their place on the path. */
export const PATH = { tight: 0, leading: 1, gaps: 2, natural: 3, airy: 4, widest: 5 } as const

/** Share of the way to the tightest that gaps and leading may go before smaller letters are tried. */
const SNUG = 0.5
/** Gaps of an airy page, as a share of the way from natural to the widest. */
const AIRY = 0.3

export type Path = readonly Rung[]

/** @param pointsPerRatio size of the text, times what its script multiplies leadings by */
export function makePath(tokens: BriefTokens, pointsPerRatio: number): Path {
  const snugLeading = tokens.leading + (tokens.minLeading - tokens.leading) * SNUG
  const snugGaps = 1 + (tokens.minGapScale - 1) * SNUG
  const airyGaps = 1 + (tokens.maxGapScale - 1) * AIRY
  const rung = (ratio: number, gapScale: number): Rung => ({
    leadingPt: ratio * pointsPerRatio,
    gapScale,
  })
  return [
    rung(tokens.minLeading, tokens.minGapScale),
    rung(snugLeading, snugGaps),
    rung(tokens.leading, snugGaps),
    rung(tokens.leading, 1),
    rung(tokens.maxLeading, airyGaps),
    rung(tokens.maxLeading, tokens.maxGapScale),
  ]
}

export function rungAt(path: Path, place: number): Rung {
  const index = Math.min(path.length - 2, Math.floor(place))
  const [from, to] = [path[index], path[index + 1]]
  if (from === undefined || to === undefined) throw new RangeError(`no rung ${place}`)
  const share = place - index
  return {
    leadingPt: from.leadingPt + (to.leadingPt - from.leadingPt) * share,
    gapScale: from.gapScale + (to.gapScale - from.gapScale) * share,
  }
}

/** The furthest place at which no column is higher than the page; undefined when even the tightest is. */
export function furthestPlace(path: Path, split: Split, heightPt: number): number | undefined {
  let place: number | undefined
  for (const [index, rung] of path.entries()) {
    const height = highest(split, rung)
    if (height <= heightPt) {
      place = index
      continue
    }
    if (place === undefined) return undefined
    return index - 1 + shareThatFits(split, { path, index, heightPt })
  }
  return place
}

/** Of the way from one point to the next, where the first column reaches the foot. */
function shareThatFits(
  split: Split,
  {
    path,
    index,
    heightPt,
  }: { readonly path: Path; readonly index: number; readonly heightPt: number },
): number {
  const [from, to] = [path[index - 1], path[index]]
  if (from === undefined || to === undefined) return 0
  const shares = split.columns.map((column) => {
    const low = heightOfColumn(column, from)
    const high = heightOfColumn(column, to)
    return high <= heightPt ? 1 : (heightPt - low) / (high - low)
  })
  return Math.min(...shares)
}

export function highest(split: Split, rung: Rung): number {
  return Math.max(...split.columns.map((column) => heightOfColumn(column, rung)))
}
