/** Which characters the shipped fonts can draw, and by which face. */
import {
  type FontFace,
  type FontFamily,
  type FontStack,
  faceKey,
  familiesFor,
  nearestFace,
  readFontFile,
  STACKS,
  type TextStyle,
} from './faces.ts'
import { type FontMetrics, readFontMetrics } from './sfnt.ts'

const metricsOfFace = new Map<string, FontMetrics>()

/** Character map and advance widths of a face, read once per process. */
export function metricsOf(face: FontFace): FontMetrics {
  const key = faceKey(face)
  const known = metricsOfFace.get(key)
  if (known !== undefined) return known
  const metrics = readFontMetrics(readFontFile(face))
  metricsOfFace.set(key, metrics)
  return metrics
}

/** The face that draws a character in a style, or undefined when no shipped font has it. */
export function faceFor(codePoint: number, style: TextStyle): FontFace | undefined {
  const family = familyFor(codePoint, style.stack)
  return family === undefined ? undefined : nearestFace(family, style)
}

/**
 * True when some shipped font draws the character in a stack, or when it draws nothing by nature. What `sans`
 * has, all stacks have.
 */
export function hasGlyph(codePoint: number, stack: FontStack): boolean {
  return isInvisible(codePoint) || familyFor(codePoint, stack) !== undefined
}

/**
 * Characters that steer shaping or breaking and have no mark of their own (Unicode default-ignorable
 * subset that occurs in text, plus white space).
 */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0x09 ||
    codePoint === 0x0a ||
    codePoint === 0x0d ||
    codePoint === 0x20 ||
    codePoint === 0xa0 ||
    codePoint === 0xad ||
    (codePoint >= 0x2000 && codePoint <= 0x200d) ||
    codePoint === 0x202f ||
    codePoint === 0x2060 ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
  )
}

const familyOfCharacter: Record<FontStack, Map<number, FontFamily | undefined>> = {
  sans: new Map(),
  serif: new Map(),
  mono: new Map(),
}

function familyFor(codePoint: number, stack: FontStack): FontFamily | undefined {
  const cache = familyOfCharacter[stack]
  if (cache.has(codePoint)) return cache.get(codePoint)
  const family = familiesFor(codePoint, stack).find(
    (candidate) => metricsOf(regularFace(candidate)).glyphOf(codePoint) !== 0,
  )
  // An unusual character costs one lookup per process; hostile text cannot grow this past Unicode.
  cache.set(codePoint, family)
  return family
}

function regularFace(family: FontFamily): FontFace {
  return { family, weight: 400, isItalic: false }
}

/** First family of a stack: what draws spaces and unknown characters. */
export function mainFace(style: TextStyle): FontFace {
  return nearestFace(STACKS[style.stack][0] ?? 'Noto Sans', style)
}
