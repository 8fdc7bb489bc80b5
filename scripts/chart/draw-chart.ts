/** A chart as plain shapes: bars with the value written on the mark, no axis, no legend, no grid. */
import type { TextStyle } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Bar, Chart, Inline } from '../topic/topic.ts'
import type { Drawing, Shape } from './drawing.ts'

/** All lengths in one unit, the caller's: px in the deck, pt in the brief. */
export type ChartStyle = {
  readonly width: number
  /** A chart that would be taller is drawn smaller as a whole. */
  readonly maxHeight: number
  readonly textSize: number
  /** `#rrggbb` */
  readonly colors: { readonly ink: string; readonly primary: string; readonly accent: string }
}

const LABEL_STYLE: TextStyle = { stack: 'sans', weight: 400, isItalic: false }
const VALUE_STYLE: TextStyle = { stack: 'sans', weight: 700, isItalic: false }

/** Proportions, in em of the text size; the drawing of the intent has 28 px text and 44 px bars. */
const BAR_HEIGHT = 1.45
const ROW_GAP = 0.6
const LINE_HEIGHT = 1.25
const VALUE_GAP = 0.45
const LABEL_GAP = 0.7
const MAX_LABEL_SHARE = 0.42
/** Half the height of lower-case letters above the baseline: puts a text's middle on a line. */
const MIDDLE_OF_TEXT = 0.35

export function drawChart(chart: Chart, style: ChartStyle): Drawing {
  const drawing = drawBars(chart.bars, style)
  if (drawing.height <= style.maxHeight) return drawing
  const scale = style.maxHeight / drawing.height
  return drawBars(chart.bars, { ...style, textSize: style.textSize * scale })
}

type Row = { readonly bar: Bar; readonly lines: readonly string[]; readonly height: number }

function drawBars(bars: readonly Bar[], style: ChartStyle): Drawing {
  const hasHighlight = bars.some((bar) => bar.isHighlighted)
  const em = style.textSize
  const labelWidth = Math.min(
    style.width * MAX_LABEL_SHARE,
    Math.max(0, ...bars.map((bar) => measureText(textOf(bar.label), LABEL_STYLE) * em)),
  )
  const plot = plotOf(bars, { left: labelWidth + LABEL_GAP * em, right: style.width, em })
  const shapes: Shape[] = []
  let y = 0
  for (const row of bars.map((bar) => rowOf(bar, labelWidth, em))) {
    shapes.push(...drawLabel(row, y, style), ...drawBar(row, { y, plot, style, hasHighlight }))
    y += row.height + ROW_GAP * em
  }
  return { width: style.width, height: Math.max(0, y - ROW_GAP * em), shapes }
}

function rowOf(bar: Bar, labelWidth: number, em: number): Row {
  const lines = wrap(textOf(bar.label), labelWidth / em)
  return { bar, lines, height: Math.max(BAR_HEIGHT, lines.length * LINE_HEIGHT) * em }
}

type Plot = {
  readonly zero: number
  /** Length of one unit of value; 0 when all values are 0. */
  readonly scale: number
}

/**
 * Zero stands where negative bars leave room for their length and value, and positive ones for theirs.
 */
function plotOf(
  bars: readonly Bar[],
  area: { readonly left: number; readonly right: number; readonly em: number },
): Plot {
  const roomFor = (side: readonly Bar[]): number =>
    Math.max(0, ...side.map((bar) => (measureText(bar.printed, VALUE_STYLE) + VALUE_GAP) * area.em))
  const negative = bars.filter((bar) => bar.value < 0)
  const positive = bars.filter((bar) => bar.value >= 0)
  const least = Math.min(0, ...bars.map((bar) => bar.value))
  const most = Math.max(0, ...bars.map((bar) => bar.value))
  const start = area.left + roomFor(negative)
  const length = Math.max(0, area.right - roomFor(positive) - start)
  const scale = most === least ? 0 : length / (most - least)
  return { zero: start - least * scale, scale }
}

function drawLabel(row: Row, y: number, style: ChartStyle): readonly Shape[] {
  const lineHeight = LINE_HEIGHT * style.textSize
  const top = y + (row.height - row.lines.length * lineHeight) / 2
  return row.lines.map((text, index) => ({
    kind: 'text',
    x: 0,
    y: round(top + (index + 0.5) * lineHeight + MIDDLE_OF_TEXT * style.textSize),
    text,
    size: round(style.textSize),
    weight: 400,
    fill: style.colors.ink,
    anchor: 'start',
  }))
}

type BarPlace = {
  readonly y: number
  readonly plot: Plot
  readonly style: ChartStyle
  readonly hasHighlight: boolean
}

function drawBar(row: Row, { y, plot, style, hasHighlight }: BarPlace): readonly Shape[] {
  const em = style.textSize
  const middle = y + row.height / 2
  const length = row.bar.value * plot.scale
  const end = plot.zero + length
  const isNegative = row.bar.value < 0
  const rect: Shape = {
    kind: 'rect',
    x: round(Math.min(plot.zero, end)),
    y: round(middle - (BAR_HEIGHT * em) / 2),
    // A bar of value zero keeps a hairline, so that the row is seen to have a mark.
    width: round(Math.max(Math.abs(length), em / 14)),
    height: round(BAR_HEIGHT * em),
    fill: row.bar.isHighlighted ? style.colors.accent : style.colors.primary,
    ...(hasHighlight && !row.bar.isHighlighted ? { greyPattern: 'hatch' } : {}),
  }
  const value: Shape = {
    kind: 'text',
    x: round(end + VALUE_GAP * em * (isNegative ? -1 : 1)),
    y: round(middle + MIDDLE_OF_TEXT * em),
    text: row.bar.printed,
    size: round(em),
    weight: 700,
    fill: style.colors.ink,
    anchor: isNegative ? 'end' : 'start',
  }
  return [rect, value]
}

/** Greedy lines of at most `widthEm`; a word that is wider than a line breaks between graphemes. */
function wrap(text: string, widthEm: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => chop(part, widthEm))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measureText(longer, LABEL_STYLE) > widthEm + 0.01) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

function chop(word: string, widthEm: number): readonly string[] {
  if (measureText(word, LABEL_STYLE) <= widthEm + 0.01) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of segmenter.segment(word)) {
    if (piece !== '' && measureText(piece + segment, LABEL_STYLE) > widthEm) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

function textOf(label: Inline): string {
  return inlineText(label)
}

/** Two decimals: the same text on every machine and no noise in the SVG. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}
