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

const SLOTS = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const

/** What new charts and shapes take by themselves, the first of them first. */
const SERIES: readonly (keyof ThemeColors)[] = [
  'series1',
  'accent',
  'series2',
  'series3',
  'series4',
  'series5',
  'series6',
  'primary',
]

/**
 * Six accents, no two alike, as the accent is one of the series in most sets. `accent2` is the one to notice, so that
 * the second colour of an institute's template takes its place.
 */
function accentsOf(colors: ThemeColors): readonly string[] {
  return [...new Set(SERIES.map((name) => colors[name]))].slice(0, 6)
}

export function makeColorScheme(colors: ThemeColors): ColorScheme {
  const isDark = luminance(colors.paper) < luminance(colors.ink)
  const [text, ground] = isDark ? (['lt', 'dk'] as const) : (['dk', 'lt'] as const)
  const accents = accentsOf(colors)
  const slots = new Map<string, string>([
    ['dk1', isDark ? colors.paper : colors.ink],
    ['lt1', isDark ? colors.ink : colors.paper],
    ['dk2', isDark ? colors.tint : colors.primary],
    ['lt2', isDark ? colors.primary : colors.tint],
    ...SLOTS.map((slot, index): [string, string] => [slot, accents[index] ?? colors.accent]),
    ['hlink', colors.primary],
    ['folHlink', colors.muted],
  ])
  const map: Record<string, string> = {
    bg1: `${ground}1`,
    tx1: `${text}1`,
    bg2: `${ground}2`,
    tx2: `${text}2`,
  }
  for (const name of [...SLOTS, 'hlink', 'folHlink']) map[name] = name
  const hexOf = (color: Color): string => (isName(color, colors) ? colors[color] : color)
  const names = namesOf(slots, map)
  return { slots, map, hexOf, schemeOf: (color) => names.get(hexOf(color)) }
}

/** Value of a colour → the first of the names that stand for it. */
function namesOf(
  slots: ReadonlyMap<string, string>,
  map: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const name of SCHEME_ORDER) {
    const value = slots.get(map[name] ?? '')
    if (value !== undefined && !names.has(value)) names.set(value, name)
  }
  return names
}

/** A colour that stands in two places is meant as the first of these. */
const SCHEME_ORDER = ['tx1', 'bg1', 'tx2', 'bg2', ...SLOTS]

function isName(color: Color, colors: ThemeColors): color is keyof ThemeColors {
  return Object.hasOwn(colors, color)
}
