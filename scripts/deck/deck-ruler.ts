/** Sizes and line heights of one deck: the tokens, with the leading its language needs. */
import type { FontStack, FontWeight } from '../font/faces.ts'
import type { DeckSizes, DeckTokens } from '../theme/deck-tokens.ts'
import { ROOMY_NAMES, ROOMY_STEPS, type RoomyStep } from '../theme/roomy-deck.ts'
import {
  countLines,
  type LineStyle,
  measureTallLines,
  measureWidestWord,
  measureWidth,
} from './measure-lines.ts'
import { parseRichText } from './rich-text.ts'
import type { InlineSource } from './slide.ts'

export type SizeName = keyof DeckSizes

export type TextKind = {
  readonly size: SizeName
  readonly weight?: FontWeight
  readonly stack?: FontStack
  readonly strongScale?: number
}

export type DeckRuler = {
  readonly tokens: DeckTokens
  /** Of a slide with these classes: `roomy` and `airy` have measures of their own. */
  forClasses(classes: readonly string[]): DeckRuler
  linePx(size: SizeName): number
  /** Height of a text broken into lines of the given width. */
  heightOf(text: InlineSource, kind: TextKind, widthPx: number): number
  linesOf(text: InlineSource, kind: TextKind, widthPx: number): number
  /** Width of the text on one line. */
  widthOf(text: InlineSource, kind: TextKind): number
  widestWordOf(text: InlineSource, kind: TextKind): number
}

export function openRuler(tokens: DeckTokens, lang: 'en' | 'hi'): DeckRuler {
  const linePx = (size: SizeName): number => lineHeightPx(tokens, size, lang)
  const styleOf = (kind: TextKind): LineStyle => ({
    sizePx: tokens.sizes[kind.size].sizePx,
    // A Hindi page carries neither serif nor italic: Devanagari has none, and they would weigh 60 kB.
    stack: lang === 'hi' ? 'sans' : (kind.stack ?? 'sans'),
    hasItalic: lang !== 'hi',
    weight: kind.weight ?? 400,
    strongScale: kind.strongScale ?? 1,
  })
  const linesOf: DeckRuler['linesOf'] = (text, kind, widthPx) =>
    countLines(parseRichText(text), styleOf(kind), widthPx)
  const steps = new Map<RoomyStep, DeckRuler>()
  const ruler: DeckRuler = {
    tokens,
    forClasses(classes) {
      const step = ROOMY_NAMES.find((name) => classes.includes(name))
      if (step === undefined) return ruler
      const known = steps.get(step) ?? openRuler(ROOMY_STEPS[step](tokens), lang)
      steps.set(step, known)
      return known
    },
    linePx,
    linesOf,
    heightOf: (text, kind, widthPx) => {
      const line = linePx(kind.size)
      const tall = measureTallLines(parseRichText(text), styleOf(kind), { widthPx, linePx: line })
      return linesOf(text, kind, widthPx) * line + tall
    },
    widthOf: (text, kind) => measureWidth(parseRichText(text), styleOf(kind)),
    widestWordOf: (text, kind) => measureWidestWord(parseRichText(text), styleOf(kind)),
  }
  return ruler
}

/** Also what the style sheet writes as the line height of the size. */
export function lineHeightPx(tokens: DeckTokens, size: SizeName, lang: 'en' | 'hi'): number {
  const { linePx } = tokens.sizes[size]
  // A program is Latin; a Hindi comment in it has room.
  if (size === 'code' || size === 'denseCode') return linePx
  return lang === 'hi' ? Math.round(linePx * tokens.hindiLeading) : linePx
}
