/** How many lines a text takes: greedy breaking at spaces, as CSS does with `overflow-wrap: anywhere`. */
import type { FontStack, FontWeight } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
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
const METRIC_MARGIN = 1.015
/** Size of `<sup>` and `<small>` in the style sheet. */
export const SMALL_SCALE = 0.55

export function countLines(text: RichText, style: LineStyle, widthPx: number): number {
  return text.reduce((sum, line) => sum + countLine(line, style, widthPx), 0)
}

/** Width of the text on one line, in px. */
export function measureWidth(text: RichText, style: LineStyle): number {
  return Math.max(
    0,
    ...text.map((line) => line.reduce((sum, run) => sum + widthOf(run.text, run, style), 0)),
  )
}

/** Width of the widest stretch without a space, in px. */
export function measureWidestWord(text: RichText, style: LineStyle): number {
  return Math.max(0, ...text.flatMap((line) => wordsOf(line, style).map((word) => word.width)))
}

type Word = { width: number; spaceBefore: number }

function countLine(line: readonly TextRun[], style: LineStyle, widthPx: number): number {
  // A glyph that does not fit whole goes to the next line: a broken word fills lines less one glyph.
  const usable = Math.max(widthPx, style.sizePx * 2)
  let lines = 1
  let used = 0
  for (const word of wordsOf(line, style)) {
    const needed = used === 0 ? word.width : used + word.spaceBefore + word.width
    if (needed <= usable) {
      used = needed
      continue
    }
    if (used > 0) lines += 1
    const broken =
      Math.ceil(word.width / usable) > 1 ? Math.ceil(word.width / (usable - style.sizePx)) : 1
    lines += broken - 1
    used =
      broken > 1
        ? Math.min(usable, word.width - (broken - 1) * (usable - style.sizePx) + style.sizePx)
        : word.width
  }
  return lines
}

/** Spaces, and a hyphen between letters, as in CSS; other opportunities only make lines shorter. */
const BREAK_RE = /([ \t\u2002-\u2006\u2008-\u200b]+)|(?<=\p{L}-)(?=\p{L})/u

function wordsOf(line: readonly TextRun[], style: LineStyle): readonly Word[] {
  const words: Word[] = []
  let word: Word = { width: 0, spaceBefore: 0 }
  const close = (spaceBefore: number): void => {
    if (word.width > 0) words.push(word)
    word = { width: 0, spaceBefore }
  }
  for (const run of line) {
    for (const [index, part] of run.text.split(BREAK_RE).entries()) {
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

function widthOf(text: string, run: TextRun, style: LineStyle): number {
  const scale = (run.isStrong ? style.strongScale : 1) * (run.isSmall ? SMALL_SCALE : 1)
  const weight = run.isStrong || run.isSmall ? 700 : style.weight
  const font = { stack: style.stack, weight, isItalic: run.isItalic && style.hasItalic }
  return measureText(text, font) * style.sizePx * scale * METRIC_MARGIN
}
