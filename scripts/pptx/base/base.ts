/** What slides stand on: masters, layouts and theme, our own or those of an institute's template. */

import type { ThemeColors } from '../../theme/theme.ts'
import type { Box, Color, LayoutName, PlaceholderRole } from '../presentation.ts'
import type { Part } from '../write/package.ts'

export type PlaceholderPlan = {
  readonly role: PlaceholderRole
  /** `type` of `<p:ph>` (ECMA-376 Part 1 §19.7.10); empty for an object placeholder, which holds any content. */
  readonly type: string
  readonly index: number | undefined
  readonly box: Box
  /** Of its text at the first level. */
  readonly sizePx: number
  readonly isStrong?: boolean
  /** Of an institute's: how its text is set. Left out: by the tokens of the deck, without insets. */
  readonly look?: TextLook
  /** The layout has no such placeholder: its text stands in a text box there. */
  readonly isFree?: true
}

/** How a placeholder of an institute's layout sets text. */
export type TextLook = {
  /** The first three. */
  readonly levels: readonly LevelLook[]
  /** Between the box and its text, in px. */
  readonly insets: {
    readonly left: number
    readonly top: number
    readonly right: number
    readonly bottom: number
  }
}

export type LevelLook = {
  readonly sizePx: number
  /** Of the font's own line, 1 for single spacing. */
  readonly lineShare: number
  /** From the inset to the text. */
  readonly indentPx: number
  readonly isCapital: boolean
}

export type LayoutPlan = {
  /** As the file writes it. */
  readonly name: string
  /** `ppt/slideLayouts/slideLayout2.xml` */
  readonly part: string
  readonly placeholders: readonly PlaceholderPlan[]
}

export type Base = {
  readonly widthPx: number
  readonly heightPx: number
  readonly layouts: Readonly<Record<LayoutName, LayoutPlan>>
  /** Masters, layouts, themes, their pictures and the relationships of each, ready for the package. */
  readonly parts: readonly Part[]
  /** Parts that presentation.xml names: `ppt/slideMasters/slideMaster1.xml`, with the ids of the masters. */
  readonly masters: readonly { readonly part: string; readonly id: number }[]
  /** Notes pages need it. */
  readonly notesMaster: string
  readonly theme: string
  /** `<p:defaultTextStyle>` of presentation.xml: text of no placeholder; empty: none. */
  readonly defaultTextStyle: string
  /** What presentation.xml takes over from an institute's. */
  readonly extras?: BaseExtras
  /** `<a:schemeClr val>` of a colour that the theme of the file has a place for; undefined: written as `#rrggbb`. */
  schemeOf(color: Color): string | undefined
  /** `#rrggbb` of a colour by name. */
  hexOf(color: Color): string
}

export type BaseExtras = {
  /** For what is drawn in colours and not in names of them. */
  readonly colors: ThemeColors
  readonly notesSize: { readonly widthPx: number; readonly heightPx: number } | undefined
  readonly handoutMaster: string | undefined
  /** Its gallery, with ours in it. */
  readonly tableStyles: string | undefined
  readonly fonts: readonly EmbeddedFont[]
}

export type EmbeddedFont = {
  /** Attributes of `<p:font>`. */
  readonly font: Readonly<Record<string, string>>
  /** `regular`, `bold`, `italic`, `boldItalic`, each with its part. */
  readonly faces: readonly (readonly [string, string])[]
}
