/** A line of text as glyphs with their places, for who draws it without a browser. */
import { faceFor, mainFace, metricsOf } from './coverage.ts'
import { type FontFace, faceKey, isDevanagari, readFontFile, type TextStyle } from './faces.ts'
import { openShaper, type PlacedText, type Shaper } from './harfbuzz-shape.ts'

/** Glyphs of one face; the width in em, places in units of the font. */
export type ShapedStretch = PlacedText & { readonly face: FontFace; readonly widthEm: number }

/** Devanagari as HarfBuzz shapes it, other letters side by side without kerning. */
export function shapeText(text: string, style: TextStyle): readonly ShapedStretch[] {
  return stretchesByFace(text, style).map(({ face, letters }) => {
    const isIndic = [...letters].some((letter) => isDevanagari(letter.codePointAt(0) ?? 0))
    const placed = isIndic ? shaperOf(face).place(letters) : placeByAdvance(face, letters)
    return { face, ...placed, widthEm: placed.width / metricsOf(face).unitsPerEm }
  })
}

/** Neither kerning nor ligatures. */
export function placeByAdvance(face: FontFace, text: string): PlacedText {
  const { glyphOf, advanceOf } = metricsOf(face)
  let width = 0
  const glyphs = Array.from(text, (character) => {
    const id = glyphOf(character.codePointAt(0) ?? 0)
    const glyph = { id, x: width, y: 0 }
    width += advanceOf(id)
    return glyph
  })
  return { glyphs, width }
}

/** What no font has, spaces and joiners go with what stands before. */
function stretchesByFace(text: string, style: TextStyle) {
  const stretches: { readonly face: FontFace; letters: string }[] = []
  for (const character of text) {
    const last = stretches.at(-1)
    const own = /[\s\u200c\u200d]/u.test(character)
      ? last?.face
      : faceFor(character.codePointAt(0) ?? 0, style)
    const face = own ?? last?.face ?? mainFace(style)
    if (last?.face === face) last.letters += character
    else stretches.push({ face, letters: character })
  }
  return stretches
}

const shapers = new Map<string, Shaper>()

function shaperOf(face: FontFace): Shaper {
  const key = faceKey(face)
  const known = shapers.get(key) ?? openShaper(readFontFile(face))
  shapers.set(key, known)
  return known
}
