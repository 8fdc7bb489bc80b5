/**
 * Which of the twelve colours of an Office theme (ECMA-376 Part 1 §20.1.6.2) stands for which of ours, so that whoever
 * changes the colours of the master changes the deck.
 */
import { luminance } from '../../color/contrast.ts'
import type { ThemeColors } from '../../theme/theme.ts'
import type { Color } from '../presentation.ts'

export type ColorScheme = {
  /** `dk1` … `folHlink` → `#rrggbb` */
  readonly slots: ReadonlyMap<string, string>
  /** `bg1` … → slot: which of the dark and the light ones are ground and text. */
  readonly map: Readonly<Record<string, string>>
  schemeOf(color: Color): string | undefined
  hexOf(color: Color): string
}

/** `accent2` is the one to notice, so that the second colour of an institute's template takes its place. */
const ACCENTS: readonly (keyof ThemeColors)[] = [
  'series1',
  'accent',
  'series2',
  'series4',
  'series5',
  'series6',
]

export function makeColorScheme(colors: ThemeColors): ColorScheme {
  const isDark = luminance(colors.paper) < luminance(colors.ink)
  const [text, ground] = isDark ? (['lt', 'dk'] as const) : (['dk', 'lt'] as const)
  const slots = new Map<string, string>([
    ['dk1', isDark ? colors.paper : colors.ink],
    ['lt1', isDark ? colors.ink : colors.paper],
    ['dk2', isDark ? colors.tint : colors.primary],
    ['lt2', isDark ? colors.primary : colors.tint],
    ...ACCENTS.map((name, index): [string, string] => [`accent${index + 1}`, colors[name]]),
    ['hlink', colors.primary],
    ['folHlink', colors.muted],
  ])
  const map: Record<string, string> = {
    bg1: `${ground}1`,
    tx1: `${text}1`,
    bg2: `${ground}2`,
    tx2: `${text}2`,
  }
  for (const name of slots.keys()) if (!/^(?:dk|lt)/.test(name)) map[name] = name
  const hexOf = (color: Color): string => (isName(color, colors) ? colors[color] : color)
  const slotValue = (name: string): string | undefined => slots.get(map[name] ?? '')
  return {
    slots,
    map,
    hexOf,
    schemeOf: (color) => {
      const hex = hexOf(color)
      return SCHEME_ORDER.find((name) => slotValue(name) === hex)
    },
  }
}

/** A colour that stands in two places is meant as the first of these. */
const SCHEME_ORDER = [
  'tx1',
  'bg1',
  'tx2',
  'bg2',
  ...ACCENTS.map((_, index) => `accent${index + 1}`),
]

function isName(color: Color, colors: ThemeColors): color is keyof ThemeColors {
  return Object.hasOwn(colors, color)
}
