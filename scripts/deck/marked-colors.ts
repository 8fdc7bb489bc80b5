/** The band behind stressed lines of a listing, and the colours in which they can be read on it. */
import { contrast } from '../color/contrast.ts'
import { legibleOn, mix } from '../color/legible.ts'
import type { ThemeColors } from '../theme/theme.ts'

export type MarkedColors = {
  /** All `#rrggbb`. */
  readonly ground: string
  readonly ink: string
  readonly muted: string
  readonly primary: string
  readonly accent: string
}

/** A band that is seen beside the other lines, also by a projector that shows dark greys as one. */
const LEAST_BAND = 1.3

export function markedColors({ tint, ink, muted, primary, accent }: ThemeColors): MarkedColors {
  let share = 0
  while (contrast(mix(tint, ink, share), tint) < LEAST_BAND && share < 1) share += 0.01
  const ground = mix(tint, ink, share)
  const legible = (color: string): string => legibleOn(color, [ground])
  return {
    ground,
    ink: legible(ink),
    muted: legible(muted),
    primary: legible(primary),
    accent: legible(accent),
  }
}
