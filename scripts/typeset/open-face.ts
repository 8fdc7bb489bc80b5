/** Each font parsed once per process. */
import { createRequire } from 'node:module'
import type { FontkitFont } from 'fontkit'
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import { filterMarks } from './mark-filtering.ts'

/** Loaded for the first text that needs it, which a page in English seldom has: it costs 60 ms. */
const require = createRequire(import.meta.url)

function create(bytes: Uint8Array): FontkitFont {
  const fontkit: typeof import('fontkit') = require('fontkit')
  return fontkit.create(bytes)
}

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
