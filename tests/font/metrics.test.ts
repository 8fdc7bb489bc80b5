/** Our own reader of font files against fontkit, which reads the whole of OpenType. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { create, type FontkitFont } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { faceFor, hasGlyph, isInvisible, metricsOf } from '../../scripts/font/coverage.ts'
import {
  type FontFace,
  faceKey,
  isDevanagari,
  readFontFile,
  type TextStyle,
} from '../../scripts/font/faces.ts'
import { measureText } from '../../scripts/font/measure-text.ts'
import { rootDir } from '../run-lectern.ts'

const FACES: readonly FontFace[] = [
  { family: 'Noto Sans', weight: 400, isItalic: false },
  { family: 'Noto Sans', weight: 700, isItalic: true },
  { family: 'Noto Serif', weight: 600, isItalic: false },
  { family: 'Noto Sans Devanagari', weight: 400, isItalic: false },
  { family: 'Noto Sans Devanagari', weight: 700, isItalic: false },
  { family: 'Noto Sans Math', weight: 400, isItalic: false },
  { family: 'Noto Sans Symbols 2', weight: 400, isItalic: false },
]

const SANS: TextStyle = { stack: 'sans', weight: 400, isItalic: false }

/** More of fontkit than scripts/typeset declares, because only this test needs it. */
type WholeFont = FontkitFont & {
  readonly characterSet: readonly number[]
  glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number }
}

function openFont(face: FontFace): WholeFont {
  // fontkit gives the whole font; the declared type is the part that the program uses.
  return create(readFontFile(face)) as WholeFont
}

describe.each(FACES.map((face) => [faceKey(face), face] as const))('%s', (_, face) => {
  const font = openFont(face)
  const metrics = metricsOf(face)

  it('has the glyph and the width that fontkit finds, for every character there is', () => {
    expect(metrics.unitsPerEm).toBe(font.unitsPerEm)
    const covered = new Set(font.characterSet)
    const wrong: string[] = []
    for (let codePoint = 0; codePoint <= 0x1ffff; codePoint++) {
      const glyph = metrics.glyphOf(codePoint)
      if ((glyph !== 0) !== covered.has(codePoint)) wrong.push(codePoint.toString(16))
      if (glyph === 0 || codePoint % 7 !== 0) continue
      const known = font.glyphForCodePoint(codePoint)
      if (known.id !== glyph || known.advanceWidth !== metrics.advanceOf(glyph))
        wrong.push(`${codePoint.toString(16)}: ${glyph}, fontkit ${known.id}`)
    }
    expect(wrong).toEqual([])
  })
})

/** Lines as they are set: every sentence of the topics in `content/`. */
function linesOf(isHindi: boolean): readonly string[] {
  return readdirSync(join(rootDir, 'content'))
    .filter((name) => name.endsWith('.md') && name.endsWith('.hi.md') === isHindi)
    .flatMap((name) => readFileSync(join(rootDir, 'content', name), 'utf8').split('\n'))
    .map((line) => line.replace(/[{}[\]*]|@[\w-]+/g, '').trim())
    .filter((line) => [...line].length > 25)
    .filter((line) =>
      [...line].every((character) => hasGlyph(character.codePointAt(0) ?? 0, 'sans')),
    )
}

function isMostlyDevanagari(line: string): boolean {
  const characters = [...line]
  const count = characters.filter((c) => isDevanagari(c.codePointAt(0) ?? 0)).length
  return count > characters.length / 2
}

/** Runs of one face, each shaped by fontkit, in em. */
function shapedWidth(text: string, style: TextStyle): number {
  const runs: { face: FontFace; text: string }[] = []
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const face =
      isInvisible(codePoint) && last !== undefined ? last.face : faceFor(codePoint, style)
    if (face === undefined) throw new Error(`no face for ${character}`)
    if (last !== undefined && faceKey(last.face) === faceKey(face)) last.text += character
    else runs.push({ face, text: character })
  }
  return runs.reduce((sum, run) => sum + shape(run.face, run.text), 0)
}

const fonts = new Map<string, WholeFont>()

