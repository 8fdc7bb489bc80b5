/** A colour that can be read on its grounds, and mixtures of two. */
import { channelsOf, contrast, hexOf, LEAST_CONTRAST } from './contrast.ts'
import { fromOklch, toOklch } from './oklch.ts'

/** The least contrast of the colour with any of the grounds. */
export function worstContrast(color: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrast(color, ground)))
}

/**
 * The nearest colour of the same hue that has at least 4.5:1 on every ground: darker or lighter, whichever
 * is less far away. The colour itself when it has; black or white when no colour of the hue does.
 */
export function legibleOn(color: string, grounds: readonly string[]): string {
  const isLegible = (candidate: string): boolean =>
    worstContrast(candidate, grounds) >= LEAST_CONTRAST
  if (isLegible(color)) return color
  const oklch = toOklch(color)
  const at = (lightness: number): string => fromOklch({ ...oklch, lightness })
  const distance = (candidate: string): number =>
    Math.abs(toOklch(candidate).lightness - oklch.lightness)
  const [nearest] = [0, 1]
    .filter((end) => isLegible(at(end)))
    .map((end) => nearestBetween(oklch.lightness, end, (value) => isLegible(at(value))))
    .map(at)
    .sort((a, b) => distance(a) - distance(b))
  if (nearest !== undefined) return nearest
  return worstContrast('#000000', grounds) >= worstContrast('#ffffff', grounds)
    ? '#000000'
    : '#ffffff'
}

/** The value nearest to `from` that holds; `to` holds. */
function nearestBetween(from: number, to: number, holds: (value: number) => boolean): number {
  let [bad, good] = [from, to]
  for (let step = 0; step < 16; step++) {
    const middle = (bad + good) / 2
    if (holds(middle)) good = middle
    else bad = middle
  }
  return good
}

/** The colour with as much black as it takes to be told from white paper: `least` is a contrast of at most 21. */
export function darkened(color: string, least: number): string {
  let drawn = color
  for (let share = 0; contrast(drawn, '#ffffff') < least && share < 1; share += 0.02)
    drawn = mix(color, '#000000', share)
  return drawn
}

/** @param share of the second colour, 0 to 1 */
export function mix(first: string, second: string, share: number): string {
  const [a, b] = [channelsOf(first), channelsOf(second)]
  const at = (index: 0 | 1 | 2): number => Math.round(a[index] * (1 - share) + b[index] * share)
  return hexOf([at(0), at(1), at(2)])
}
