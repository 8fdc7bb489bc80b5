/**
 * The fonts a web page carries, as `@font-face` rules with data inside: one file per face, cut to the characters
 * of the page and to what its language uses everywhere (base-characters.ts).
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BASE_FACES, baseCharactersOf, DEVANAGARI_HELPERS } from './base-characters.ts'
import { faceFor, isInvisible, mainFace, metricsOf } from './coverage.ts'
import type { cutWebFont } from './cut-web-font.ts'
import { type FontFace, type FontWeight, faceKey, isDevanagari, type TextStyle } from './faces.ts'
import { type PageSource, pageCharacters } from './page-characters.ts'

export type FontUse = PageSource & {
  readonly lang: 'en' | 'hi'
  readonly hasItalic: boolean
  /** Serif in text sizes; the serif bold of titles is always there. */
  readonly hasSerifText: boolean
  /** True sets also that in italic. */
  readonly hasSerifItalic?: boolean
  /** True for a page that would be too heavy: of Devanagari only the glyphs that its words show. */
  readonly isLean?: boolean
  /** Characters of faces that stand in no stack of running text: formulas, listings. */
  readonly faceTexts?: readonly FaceText[]
}

export type FaceText = { readonly face: FontFace; readonly text: string }

/** CSS for exactly the files this page needs; the same page gives the same bytes. */
export async function webFontCss(use: FontUse): Promise<string> {
  const rules: string[] = []
  const faces = facesOf(use)
  const lean = use.isLean === true ? await leanFiles(faces, use.html) : undefined
  for (const cutFace of [...faces, ...ownFacesOf(use)]) {
    const data = lean?.get(cutFace.face) ?? (await dataOf(cutFace.face, cutFace.characters))
    rules.push(faceRule(cutFace, data))
  }
  return rules.join('\n')
}

const SANS_STYLES: Readonly<Record<FontUse['lang'], readonly TextStyle[]>> = {
  en: [sans(400), sans(600), sans(700)],
  // Devanagari comes in two weights, upright, without serif; its pages ask for no more in Latin either.
  hi: [sans(400), sans(700)],
}

function sans(weight: FontWeight): TextStyle {
  return { stack: 'sans', weight, isItalic: false }
}

function stylesOf(use: FontUse): readonly TextStyle[] {
  const styles = [...SANS_STYLES[use.lang]]
  if (use.lang === 'hi') return styles
  styles.push({ stack: 'serif', weight: 700, isItalic: false })
  if (use.hasItalic) styles.push({ stack: 'sans', weight: 400, isItalic: true })
  if (use.hasSerifText) styles.push({ stack: 'serif', weight: 400, isItalic: false })
  if (use.hasSerifItalic) styles.push({ stack: 'serif', weight: 400, isItalic: true })
  return styles
}

type CutFace = { readonly face: FontFace; readonly characters: readonly number[] }

/** Semibold of a stray Hindi word is drawn bold: its own file would weigh 30 kB. */
const DEVANAGARI_FACES = BASE_FACES.filter(({ family }) => family === 'Noto Sans Devanagari')

/** The faces of the page's styles with their base, then each further character in the face that draws it. */
function facesOf(use: FontUse): readonly CutFace[] {
  const styles = stylesOf(use)
  const characters = charactersOf(use)
  const sets = new Map<FontFace, Set<number>>(
    styles.map(mainFace).map((face) => [face, new Set(baseCharactersOf(face))]),
  )
  if (characters.some(isDevanagari))
    for (const face of DEVANAGARI_FACES) sets.set(face, new Set(devanagariOf(face, use)))
  for (const character of characters)
    for (const face of facesFor(character, styles)) {
      const set = sets.get(face) ?? new Set()
      sets.set(face, set.add(character))
    }
  return [...sets].map(([face, set]) => ({ face, characters: [...set].sort((a, b) => a - b) }))
}

/** Cut to those of the characters that the face has. */
function ownFacesOf({ faceTexts = [] }: FontUse): readonly CutFace[] {
  return faceTexts.flatMap(({ face, text }) => {
    const { glyphOf } = metricsOf(face)
    const codes = [...new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0))]
    const characters = codes.filter((code) => glyphOf(code) !== 0).sort((a, b) => a - b)
    return characters.length === 0 ? [] : [{ face, characters }]
  })
}

