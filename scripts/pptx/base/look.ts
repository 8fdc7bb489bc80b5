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

/**
 * A line of 100 % in em, whatever the font: PowerPoint's own PDF files measured with a dozen faces, of which Meiryo says
 * 1.6 of itself (github.com/developer0hye/office2pdf/issues/1071, openooxml/betteroffice/pull/730), and LibreOffice.
 */
const SINGLE_LINE_EM = 1.2

/** `<a:spcPct val>` (thousandths of a percent) of a line height. */
export function lineShare(linePx: number, sizePx: number, singleEm = SINGLE_LINE_EM): number {
  return Math.round((linePx / (sizePx * singleEm)) * 100_000)
}
