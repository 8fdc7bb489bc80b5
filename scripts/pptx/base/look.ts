/** What the parts of our own base are made of. */
import type { Theme } from '../../theme/theme.ts'
import type { LayoutName } from '../presentation.ts'
import type { LayoutPlan } from './base.ts'
import type { ColorScheme } from './color-scheme.ts'
import type { FootTexts } from './prompts.ts'

export type Look = {
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  readonly scheme: ColorScheme
  readonly layouts: Readonly<Record<LayoutName, LayoutPlan>>
  readonly foot: FootTexts
}

export const FONTS = {
  sans: 'Noto Sans',
  serif: 'Noto Serif',
  mono: 'Noto Sans Mono',
  devanagari: 'Noto Sans Devanagari',
} as const

/** Ascent and descent of Noto Sans, Serif and Mono in em (their `hhea` tables): a line of 100 %. */
export const NATURAL_LINE = 1.362

/** `<a:spcPct val>` (thousandths of a percent) of a line height. */
export function lineShare(linePx: number, sizePx: number): number {
  return Math.round((linePx / (sizePx * NATURAL_LINE)) * 100_000)
}
