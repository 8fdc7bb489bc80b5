/** Whether text fits in a box of any size, in any size of letters, and how much smaller it has to be shown. */
import { METRIC_MARGIN, SMALL_SCALE } from '../../deck/measure-lines.ts'
import { measureText } from '../../font/measure-text.ts'
import type { Paragraph, Run } from '../presentation.ts'

/** How a level of text is set that says nothing of its own. */
export type LevelText = {
  readonly sizePx: number
  readonly linePx: number
  readonly beforePx: number
  /** From the edge to the lines. */
  readonly indentPx: number
  readonly isStrong: boolean
  readonly isCapital?: boolean
}

export type TextRoom = {
  readonly widthPx: number
  readonly heightPx: number
  readonly lang: 'en' | 'hi'
  levelAt(level: number): LevelText
}

export type TextFit = {
  /** Percent. */
  readonly fontScale?: number
  /** Percentage points. */
  readonly lineReduction?: number
}

/** The steps that PowerPoint itself takes, so that nothing jumps when somebody edits the text. */
const STEPS: readonly Required<TextFit>[] = [
  { fontScale: 92.5, lineReduction: 10 },
  ...[85, 77.5, 70, 62.5, 55, 47.5, 40, 32.5, 25].map((fontScale) => ({
    fontScale,
    lineReduction: 20,
  })),
]
/** A box as high as its text was measured holds it: the two measures differ by their rounding. */
const TOLERANCE_LINES = 0.4

/** Empty when the text fits as it is; the last step when nothing helps. */
export function fitText(paragraphs: readonly Paragraph[], room: TextRoom): TextFit {
  const [first] = paragraphs
  if (first === undefined) return {}
  const { linePx } = first.linePx === undefined ? room.levelAt(first.level) : first
  const most = room.heightPx + TOLERANCE_LINES * (linePx ?? 0)
  if (textHeightPx(paragraphs, room) <= most) return {}
  const fits = (step: TextFit): boolean => textHeightPx(paragraphs, room, step) <= most
  return STEPS.find(fits) ?? STEPS.at(-1) ?? {}
}

/** Space above the first paragraph is not shown. */
export function textHeightPx(
  paragraphs: readonly Paragraph[],
  room: TextRoom,
  { fontScale = 100, lineReduction = 0 }: TextFit = {},
): number {
  const scale = fontScale / 100
  const lineScale = scale * (1 - lineReduction / 100)
  return paragraphs.reduce((sum, paragraph, index) => {
    const level = room.levelAt(paragraph.level)
    const before = index === 0 ? 0 : (paragraph.beforePx ?? level.beforePx)
    return sum + before * lineScale + linesHeightPx(paragraph, { room, level, scale }) * lineScale
  }, 0)
}

type Context = { readonly room: TextRoom; readonly level: LevelText; readonly scale: number }

/** At full size; `scale` only decides where the lines break. */
function linesHeightPx(paragraph: Paragraph, context: Context): number {
  const { level, room, scale } = context
  const base = paragraph.sizePx ?? level.sizePx
  const linePx = paragraph.linePx ?? (level.linePx * base) / level.sizePx
  const usable = Math.max(room.widthPx - leftOf(paragraph, level), base * scale * 2) / scale
  return linesOf(paragraph.runs)
    .flatMap((line) =>
      isShort(line, base, usable)
        ? [SHORT_LINE]
        : breakLine(wordsOf(line, paragraph, context), usable),
    )
    .reduce((sum, { largest }) => sum + linePx * Math.max(1, largest / base), 0)
}

const SHORT_LINE: Line = { width: 0, words: 0, largest: 0 }

/** A last line that is shorter than this share of the room is one that looks lost. */
const LOST_SHARE = 0.2

/** True when the last line holds a short word or two, and the line before it could give them company. */
export function hasLostWord(paragraph: Paragraph, room: TextRoom): boolean {
  const level = room.levelAt(paragraph.level)
  const usable = room.widthPx - leftOf(paragraph, level)
  // What stands behind the last break of the author.
  const last = linesOf(paragraph.runs).at(-1) ?? []
  if (isShort(last, paragraph.sizePx ?? level.sizePx, usable)) return false
  const lines = breakLine(wordsOf(last, paragraph, { room, level, scale: 1 }), usable)
  const [before, end] = lines.slice(-2)
  if (before === undefined || end === undefined) return false
  return end.words < 3 && before.words > 2 && end.width < room.widthPx * LOST_SHARE
}

