/** How many lines a text takes: greedy breaking at spaces, as CSS does with `overflow-wrap: anywhere`. */
import type { FontStack, FontWeight } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
import { layoutFormula } from '../math/layout-formula.ts'
import type { RichText, TextRun } from './rich-text.ts'

export type LineStyle = {
  readonly sizePx: number
  readonly stack: FontStack
  /** False sets emphasis upright. */
  readonly hasItalic: boolean
  /** Of text that is not emphasised. */
  readonly weight: FontWeight
  /** Size of `**strong**` as a multiple of the text size; 1 everywhere but in figure cards. */
  readonly strongScale: number
}

/** Kerning and hinting move a browser's line by up to about 1 %; a line is measured that much wider. */
export const METRIC_MARGIN = 1.015
/** The Noto families' ascent less half of ascent and descent (1.069 and 0.293 em): CSS 2.2, 10.8.1. */
const BASELINE_BELOW_MIDDLE = 0.388
/** Size of `<sup>` and `<small>` in the style sheet. */
export const SMALL_SCALE = 0.55
/** Computer Modern looks smaller than Noto: katex.css sets it 1.21 times as large. */
export const FORMULA_SCALE = 1.21

export function countLines(text: RichText, style: LineStyle, widthPx: number): number {
  return text.reduce((sum, line) => sum + breakLine(line, style, widthPx).length, 0)
}

/** By how much formulas that are higher than the line make its lines higher, in px, all lines together. */
export function measureTallLines(
  text: RichText,
  style: LineStyle,
  { widthPx, linePx }: { readonly widthPx: number; readonly linePx: number },
): number {
  if (!hasFormula(text)) return 0
  const above = linePx / 2 + BASELINE_BELOW_MIDDLE * style.sizePx
  const below = linePx - above
  return text
    .flatMap((line) => breakLine(line, style, widthPx))
    .reduce((sum, { rise, drop }) => sum + Math.max(0, rise - above) + Math.max(0, drop - below), 0)
}

export function hasFormula(text: RichText): boolean {
  return text.some((line) => line.some((run) => run.tex !== undefined))
}

/** Width of the text on one line, in px. */
export function measureWidth(text: RichText, style: LineStyle): number {
  return Math.max(
    0,
    ...text.map((line) => line.reduce((sum, run) => sum + widthOfRun(run, style), 0)),
  )
}

/** Width of the widest stretch without a space, in px. */
export function measureWidestWord(text: RichText, style: LineStyle): number {
  return Math.max(0, ...text.flatMap((line) => wordsOf(line, style).map((word) => word.width)))
}

/** `rise` and `drop`: how far the formulas of a word or a line reach above and below the baseline. */
type Extent = { rise: number; drop: number }
type Word = Extent & { width: number; spaceBefore: number }

/** One entry for every line the text takes. */
function breakLine(line: readonly TextRun[], style: LineStyle, widthPx: number): readonly Extent[] {
  // A glyph that does not fit whole goes to the next line: a broken word fills lines less one glyph.
  const usable = Math.max(widthPx, style.sizePx * 2)
  let current: Extent = { rise: 0, drop: 0 }
  const lines: Extent[] = [current]
  let used = 0
  const startLine = (): void => {
    current = { rise: 0, drop: 0 }
    lines.push(current)
  }
  for (const word of wordsWithin(line, style, usable)) {
    const needed = used === 0 ? word.width : used + word.spaceBefore + word.width
    if (needed <= usable) {
      used = needed
      stretch(current, word)
      continue
    }
    if (used > 0) startLine()
    stretch(current, word)
    const broken =
      Math.ceil(word.width / usable) > 1 ? Math.ceil(word.width / (usable - style.sizePx)) : 1
    for (let extra = 1; extra < broken; extra++) startLine()
    used =
      broken > 1
        ? Math.min(usable, word.width - (broken - 1) * (usable - style.sizePx) + style.sizePx)
        : word.width
  }
  return lines
}

/** A word that no line holds breaks at its dashes first, which fills lines less than breaking anywhere. */
function wordsWithin(line: readonly TextRun[], style: LineStyle, usable: number): readonly Word[] {
  const words = wordsOf(line, style)
  return words.some(({ width }) => width > usable) ? wordsOf(line, style, DASH_BREAK_RE) : words
}

function stretch(extent: Extent, { rise, drop }: Extent): void {
  extent.rise = Math.max(extent.rise, rise)
  extent.drop = Math.max(extent.drop, drop)
}

/** Spaces, and a hyphen between letters, as in CSS; other opportunities only make lines shorter. */
const BREAK_RE = /([ \t\u2002-\u2006\u2008-\u200b]+)|(?<=\p{L}-)(?=\p{L})/u

/** The same, and behind a dash: UAX #14, classes BA and B2. */
const DASH_BREAK_RE =
  /([ \t\u2002-\u2006\u2008-\u200b]+)|(?<=\p{L}[-\u2010\u2012-\u2014])(?=\p{L})/u

function wordsOf(
  line: readonly TextRun[],
  style: LineStyle,
  breaks: RegExp = BREAK_RE,
): readonly Word[] {
  const words: Word[] = []
  let word: Word = { width: 0, spaceBefore: 0, rise: 0, drop: 0 }
  const close = (spaceBefore: number): void => {
    if (word.width > 0) words.push(word)
    word = { width: 0, spaceBefore, rise: 0, drop: 0 }
  }
  for (const run of line) {
    if (run.tex !== undefined) {
      for (const [index, part] of formulaParts(run, style).entries()) {
        if (index > 0) close(0)
        word.width += part.width
        stretch(word, part)
      }
      continue
    }
    for (const [index, part] of run.text.split(breaks).entries()) {
      if (part === undefined || part === '') {
        if (part === undefined) close(0)
        continue
      }
      // Odd entries are what the expression captured: the spaces.
      if (index % 2 === 1) close(widthOf(part, run, style))
      else word.width += widthOf(part, run, style)
    }
  }
  close(0)
  return words
}

/** A line may break between the parts, as between words. */
function formulaParts(run: TextRun, style: LineStyle): readonly (Extent & { width: number })[] {
  const emPx = style.sizePx * (run.isSmall ? SMALL_SCALE : 1) * FORMULA_SCALE
  return layoutFormula(run.tex ?? '', false).parts.map(({ width, height, depth }) => ({
    width: width * emPx * METRIC_MARGIN,
    rise: height * emPx,
    drop: depth * emPx,
  }))
}

/** Of the widest part of a formula that no line can divide, in px. */
export function measureWidestFormula(text: RichText, sizePx: number): number {
  const style: LineStyle = { sizePx, stack: 'sans', hasItalic: true, weight: 400, strongScale: 1 }
  const runs = text.flat().filter((run) => run.tex !== undefined)
  return Math.max(0, ...runs.flatMap((run) => formulaParts(run, style)).map(({ width }) => width))
}

function widthOfRun(run: TextRun, style: LineStyle): number {
  if (run.tex === undefined) return widthOf(run.text, run, style)
  return formulaParts(run, style).reduce((sum, { width }) => sum + width, 0)
}

function widthOf(text: string, run: TextRun, style: LineStyle): number {
  const scale = (run.isStrong ? style.strongScale : 1) * (run.isSmall ? SMALL_SCALE : 1)
  const weight = run.isStrong || run.isSmall ? 700 : style.weight
  const font = { stack: style.stack, weight, isItalic: run.isItalic && style.hasItalic }
  return measureText(text, font) * style.sizePx * scale * METRIC_MARGIN
}
