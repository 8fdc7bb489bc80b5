/** Labels of a diagram as lines, measured in em. */
import type { TextStyle } from '../../font/faces.ts'
import { measureText } from '../../font/measure-text.ts'
import { rectangle } from './outline.ts'
import type { PlanColor, PlanShape } from './plan.ts'

export type Label = {
  readonly lines: readonly string[]
  readonly weight: 400 | 700
  readonly width: number
  readonly height: number
  readonly lineHeight: number
}

type LabelOptions = { readonly maxWidth: number; readonly weight?: 400 | 700 }

const LATIN_LINE = 1.22
/** Marks above and below the letters. */
const DEVANAGARI_LINE = 1.42
/** Half the height of lower-case letters above the baseline: puts a text's middle on a line. */
const MIDDLE_OF_TEXT = 0.35

export const NO_LABEL: Label = { lines: [], weight: 400, width: 0, height: 0, lineHeight: 0 }

export function setLabel(text: string, { maxWidth, weight = 400 }: LabelOptions): Label {
  if (text === '') return NO_LABEL
  const style: TextStyle = { stack: 'sans', weight, isItalic: false }
  const lines = text.split('\n').flatMap((line) => balanced(line, maxWidth, style))
  const lineHeight = /\p{Script=Devanagari}/u.test(text) ? DEVANAGARI_LINE : LATIN_LINE
  return {
    lines,
    weight,
    width: Math.max(...lines.map((line) => measureText(line, style))),
    height: lines.length * lineHeight,
    lineHeight,
  }
}

/** As few lines as the width allows, then as even as they can be. */
function balanced(text: string, maxWidth: number, style: TextStyle): readonly string[] {
  const greedy = wrap(text, maxWidth, style)
  if (greedy.length < 2) return greedy
  let best = greedy
  for (let width = maxWidth * 0.95; width > maxWidth * 0.4; width -= maxWidth * 0.05) {
    const closer = wrap(text, width, style)
    if (closer.length > greedy.length || closer.some((line) => isWider(line, width, style))) break
    best = closer
  }
  return best
}

function isWider(line: string, width: number, style: TextStyle): boolean {
  return measureText(line, style) > width + 0.01
}

function wrap(text: string, maxWidth: number, style: TextStyle): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => chop(part, maxWidth, style))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && isWider(longer, maxWidth, style)) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
/** A word may stand out this far before it is cut. */
const LONG_WORD_EM = 11

function chop(word: string, maxWidth: number, style: TextStyle): readonly string[] {
  const width = Math.max(maxWidth, LONG_WORD_EM)
  if (!isWider(word, width, style)) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of segmenter.segment(word)) {
    if (piece !== '' && isWider(piece + segment, width, style)) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

type LabelPlace = {
  /** Of the middle, the left or the right end, as `anchor` says. */
  readonly x: number
  readonly top: number
  readonly color: PlanColor
  readonly anchor?: 'start' | 'middle' | 'end'
  /** What lies behind it, where that hides lines. */
  readonly ground?: PlanColor
}

export function drawLabel(label: Label, place: LabelPlace): readonly PlanShape[] {
  const { x, top, color, anchor = 'middle' } = place
  return label.lines.map((text, index) => ({
    kind: 'text',
    x,
    y: top + (index + 0.5) * label.lineHeight + MIDDLE_OF_TEXT,
    text,
    weight: label.weight,
    color,
    anchor,
  }))
}

/** The same on a ground of its own, where lines run behind the words. */
export function drawLabelOver(label: Label, place: LabelPlace): readonly PlanShape[] {
  if (label.lines.length === 0) return []
  const { x, top, anchor = 'middle', ground: fill = 'paper' } = place
  const left = { start: 0, middle: label.width / 2, end: label.width }[anchor]
  const ground = {
    x: x - left - 0.1,
    y: top + 0.06,
    width: label.width + 0.2,
    height: label.height,
  }
  return [
    { kind: 'path', steps: rectangle(ground), fill, strokeWidth: 0 },
    ...drawLabel(label, place),
  ]
}
