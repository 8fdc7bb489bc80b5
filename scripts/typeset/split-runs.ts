/** Text → runs of one font face each, by script and by which face has the glyph. */
import { faceFor, isInvisible, mainFace } from '../font/coverage.ts'
import { type FontFace, faceKey, isDevanagari, type TextStyle } from '../font/faces.ts'

export type FontRun = { readonly face: FontFace; readonly text: string }

/** A character that no font of the stack draws: the reader should have reported it with its place. */
export class MissingGlyphError extends Error {
  readonly character: string

  constructor(character: string, style: TextStyle) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    super(`no ${style.stack} font has a glyph for “${character}” (U+${code})`)
    this.name = 'MissingGlyphError'
    this.character = character
  }
}

const ZERO_WIDTH_JOINERS = /[\u200c\u200d]/u

/**
 * Runs of a word (no breaking spaces inside). Invisible characters draw nothing and are dropped, except
 * joiners between Devanagari letters, which choose the form of a conjunct.
 */
export function splitRuns(word: string, style: TextStyle): readonly FontRun[] {
  const runs: { face: FontFace; key: string; text: string }[] = []
  for (const character of word) {
    const last = runs.at(-1)
    const face = faceOf(character, style, last?.face)
    if (face === undefined) continue
    const key = faceKey(face)
    if (last !== undefined && last.key === key) last.text += character
    else runs.push({ face, key, text: character })
  }
  return runs
}

function faceOf(
  character: string,
  style: TextStyle,
  lastFace: FontFace | undefined,
): FontFace | undefined {
  const codePoint = character.codePointAt(0) ?? 0
  if (isInvisible(codePoint)) return faceOfInvisible(character, style, lastFace)
  const face = faceFor(codePoint, style)
  if (face === undefined) throw new MissingGlyphError(character, style)
  return face
}

function faceOfInvisible(
  character: string,
  style: TextStyle,
  lastFace: FontFace | undefined,
): FontFace | undefined {
  if (ZERO_WIDTH_JOINERS.test(character)) {
    return lastFace?.family === 'Noto Sans Devanagari' ? lastFace : undefined
  }
  const codePoint = character.codePointAt(0) ?? 0
  const isWide = (codePoint >= 0x2000 && codePoint <= 0x200a) || codePoint === 0x202f
  if (!isWide) return undefined
  // Fixed spaces such as the thin space are glyphs of the Latin face; without one, nothing is drawn.
  return faceFor(codePoint, style) ?? mainFace(style)
}

/** True when the text has a letter that needs the Devanagari shaper. */
export function hasDevanagari(text: string): boolean {
  for (const character of text) if (isDevanagari(character.codePointAt(0) ?? 0)) return true
  return false
}
