/** A glyph of the font at an offset, in font units. */
export type GlyphPart = { readonly id: number; readonly x: number; readonly y: number }

/** Id of a glyph without outline and advance, which every subset can have and no font need offer. */
export const EMPTY_GLYPH = -1

/** One glyph of a shaped run: of the font, or made of several parts. Lengths in em. */
export type ShapedGlyph = {
  /** Of the font; the first part's when there are parts. */
  readonly id: number
  /** Drawn together as one glyph; empty for a glyph of the font itself. */
  readonly parts: readonly GlyphPart[]
  /** The width a PDF reader advances by. */
  readonly defaultAdvance: number
  /** After kerning. */
  readonly advance: number
  /** The characters this glyph is extracted as. */
  readonly codePoints: readonly number[]
}
