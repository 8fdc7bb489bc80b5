/**
 * The fonts a web page carries, as `@font-face` rules with data inside. Latin and Devanagari come as the
 * files cut beforehand by Fontsource; any other character is cut from the `.ttf` of the face that covers
 * it, so that a ₹ or → weighs one kilobyte and not a font.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { faceFor, isInvisible } from './coverage.ts'
import {
  type FontFace,
  type FontFamily,
  type FontWeight,
  faceKey,
  isDevanagari,
  readFontFile,
  type TextStyle,
} from './faces.ts'

export type FontUse = {
  /** Everything the page shows; markup among it does no harm. */
  readonly text: string
  readonly lang: 'en' | 'hi'
  readonly hasItalic: boolean
  /** Serif in text sizes; the serif bold of titles is always there. */
  readonly hasSerifText: boolean
}

/** What the files named `latin` really draw: Google's own list names more than the fonts have. */
const LATIN_RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x300, 0x301],
  [0x303, 0x304],
  [0x308, 0x309],
  [0x323, 0x323],
  [0x329, 0x329],
  [0x2002, 0x2002],
  [0x2009, 0x2009],
  [0x200b, 0x200b],
  [0x2013, 0x2014],
  [0x2018, 0x201a],
  [0x201c, 0x201e],
  [0x2022, 0x2022],
  [0x2026, 0x2026],
  [0x2032, 0x2033],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
]

const LATIN_RANGE_CSS = toUnicodeRange(LATIN_RANGES)
const DEVANAGARI_RANGE_CSS = 'U+900-97F,U+1CD0-1CFF,U+200C-200D,U+25CC,U+A8E0-A8FF,U+11B00-11B5F'

/** Semibold of a stray Hindi word is drawn bold: its own file would weigh 72 kB. */
const DEVANAGARI_WEIGHTS: readonly FontWeight[] = [400, 700]

type WebFile = {
  readonly family: FontFamily
  readonly path: string
  readonly weight: FontWeight
  readonly isItalic: boolean
  readonly range: string
}

/** CSS for exactly the files this text needs; the same text gives the same bytes. */
export async function webFontCss(use: FontUse): Promise<string> {
  const characters = charactersOf(use.text)
  const styles = stylesOf(use)
  const files = styles.map(latinFile)
  if (characters.some(isDevanagari)) files.push(...DEVANAGARI_WEIGHTS.map(devanagariFile))
  const rules = files.map((file) =>
    faceRule(file, { data: readBase64(file.path), format: 'woff2' }),
  )
  const extras = await extraRules(characters.filter(isOutsideFiles), styles)
  return [...rules, ...extras].join('\n')
}

function charactersOf(text: string): readonly number[] {
  const found = new Set<number>()
  for (const character of text) found.add(character.codePointAt(0) ?? 0)
  return [...found].sort((a, b) => a - b)
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
  return styles
}

function latinFile({ stack, weight, isItalic }: TextStyle): WebFile {
  const name = stack === 'sans' ? 'noto-sans' : 'noto-serif'
  const style = isItalic ? 'italic' : 'normal'
  return {
    family: stack === 'sans' ? 'Noto Sans' : 'Noto Serif',
    path: `@fontsource/${name}/files/${name}-latin-${weight}-${style}.woff2`,
    weight,
    isItalic,
    range: LATIN_RANGE_CSS,
  }
}

function devanagariFile(weight: FontWeight): WebFile {
  const name = 'noto-sans-devanagari'
  return {
    family: 'Noto Sans Devanagari',
    path: `@fontsource/${name}/files/${name}-devanagari-${weight}-normal.woff2`,
    weight,
    isItalic: false,
    range: DEVANAGARI_RANGE_CSS,
  }
}

const require = createRequire(import.meta.url)
const base64OfFile = new Map<string, string>()

function readBase64(path: string): string {
  const known = base64OfFile.get(path)
  if (known !== undefined) return known
  const data = readFileSync(require.resolve(path)).toString('base64')
  base64OfFile.set(path, data)
  return data
}

function isOutsideFiles(codePoint: number): boolean {
  if (codePoint < 0x20 || isIgnorable(codePoint) || isDevanagari(codePoint)) return false
  return !LATIN_RANGES.some(([first, last]) => codePoint >= first && codePoint <= last)
}

/** Drawn by no font; spaces that the files lack are cut like letters, so that none falls to another font. */
function isIgnorable(codePoint: number): boolean {
  return isInvisible(codePoint) && !/\p{Zs}/u.test(String.fromCodePoint(codePoint))
}

/** Characters of the other faces, by face; the same character in every weight the page uses. */
async function extraRules(
  characters: readonly number[],
  styles: readonly TextStyle[],
): Promise<readonly string[]> {
  const wanted = new Map<string, { readonly face: FontFace; readonly characters: number[] }>()
  for (const style of styles)
    for (const character of characters) {
      const face = faceFor(character, style)
      if (face === undefined) continue
      const entry = wanted.get(faceKey(face)) ?? { face, characters: [] }
      if (!entry.characters.includes(character)) entry.characters.push(character)
      wanted.set(faceKey(face), entry)
    }
  return Promise.all([...wanted.values()].map((entry) => extraRule(entry.face, entry.characters)))
}

const cutFonts = new Map<string, string>()
/** Decks of a shelf mostly need the same few characters. */
const MAX_CUT_FONTS = 200

async function extraRule(face: FontFace, characters: readonly number[]): Promise<string> {
  const text = String.fromCodePoint(...characters)
  const key = `${faceKey(face)} ${text}`
  const data = cutFonts.get(key) ?? (await cutFont(face, text))
  if (cutFonts.size >= MAX_CUT_FONTS) cutFonts.clear()
  cutFonts.set(key, data)
  const range = toUnicodeRange(characters.map((character) => [character, character]))
  return faceRule({ ...face, range }, { data, format: 'woff' })
}

async function cutFont(face: FontFace, text: string): Promise<string> {
  const { default: subsetFont } = await import('subset-font')
  const cut = await subsetFont(Buffer.from(readFontFile(face)), text, { targetFormat: 'woff' })
  return cut.toString('base64')
}

function faceRule(
  face: Pick<WebFile, 'family' | 'weight' | 'isItalic' | 'range'>,
  file: { readonly data: string; readonly format: 'woff2' | 'woff' },
): string {
  const style = face.isItalic ? 'font-style:italic;' : ''
  const source = `url(data:font/${file.format};base64,${file.data}) format('${file.format}')`
  return `@font-face{font-family:'${face.family}';${style}font-weight:${weightRange(face)};src:${source};unicode-range:${face.range}}`
}

/** Families with one weight serve all; elsewhere nothing is made bold by smearing. */
function weightRange({ family, weight }: Pick<WebFile, 'family' | 'weight'>): string {
  return family === 'Noto Sans Math' || family === 'Noto Sans Symbols 2'
    ? '100 900'
    : String(weight)
}

function toUnicodeRange(ranges: readonly (readonly [number, number])[]): string {
  const hex = (codePoint: number): string => codePoint.toString(16).toUpperCase()
  return ranges
    .map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`))
    .join(',')
}
