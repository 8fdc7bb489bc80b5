/**
 * The fonts this program ships, by family and style, and the order in which they are tried. A *stack* is
 * tried in order for every character: the first face that has a glyph draws it, so that Hindi, symbols
 * and Latin mix in one line. Static `.ttf` only: WOFF2 and variable fonts break in fontkit.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type FontFamily =
  | 'Noto Sans'
  | 'Noto Serif'
  | 'Noto Sans Devanagari'
  | 'Noto Sans Math'
  | 'Noto Sans Symbols 2'
  | 'Noto Sans Mono'
  | KatexFamily

/** The faces of KaTeX: they draw formulas and stand in no stack. */
export type KatexFamily =
  | 'KaTeX_AMS'
  | 'KaTeX_Caligraphic'
  | 'KaTeX_Fraktur'
  | 'KaTeX_Main'
  | 'KaTeX_Math'
  | 'KaTeX_SansSerif'
  | 'KaTeX_Script'
  | 'KaTeX_Size1'
  | 'KaTeX_Size2'
  | 'KaTeX_Size3'
  | 'KaTeX_Size4'
  | 'KaTeX_Typewriter'

export type FontWeight = 400 | 600 | 700

export type FontFace = {
  readonly family: FontFamily
  readonly weight: FontWeight
  readonly isItalic: boolean
}

export type FontStack = 'sans' | 'serif' | 'mono'

export type TextStyle = {
  readonly stack: FontStack
  readonly weight: FontWeight
  readonly isItalic: boolean
}

const WEIGHT_NAMES = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold' } as const

type FamilyFiles = {
  readonly packageName: string
  readonly filePrefix: string
  readonly weights: readonly FontWeight[]
  readonly hasItalic: boolean
  readonly hasUpright?: boolean
}

const KATEX = { packageName: 'katex', weights: [400], hasItalic: false } as const

const FAMILIES: Readonly<Record<FontFamily, FamilyFiles>> = {
  'Noto Sans': {
    packageName: '@expo-google-fonts/noto-sans',
    filePrefix: 'NotoSans',
    weights: [400, 600, 700],
    hasItalic: true,
  },
  'Noto Serif': {
    packageName: '@expo-google-fonts/noto-serif',
    filePrefix: 'NotoSerif',
    weights: [400, 600, 700],
    hasItalic: true,
  },
  'Noto Sans Devanagari': {
    packageName: '@expo-google-fonts/noto-sans-devanagari',
    filePrefix: 'NotoSansDevanagari',
    weights: [400, 600, 700],
    hasItalic: false,
  },
  'Noto Sans Math': {
    packageName: '@expo-google-fonts/noto-sans-math',
    filePrefix: 'NotoSansMath',
    weights: [400],
    hasItalic: false,
  },
  'Noto Sans Symbols 2': {
    packageName: '@expo-google-fonts/noto-sans-symbols-2',
    filePrefix: 'NotoSansSymbols2',
    weights: [400],
    hasItalic: false,
  },
  'Noto Sans Mono': {
    packageName: '@expo-google-fonts/noto-sans-mono',
    filePrefix: 'NotoSansMono',
    weights: [400, 700],
    hasItalic: false,
  },
  KaTeX_AMS: { ...KATEX, filePrefix: 'KaTeX_AMS' },
  KaTeX_Caligraphic: { ...KATEX, filePrefix: 'KaTeX_Caligraphic', weights: [400, 700] },
  KaTeX_Fraktur: { ...KATEX, filePrefix: 'KaTeX_Fraktur', weights: [400, 700] },
  KaTeX_Main: { ...KATEX, filePrefix: 'KaTeX_Main', weights: [400, 700], hasItalic: true },
  KaTeX_Math: {
    ...KATEX,
    filePrefix: 'KaTeX_Math',
    weights: [400, 700],
    hasItalic: true,
    hasUpright: false,
  },
  // Bold italic is not among its files; nothing of ours asks for it.
  KaTeX_SansSerif: { ...KATEX, filePrefix: 'KaTeX_SansSerif', weights: [400, 700] },
  KaTeX_Script: { ...KATEX, filePrefix: 'KaTeX_Script' },
  KaTeX_Size1: { ...KATEX, filePrefix: 'KaTeX_Size1' },
  KaTeX_Size2: { ...KATEX, filePrefix: 'KaTeX_Size2' },
  KaTeX_Size3: { ...KATEX, filePrefix: 'KaTeX_Size3' },
  KaTeX_Size4: { ...KATEX, filePrefix: 'KaTeX_Size4' },
  KaTeX_Typewriter: { ...KATEX, filePrefix: 'KaTeX_Typewriter' },
}