/** Letters are hardly ever wider than high: what is far from filling a line is not measured. */
function isShort(runs: readonly Run[], sizePx: number, usable: number): boolean {
  let letters = 0
  for (const run of runs) {
    if (run.sizePx !== undefined && run.sizePx > sizePx) return false
    letters += run.text.length
  }
  return letters * sizePx <= usable
}

function leftOf({ bullet, indentPx }: Paragraph, level: LevelText): number {
  if (indentPx !== undefined) return indentPx.left
  return bullet === 'none' ? 0 : level.indentPx
}

/** As the author broke them. */
function linesOf(runs: Paragraph['runs']): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  for (const run of runs) {
    if (run === 'break') lines.push([])
    else lines.at(-1)?.push(run)
  }
  return lines
}

type Word = { width: number; spaceBefore: number; largest: number }

/** One line: how wide, of how many words, and the size of its largest letters. */
type Line = { width: number; words: number; largest: number }

function breakLine(words: readonly Word[], usable: number): readonly Line[] {
  let line: Line = { width: 0, words: 0, largest: 0 }
  const lines = [line]
  const start = (): void => {
    line = { width: 0, words: 0, largest: 0 }
    lines.push(line)
  }
  for (const { width, spaceBefore, largest } of words) {
    const needed = line.words === 0 ? width : line.width + spaceBefore + width
    if (needed > usable && line.words > 0) start()
    // A word wider than the box is broken.
    const rows = needed > usable ? Math.ceil(width / usable) : 1
    for (let row = 1; row < rows; row++) {
      line.largest = Math.max(line.largest, largest)
      start()
    }
    line.largest = Math.max(line.largest, largest)
    line.words += 1
    line.width = needed <= usable ? needed : Math.max(1, width - (rows - 1) * usable)
  }
  return lines
}

/** Spaces, and a hyphen between letters; see deck/measure-lines.ts. */
const BREAK_RE = /([ \t\u2002-\u2006\u2008-\u200b]+)|(?<=\p{L}-)(?=\p{L})/u

function wordsOf(line: readonly Run[], paragraph: Paragraph, context: Context): readonly Word[] {
  const words: Word[] = []
  let word: Word = { width: 0, spaceBefore: 0, largest: 0 }
  const close = (spaceBefore: number): void => {
    if (word.width > 0) words.push(word)
    word = { width: 0, spaceBefore, largest: 0 }
  }
  for (const run of line) {
    const { sizePx, widthOf } = measureRun(run, paragraph, context)
    for (const [index, part] of run.text.split(BREAK_RE).entries()) {
      if (part === undefined) close(0)
      else if (index % 2 === 1) close(widthOf(part))
      else if (part !== '') {
        word.width += widthOf(part)
        word.largest = Math.max(word.largest, sizePx)
      }
    }
  }
  close(0)
  return words
}

/** Of what is raised or lowered, programs show about two thirds of the size. */
const RISE_SCALE = 0.67

function measureRun(run: Run, paragraph: Paragraph, { room, level }: Context) {
  const base = paragraph.sizePx ?? level.sizePx
  const share = run.isSmall === true ? SMALL_SCALE : run.rise === undefined ? 1 : RISE_SCALE
  const sizePx = (run.sizePx ?? base) * share
  const hasSerif = paragraph.isSerif === true && room.lang !== 'hi'
  const style = {
    stack: run.isCode === true ? 'mono' : hasSerif ? 'serif' : 'sans',
    weight: (run.isStrong ?? level.isStrong) ? 700 : 400,
    isItalic: run.isItalic === true,
  } as const
  const shown = (text: string): string => (level.isCapital === true ? text.toUpperCase() : text)
  return {
    sizePx,
    widthOf: (text: string): number => measureText(shown(text), style) * sizePx * METRIC_MARGIN,
  }
}
