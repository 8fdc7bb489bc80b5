/** A face cut to some characters, packed for a page. The same characters give the same bytes everywhere. */
import { type FontFace, faceKey, readFontFile } from './faces.ts'
import { openSubsettable, type SubsettableFont } from './harfbuzz-subset.ts'
import { type Packing, packWoff2 } from './woff2.ts'

/** Figures of one width and height: the only features a slide asks for; `theme.css` may not name others. */
const FEATURES = ['tnum', 'lnum']

const opened = new Map<string, SubsettableFont>()

/** `characters` are those that the face has. Takes 1 to 7 ms, tightly packed up to 200. */
export function cutWebFont(
  face: FontFace,
  characters: readonly number[],
  packing: Packing,
): Uint8Array {
  const font = open(face)
  return packWoff2(font.cut({ characters, glyphs: undefined, features: FEATURES }), packing)
}

/** The same with nothing but the glyphs that a text needs: half the bytes of a Devanagari face. */
export function cutToGlyphs(
  face: FontFace,
  characters: readonly number[],
  glyphs: readonly number[],
): Uint8Array {
  const font = open(face)
  return packWoff2(font.cut({ characters, glyphs, features: FEATURES }), 'fast')
}

function open(face: FontFace): SubsettableFont {
  const key = faceKey(face)
  const font = opened.get(key) ?? openSubsettable(readFontFile(face))
  opened.set(key, font)
  return font
}