/**
 * Devanagari comes before the Latin families for its own block, because Noto Sans also has Devanagari
 * glyphs but in another design; see `familiesFor`.
 */
export const STACKS: Readonly<Record<FontStack, readonly FontFamily[]>> = {
  sans: ['Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Math', 'Noto Sans Symbols 2'],
  serif: [
    'Noto Serif',
    'Noto Sans',
    'Noto Sans Devanagari',
    'Noto Sans Math',
    'Noto Sans Symbols 2',
  ],
  mono: [
    'Noto Sans Mono',
    'Noto Sans',
    'Noto Sans Devanagari',
    'Noto Sans Math',
    'Noto Sans Symbols 2',
  ],
}

/** The families to try for one character, best first. */
export function familiesFor(codePoint: number, stack: FontStack): readonly FontFamily[] {
  if (isDevanagari(codePoint)) return ['Noto Sans Devanagari']
  return STACKS[stack]
}

/** Devanagari, Vedic Extensions, Devanagari Extended and Extended-A (Unicode block list). */
export function isDevanagari(codePoint: number): boolean {
  return (
    (codePoint >= 0x0900 && codePoint <= 0x097f) ||
    (codePoint >= 0x1cd0 && codePoint <= 0x1cff) ||
    (codePoint >= 0xa8e0 && codePoint <= 0xa8ff) ||
    (codePoint >= 0x11b00 && codePoint <= 0x11b5f)
  )
}

const faces = new Map<FontFamily, Map<number, FontFace>>()

/**
 * The face of a family that comes nearest to the style: an upright where the family has no italic.
 * The same face is always the same object, so that it can be compared and looked up quickly.
 */
export function nearestFace(family: FontFamily, style: TextStyle): FontFace {
  const files = FAMILIES[family]
  const weight = files.weights.includes(style.weight) ? style.weight : 400
  const isItalic = files.hasItalic && (style.isItalic || files.hasUpright === false)
  const ofFamily = faces.get(family) ?? new Map<number, FontFace>()
  faces.set(family, ofFamily)
  const key = isItalic ? -weight : weight
  const face = ofFamily.get(key) ?? { family, weight, isItalic }
  ofFamily.set(key, face)
  return face
}

const keys = new WeakMap<FontFace, string>()

/** One string per face, usable as a cache key and as a font name inside a PDF. */
export function faceKey(face: FontFace): string {
  let key = keys.get(face)
  if (key === undefined) {
    key = `${face.family.replaceAll(' ', '')}-${face.weight}${face.isItalic ? 'i' : ''}`
    keys.set(face, key)
  }
  return key
}

const bytesOfFace = new Map<string, Uint8Array>()

/** The whole `.ttf` file of a face, read once per process. Throws when the package is not installed. */
export function readFontFile(face: FontFace): Uint8Array {
  const key = faceKey(face)
  const known = bytesOfFace.get(key)
  if (known !== undefined) return known
  const bytes = readFileSync(fontPath(face))
  bytesOfFace.set(key, bytes)
  return bytes
}

const require = createRequire(import.meta.url)

function fontPath(face: FontFace): string {
  const { packageName, filePrefix } = FAMILIES[face.family]
  if (packageName === 'katex')
    return require.resolve(`katex/dist/fonts/${filePrefix}-${katexStyle(face)}.ttf`)
  const style = fileStyle(face)
  return require.resolve(
    `${packageName}/${face.weight}${style}/${filePrefix}_${face.weight}${style}.ttf`,
  )
}

function katexStyle({ weight, isItalic }: FontFace): string {
  const style = `${weight === 700 ? 'Bold' : ''}${isItalic ? 'Italic' : ''}`
  return style === '' ? 'Regular' : style
}

function fileStyle(face: FontFace): string {
  const name = WEIGHT_NAMES[face.weight]
  if (!face.isItalic) return name
  return face.weight === 400 ? 'Regular_Italic' : `${name}_Italic`
}
