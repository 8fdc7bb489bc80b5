/**
 * A Devanagari cluster as one glyph. Its signs are drawn left of, above and below the letters, out of the
 * order of writing, and every move of the pen for a sign looks like a word space to some reader. One glyph
 * that holds all parts of the cluster leaves neither: PDF readers see a plain row of glyphs.
 */
import type { FontFace } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import type { GlyphPart, ShapedGlyph } from './shaped-glyph.ts'

const ZERO_WIDTH_JOINER = 0x200d

/**
 * The cluster's glyph is extracted as its first letter, and the rest of the characters as empty glyphs
 * without advance behind it: pdf.js gives no width to a glyph whose text holds a non-spacing mark, and
 * then sees a gap, that is, a space.
 */
export function shapeCluster(face: FontFace, cluster: string): readonly ShapedGlyph[] {
  const [first = 0, ...rest] = [...cluster].map((character) => character.codePointAt(0) ?? 0)
  const carrier = carrierOf(face)
  return [
    { ...joinGlyphs(face, cluster), codePoints: [first] },
    ...rest.map((codePoint) => ({ ...carrier, codePoints: [codePoint] })),
  ]
}

function joinGlyphs(face: FontFace, cluster: string): Omit<ShapedGlyph, 'codePoints'> {
  const font = openFace(face)
  const { glyphs, positions } = font.layout(cluster)
  const parts: GlyphPart[] = []
  let pen = 0
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = glyph.advanceWidth, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    parts.push({ id: glyph.id, x: Math.round(pen + xOffset), y: Math.round(yOffset) })
    pen += xAdvance
  }
  const [only] = glyphs
  const isPlain = glyphs.length === 1 && only !== undefined && only.advanceWidth === pen
  const advance = Math.round(pen) / font.unitsPerEm
  return {
    id: parts[0]?.id ?? 0,
    parts: isPlain ? [] : parts,
    defaultAdvance: advance,
    advance,
  }
}

/** The font's zero-width joiner: an empty glyph without advance. */
function carrierOf(face: FontFace): Omit<ShapedGlyph, 'codePoints'> {
  const { id } = openFace(face).glyphForCodePoint(ZERO_WIDTH_JOINER)
  return { id, parts: [], defaultAdvance: 0, advance: 0 }
}
