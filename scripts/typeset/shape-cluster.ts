/**
 * A Devanagari cluster as one glyph. Its signs are drawn left of, above and below the letters, out of the
 * order of writing, and every move of the pen for a sign looks like a word space to some reader. One glyph
 * that holds all parts of the cluster leaves neither: PDF readers see a plain row of glyphs.
 */
import type { FontFace } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import { EMPTY_GLYPH, type GlyphPart, type ShapedGlyph } from './shaped-glyph.ts'

/** Noto's own joiner has zero advance too, but an outline: it shows itself. */
const CARRIER = { id: EMPTY_GLYPH, parts: [], defaultAdvance: 0, advance: 0 } as const

/**
 * The cluster's glyph is extracted as its first letter, and the rest of the characters as empty glyphs
 * without advance behind it: pdf.js gives no width to a glyph whose text holds a non-spacing mark, and
 * then sees a gap, that is, a space.
 */
export function shapeCluster(face: FontFace, cluster: string): readonly ShapedGlyph[] {
  const [first = 0, ...rest] = [...cluster].map((character) => character.codePointAt(0) ?? 0)
  return [
    { ...joinGlyphs(face, cluster), codePoints: [first] },
    ...rest.map((codePoint) => ({ ...CARRIER, codePoints: [codePoint] })),
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