function shape(face: FontFace, text: string): number {
  const key = faceKey(face)
  const font = fonts.get(key) ?? openFont(face)
  fonts.set(key, font)
  const { positions } = font.layout(text)
  return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) / font.unitsPerEm
}

function charactersFrom(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}

describe('measureText', () => {
  it('is within one percent of the shaped width for every English line of content/', () => {
    const lines = linesOf(false)
    expect(lines.length).toBeGreaterThan(100)
    for (const style of [SANS, { ...SANS, weight: 700 }] as const)
      for (const line of lines) {
        const shaped = shapedWidth(line, style)
        const isWithin = Math.abs(measureText(line, style) / shaped - 1) <= 0.01
        expect([line, isWithin]).toEqual([line, true])
      }
  })

  it('is never narrower than the shaped width for a Hindi line of content/, and on average at most 12 % wider', () => {
    const lines = linesOf(true).filter(isMostlyDevanagari)
    expect(lines.length).toBeGreaterThan(50)
    const ratios = lines.map((line) => measureText(line, SANS) / shapedWidth(line, SANS))
    for (const [index, ratio] of ratios.entries())
      expect([lines[index], ratio > 0.995 && ratio < 1.25]).toEqual([lines[index], true])
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeLessThan(1.12)
  })

  it('is never narrower than any Devanagari letter with any sign or letter joined to it', () => {
    const letters = charactersFrom(0x915, 0x939)
    const signs = ['', ...charactersFrom(0x93e, 0x94d), ...charactersFrom(0x901, 0x903)]
    const joined = [...signs, ...letters.map((letter) => `\u094d${letter}`)]
    for (const style of [SANS, { ...SANS, weight: 700 }] as const)
      for (const text of letters.flatMap((letter) => joined.map((sign) => `${letter}${sign}`)))
        if (measureText(text, style) < shapedWidth(text, style) - 0.001)
          expect.soft(text).toBe(`narrower than it is drawn in ${style.weight}`)
  })

  it('adds up: a text is as wide as its parts', () => {
    for (const line of linesOf(false).slice(0, 20)) {
      const half = Math.floor(line.length / 2)
      const parts = measureText(line.slice(0, half), SANS) + measureText(line.slice(half), SANS)
      expect(measureText(line, SANS)).toBeCloseTo(parts, 6)
    }
  })

  it('gives a width to what no font has, and none to nothing', () => {
    expect(measureText('', SANS)).toBe(0)
    expect(measureText('田', SANS)).toBeGreaterThan(0)
    expect(measureText('\ud800', SANS)).toBeGreaterThan(0)
  })
})

describe('faceFor', () => {
  it('draws Devanagari by its own family and the figures beside it by the Latin one', () => {
    expect(faceFor('क'.codePointAt(0) ?? 0, SANS)?.family).toBe('Noto Sans Devanagari')
    expect(faceFor('।'.codePointAt(0) ?? 0, SANS)?.family).toBe('Noto Sans Devanagari')
    expect(faceFor('5'.codePointAt(0) ?? 0, SANS)?.family).toBe('Noto Sans')
  })

  it('has every character of the topics in content/', () => {
    for (const name of readdirSync(join(rootDir, 'content'))) {
      const text = readFileSync(join(rootDir, 'content', name), 'utf8')
      const missing = [...new Set(text)].filter((c) => !hasGlyph(c.codePointAt(0) ?? 0, 'sans'))
      expect([name, missing]).toEqual([name, []])
    }
  })

  it('says of Chinese and of emoji that no font has them', () => {
    for (const character of ['田', '한', '👾', '😀'])
      expect(hasGlyph(character.codePointAt(0) ?? 0, 'sans')).toBe(false)
  })

  it('prefers an upright where a family has no italic', () => {
    const italic = { stack: 'sans', weight: 700, isItalic: true } as const
    expect(faceFor('क'.codePointAt(0) ?? 0, italic)).toEqual({
      family: 'Noto Sans Devanagari',
      weight: 700,
      isItalic: false,
    })
    expect(faceFor('a'.codePointAt(0) ?? 0, italic)?.isItalic).toBe(true)
  })
})
