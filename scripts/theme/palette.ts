/**
 * Colours that follow from others, and text that can be read on every ground the style sheets put it on.
 * What is too faint is drawn in the nearest colour that can be read: whoever gave it is told, and the class
 * reads it all the same.
 */
import { contrast, LEAST_CONTRAST, luminance } from '../color/contrast.ts'
import { legibleOn, mix } from '../color/legible.ts'
import { fromOklch, toOklch } from '../color/oklch.ts'
import type { ThemeColors } from './theme.ts'

export type ColorName = keyof ThemeColors

/** Text colours, each with the grounds it stands on, on slides and on paper. */
export const TEXT_GROUNDS = {
  ink: ['paper', 'tint'],
  muted: ['paper', 'tint'],
  primary: ['paper', 'tint'],
  accent: ['paper', 'tint'],
  onPrimary: ['primaryGround'],
  onPrimaryMuted: ['primaryGround'],
  onPrimaryAccent: ['primaryGround'],
} as const satisfies Partial<Record<ColorName, readonly ColorName[]>>

export type TextName = keyof typeof TEXT_GROUNDS

/** A text colour that cannot be read, and what is drawn instead. */
export type FaintColor = {
  readonly name: TextName
  readonly color: string
  readonly ground: ColorName
  readonly groundColor: string
  readonly ratio: number
  readonly drawn: string
}

export type Palette = { readonly colors: ThemeColors; readonly faint: readonly FaintColor[] }

/** The colours that are given over the others; those that follow from a changed one follow it, unless given too. */
export function makePalette(base: ThemeColors, given: Partial<ThemeColors>): Palette {
  const colors = follow(base, given)
  const names = Object.keys(TEXT_GROUNDS) as TextName[]
  const faint = names.flatMap((name) => faintColor(name, colors))
  const drawn = faint.map(({ name, drawn: color }) => [name, color])
  return { colors: { ...colors, ...Object.fromEntries(drawn) }, faint }
}

function follow(base: ThemeColors, given: Partial<ThemeColors>): ThemeColors {
  const colors = { ...base, ...given }
  const has = (...names: readonly ColorName[]): boolean =>
    names.some((name) => colors[name] !== base[name])
  const primaryGround = has('primary', 'paper')
    ? groundOf(colors.primary, colors.paper)
    : base.primaryGround
  const tint = has('primary', 'paper') ? mix(colors.paper, colors.primary, TINT) : base.tint
  const grounded = { ...colors, tint, primaryGround, ...given }
  return hasChanged(grounded, base) ? { ...grounded, ...onGround(grounded), ...given } : grounded
}

const TINT = 0.07

function hasChanged(colors: ThemeColors, base: ThemeColors): boolean {
  return colors.primaryGround !== base.primaryGround || colors.accent !== base.accent
}

/** Dark slides are shown in dark rooms and on bright walls: a ground that lights up the room is drawn deeper. */
const DEEP = 0.42

function groundOf(primary: string, paper: string): string {
  const color = toOklch(primary)
  return isDark(paper) && color.lightness > DEEP
    ? fromOklch({ ...color, lightness: DEEP })
    : primary
}

/** True where white text is easier to read than black. */
export function isDark(color: string): boolean {
  return luminance(color) < 0.179
}

const MUTED = 0.16

function onGround({ primaryGround, accent }: ThemeColors): Partial<ThemeColors> {
  const white = contrast('#ffffff', primaryGround)
  const onPrimary = white >= LEAST_CONTRAST ? '#ffffff' : legibleOn(INK, [primaryGround])
  return {
    onPrimary,
    onPrimaryMuted: legibleOn(mix(onPrimary, primaryGround, MUTED), [primaryGround]),
    onPrimaryAccent: legibleOn(accent, [primaryGround]),
  }
}

/** Where white cannot be read; near enough to black that it can. */
const INK = '#14181f'

function faintColor(name: TextName, colors: ThemeColors): readonly FaintColor[] {
  const grounds: readonly ColorName[] = TEXT_GROUNDS[name]
  const color = colors[name]
  const first = grounds
    .map((ground) => ({ ground, ratio: contrast(color, colors[ground]) }))
    .find(({ ratio }) => ratio < LEAST_CONTRAST)
  if (first === undefined) return []
  const drawn = legibleOn(
    color,
    grounds.map((ground) => colors[ground]),
  )
  return [{ name, color, groundColor: colors[first.ground], drawn, ...first }]
}
