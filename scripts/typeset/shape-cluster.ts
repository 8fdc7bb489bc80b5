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
 * What one glyph is extracted as. A joiner goes with the mark before it, or with the letter behind it, for
 * pdf.js drops one that ends a glyph; marks without a letter before them take all that follows along; a
 * mark that is doubled stays one, for MuPDF drops a character that stands where its like has just stood.
 */
const UNIT = /^\p{M}[\s\S]*|(\p{M})\1+|\p{Mn}[\u200c\u200d]+|[\u200c\u200d]+[\s\S]|[\s\S]/gu

/**
 * The cluster's glyph is extracted as its first letter, and the rest of the characters as empty glyphs
 * without advance around it: pdf.js gives no width to a glyph whose text holds a non-spacing mark, and
 * then sees a gap, that is, a space. `next` is the cluster behind it, for kerning.
 */
export function shapeCluster(
  face: FontFace,
  cluster: string,
  next: string,
): readonly ShapedGlyph[] {
  const units = cluster.match(UNIT) ?? []
  const letter = Math.max(
    0,
    units.findIndex((unit) => !/\p{Mn}/u.test(unit)),
  )
  const joined = joinGlyphs(face, cluster)
  const advance = joined.advance + kerningOf(face, cluster, next)
  return units.map((unit, index) => ({
    ...(index === letter ? { ...joined, advance } : CARRIER),
    codePoints: [...unit].map((character) => character.codePointAt(0) ?? 0),
  }))
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

/** What the pair is narrower by than its two clusters, in em. */
function kerningOf(face: FontFace, cluster: string, next: string): number {
  if (next === '') return 0
  const widthOf = (text: string): number => joinGlyphs(face, text).advance
  return widthOf(cluster + next) - widthOf(cluster) - widthOf(next)
}
