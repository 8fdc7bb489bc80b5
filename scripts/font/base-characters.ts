/**
 * What nearly every page shows of a script. A font is cut to at least these, so that all decks share one cut,
 * which is made with the program: 60 bytes for a letter that a deck does not use, against the 30 ms that loading
 * the subsetter takes. Any further character makes a cut of its own.
 */
import { metricsOf } from './coverage.ts'
import { type FontFace, nearestFace } from './faces.ts'

/** ASCII, and the signs of typeset English and Hindi. */
const LATIN = [
  ...range(0x20, 0x7e),
  ...codePoints('\u00a0\u00ad§°±²³·¹×÷½\u2009\u2010–—‘’“”•…\u200b\u202f€₹−'),
]

/**
 * What joins and parts Devanagari letters, and what a sign that stands alone is set on: a space or a circle. A browser
 * takes both from one font, or from some other font that has both.
 */
export const DEVANAGARI_HELPERS: readonly number[] = [0x20, 0xa0, 0x200c, 0x200d, 0x25cc]

/** The letters of Hindi with nukta, signs, digits and danda. */
const HINDI = [
  ...DEVANAGARI_HELPERS,
  ...range(0x0901, 0x0903),
  ...range(0x0905, 0x090b),
  0x090d,
  ...range(0x090f, 0x0911),
  ...range(0x0913, 0x0928),
  ...range(0x092a, 0x0930),
  0x0932,
  ...range(0x0935, 0x0939),
  ...range(0x093c, 0x0943),
  0x0945,
  ...range(0x0947, 0x0949),
  ...range(0x094b, 0x094d),
  0x0950,
  ...range(0x0958, 0x095e),
  ...range(0x0964, 0x0970),
]

/** The faces that pages of one language set their text in, all of which are cut beforehand. */
export const BASE_FACES: readonly FontFace[] = [
  nearestFace('Noto Sans', { stack: 'sans', weight: 400, isItalic: false }),
  nearestFace('Noto Sans', { stack: 'sans', weight: 400, isItalic: true }),
  nearestFace('Noto Sans', { stack: 'sans', weight: 600, isItalic: false }),
  nearestFace('Noto Sans', { stack: 'sans', weight: 700, isItalic: false }),
  nearestFace('Noto Serif', { stack: 'serif', weight: 400, isItalic: false }),
  nearestFace('Noto Serif', { stack: 'serif', weight: 400, isItalic: true }),
  nearestFace('Noto Serif', { stack: 'serif', weight: 700, isItalic: false }),
  nearestFace('Noto Sans Devanagari', { stack: 'sans', weight: 400, isItalic: false }),
  nearestFace('Noto Sans Devanagari', { stack: 'sans', weight: 700, isItalic: false }),
]

const baseOfFace = new Map<FontFace, readonly number[]>()

/** Sorted; empty for a family that only lends single signs. */
export function baseCharactersOf(face: FontFace): readonly number[] {
  const known = baseOfFace.get(face)
  if (known !== undefined) return known
  const { glyphOf } = metricsOf(face)
  const base = baseOf(face)
    .filter((character) => glyphOf(character) !== 0)
    .sort((a, b) => a - b)
  baseOfFace.set(face, base)
  return base
}

function baseOf({ family }: FontFace): readonly number[] {
  if (family === 'Noto Sans Devanagari') return HINDI
  return family === 'Noto Sans' || family === 'Noto Serif' ? LATIN : []
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function codePoints(text: string): readonly number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0).sort((a, b) => a - b)
}