function charactersOf(use: FontUse): readonly number[] {
  return pageCharacters(use).filter((character) => !isIgnorable(character))
}

/** Drawn by no font; of spaces, each is cut like a letter, so that none falls to another font. */
function isIgnorable(codePoint: number): boolean {
  if (codePoint < 0xa0) return true
  return isInvisible(codePoint) && !/\p{Zs}/u.test(String.fromCodePoint(codePoint))
}

/** In a page of another language, or a heavy one, only the letters that stand there. */
function devanagariOf(face: FontFace, { lang, isLean }: FontUse): readonly number[] {
  return lang === 'hi' && isLean !== true ? baseCharactersOf(face) : DEVANAGARI_HELPERS
}

/** Of every style the face that draws the character; none when no font of ours has it. */
function facesFor(character: number, styles: readonly TextStyle[]): readonly FontFace[] {
  if (isDevanagari(character))
    return DEVANAGARI_FACES.filter((face) => metricsOf(face).glyphOf(character) !== 0)
  return styles.flatMap((style) => faceFor(character, style) ?? [])
}

/** Of the Devanagari faces, in base64, what the words of the page show. */
async function leanFiles(
  faces: readonly CutFace[],
  html: string,
): Promise<ReadonlyMap<FontFace, string>> {
  const ours = faces.filter(({ face }) => DEVANAGARI_FACES.includes(face))
  const [first] = ours
  if (first === undefined) return new Map()
  const { cutToGlyphs } = await import('./cut-web-font.ts')
  const { glyphsOfDevanagari } = await import('./devanagari-glyphs.ts')
  // Letters of two elements side by side may be shaped as one word.
  const glyphs = glyphsOfDevanagari([html, html.replace(/<[^>]*>/g, '')], first.characters)
  return new Map(
    ours.map(({ face, characters }) => {
      const file = cutToGlyphs(face, characters, glyphs)
      return [face, Buffer.from(file).toString('base64')]
    }),
  )
}

const packed = new Map<string, string>()
/** Decks of a shelf mostly need the same few characters. */
const MAX_PACKED = 200

/** The file in base64: the one cut with the program, or one of its own. */
async function dataOf(face: FontFace, characters: readonly number[]): Promise<string> {
  const isBase = String(characters) === String(baseCharactersOf(face))
  const key = `${faceKey(face)} ${isBase ? '' : characters}`
  const known = packed.get(key)
  if (known !== undefined) return known
  const file = isBase ? await baseFile(face) : await cut(face, characters, 'fast')
  if (packed.size >= MAX_PACKED) packed.clear()
  const data = Buffer.from(file).toString('base64')
  packed.set(key, data)
  return data
}

/** Written by bundle.ts; a program that runs uncompiled cuts them anew. */
async function baseFile(face: FontFace): Promise<Uint8Array> {
  const path = fileURLToPath(new URL(`fonts/${faceKey(face)}.woff2`, import.meta.url))
  return existsSync(path) ? readFileSync(path) : cut(face, baseCharactersOf(face), 'tight')
}

async function cut(...args: Parameters<typeof cutWebFont>): Promise<Uint8Array> {
  const { cutWebFont } = await import('./cut-web-font.ts')
  return cutWebFont(...args)
}

function faceRule({ face, characters }: CutFace, data: string): string {
  const style = face.isItalic ? 'font-style:italic;' : ''
  const source = `url(data:font/woff2;base64,${data}) format('woff2')`
  const range = toUnicodeRange(characters)
  return `@font-face{font-family:'${face.family}';${style}font-weight:${weightRange(face)};src:${source};unicode-range:${range}}`
}

/** Families with one weight serve all; elsewhere nothing is made bold by smearing. */
function weightRange({ family, weight }: FontFace): string {
  return family === 'Noto Sans Math' || family === 'Noto Sans Symbols 2'
    ? '100 900'
    : String(weight)
}

/** `characters` in rising order. */
function toUnicodeRange(characters: readonly number[]): string {
  const ranges: string[] = []
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase()
  for (let index = 0; index < characters.length; ) {
    const first = characters[index] ?? 0
    let last = first
    while (characters[++index] === last + 1) last += 1
    ranges.push(first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)
  }
  return ranges.join(',')
}
