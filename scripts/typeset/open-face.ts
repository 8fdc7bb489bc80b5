/** Each font parsed once per process. */
import { create, type FontkitFont } from 'fontkit'
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import { filterMarks } from './mark-filtering.ts'

const fonts = new Map<string, FontkitFont>()

export function openFace(face: FontFace): FontkitFont {
  const key = faceKey(face)
  const known = fonts.get(key)
  if (known !== undefined) return known
  const font = create(readFontFile(face))
  filterMarks(font)
  fonts.set(key, font)
  return font
}
