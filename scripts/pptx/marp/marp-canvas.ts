/** What the blocks of a Marp slide are drawn with. */
import type { MarpPictures } from '../../marp/marp-pictures.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { ThemeColors } from '../../theme/theme.ts'
import type { Color, Shape } from '../presentation.ts'

export type MarpCanvas = {
  readonly tokens: DeckTokens
  /** Of the theme, for what is drawn as pixels. */
  readonly colors: ThemeColors
  readonly pictures: MarpPictures
  /** Of all text, when the deck asks for one. */
  readonly color: Color | undefined
  /** Light letters on a dark ground: colours that follow the master turn by themselves, others must not be used. */
  readonly isDark: boolean
  /** True sets every paragraph in the middle that asks for nothing else. */
  readonly isCentered: boolean
  /** Where a link of the deck leads in the file; undefined: nowhere that it may. */
  linkOf(href: string): string | undefined
}

/** A block measured at one scale. */
export type Laid = {
  readonly heightPx: number
  /** Pictures and tables may be narrower than their room. */
  draw(at: Spot): readonly Shape[]
}

export type Spot = { readonly x: number; readonly y: number; readonly width: number }
