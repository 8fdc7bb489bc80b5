/** Characters of a formula: in a face of KaTeX, or in the page's own font where KaTeX has no glyph. */
import { metricsOf } from '../font/coverage.ts'
import { isDevanagari } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
import { shapeText } from '../font/shape-text.ts'
import { faceOfLook } from './katex-style.ts'
import { type Laid, NOTHING, type Surroundings } from './laid.ts'

const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g
/** Noto looks larger than KaTeX's Computer Modern at one size; katex.css sets the two 1 : 1.21. */
export const FOREIGN_SCALE = 1 / 1.21

export function layoutSymbol(written: string, { look, scale, isColored }: Surroundings): Laid {
  const text = written.replace(ZERO_WIDTH, '')
  if (text === '') return NOTHING
  const face = faceOfLook(look)
  const metrics = metricsOf(face)
  const glyphs = [...text].map((character) => metrics.glyphOf(codeOf(character)))
  const isOurs = glyphs.every((glyph, index) => glyph !== 0 || isSpace(text, index))
  if (!isOurs) return layoutForeign(text, { look, scale, isColored })
  const width = [...text].reduce(
    (sum, character) => sum + metrics.advanceOf(metrics.glyphOf(codeOf(character))),
    0,
  )
  return {
    ...NOTHING,
    width: (width / metrics.unitsPerEm) * scale,
    marks: [{ kind: 'glyphs', face, text, x: 0, y: 0, size: scale, isColored }],
  }
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test([...text][index] ?? '')
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function layoutForeign(
  text: string,
  { look, scale, isColored }: Pick<Surroundings, 'look' | 'scale' | 'isColored'>,
): Laid {
  const weight = look.isBold ? 700 : 400
  const isForeign = isForeignScript(text)
  const size = scale * (isForeign ? FOREIGN_SCALE : 1)
  const width = (isForeign ? shapedWidth(text, weight) : measureText(text, style(weight))) * size
  return {
    ...NOTHING,
    width,
    marks: [{ kind: 'text', text, weight, x: 0, y: 0, size, width, isColored }],
  }
}

function style(weight: 400 | 700) {
  return { stack: 'sans', weight, isItalic: false } as const
}

/** The sum of its letters is a sixth too wide for a word of conjuncts, and the bar of a fraction with it. */
function shapedWidth(text: string, weight: 400 | 700): number {
  return shapeText(text, style(weight)).reduce((sum, { widthEm }) => sum + widthEm, 0)
}

function isForeignScript(text: string): boolean {
  return [...text].some((character) => isDevanagari(codeOf(character)))
}
