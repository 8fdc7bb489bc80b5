/**
 * The fonts this program ships, by family and style. A *stack* is tried in order for every character:
 * the first face that has a glyph draws it, so Hindi, symbols and Latin mix in one line.
 */
export type FontFamily =
  | 'Noto Sans'
  | 'Noto Serif'
  | 'Noto Sans Devanagari'
  | 'Noto Sans Math'
  | 'Noto Sans Symbols 2'

export type FontWeight = 400 | 600 | 700

export type FontFace = {
  readonly family: FontFamily
  readonly weight: FontWeight
  readonly isItalic: boolean
}

export type FontStack = 'sans' | 'serif'
