/** A listing: its lines as paragraphs that are numbered by the program itself, on a ground of their own. */
import type { CodeWord, HighlightedLine, WordKind } from '../../code/highlight.ts'
import {
  BAND_BAR_PX,
  CODE_GUTTER_PX,
  CODE_PADDING_PX,
  MONO,
  sizeName,
  TURN_INDENT,
  TURN_MARK,
} from '../../deck/layout-code.ts'
import { cutRows } from '../../deck/listing-html.ts'
import { type MarkedColors, markedColors } from '../../deck/marked-colors.ts'
import type { Block, CodeBlock } from '../../deck/slide.ts'
import { measureText } from '../../font/measure-text.ts'
import type { Place } from '../canvas.ts'
import type { Box, Color, Mark, Paragraph, Run, Shape } from '../presentation.ts'
import { textStyle } from './text-style.ts'

export function composeCode(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'code') return []
  const { box, canvas } = place
  const marked = markedColors(canvas.theme.colors)
  const rows = rowsOf(block, place)
  const paragraphs = rows.map((row) => rowParagraph(row, { place, marked }))
  const text: Shape = {
    kind: 'text',
    name: 'Lines',
    box: {
      ...box,
      y: box.y + CODE_PADDING_PX,
      width: box.width - CODE_PADDING_PX,
      height: box.height - 2 * CODE_PADDING_PX,
    },
    text: { paragraphs },
  }
  const name = block.language === '' ? 'Listing' : `Listing: ${block.language}`
  const ground = ruled('Ground', box, 'tint')
  return [{ kind: 'group', name, box, children: [ground, ...bands(rows, { place, marked }), text] }]
}

/** A line of the listing, or the rest of one that is too wide. */
type Row = {
  readonly words: HighlightedLine
  readonly number: number
  /** Of the line from which numbers are counted on: a turned row ends the list that a program sees. */
  readonly countedFrom: number
  readonly isTurned: boolean
  readonly isMarked: boolean
}

function rowsOf(block: CodeBlock, { canvas, layout }: Place): readonly Row[] {
  const words = canvas.listings.get(block) ?? []
  let countedFrom = block.start
  return block.lines.flatMap((line, index) => {
    const number = block.start + index
    const own = words[index] ?? [{ text: line, kind: 'plain' as const }]
    const rows = cutRows(own, layout.codeRows?.[index] ?? [line.length])
    const from = countedFrom
    if (rows.length > 1) countedFrom = number + 1
    return rows.map((row, at) => ({
      words: row,
      number,
      countedFrom: from,
      isTurned: at > 0,
      isMarked: block.marked.includes(number),
    }))
  })
}

type Drawn = { readonly place: Place; readonly marked: MarkedColors }

/** Behind neighbours one band: lines stand exactly as far apart as they are measured. */
function bands(rows: readonly Row[], { place, marked }: Drawn): readonly Shape[] {
  const { box, canvas, slide } = place
  const linePx = canvas.ruler.linePx(sizeName({ isDense: slide.classes.includes('dense') }))
  return rows.flatMap(({ isMarked }, from) => {
    if (!isMarked || rows[from - 1]?.isMarked === true) return []
    const end = rows.findIndex((row, at) => at > from && !row.isMarked)
    const count = (end < 0 ? rows.length : end) - from
    const y = box.y + CODE_PADDING_PX + from * linePx
    const band = { ...box, y, width: box.width - BAND_BAR_PX, height: count * linePx }
    return [
      ruled('Marked lines', band, hex(marked.ground)),
      ruled('Bar', { ...band, width: BAND_BAR_PX }, hex(marked.accent)),
    ]
  })
}

function ruled(name: string, box: Box, fill: Color): Shape {
  return { kind: 'text', name, isDecorative: true, geometry: 'rect', box, fill }
}

function rowParagraph(row: Row, { place, marked }: Drawn): Paragraph {
  const { canvas, slide } = place
  const size = sizeName({ isDense: slide.classes.includes('dense') })
  const style = textStyle(canvas, { size, color: row.isMarked ? hex(marked.ink) : 'ink' })
  const signPx = measureText('0', MONO) * canvas.ruler.tokens.sizes[size].sizePx
  const muted = row.isMarked ? hex(marked.muted) : 'muted'
  const runs = row.words.map((word) => wordRun(word, row.isMarked ? marked : undefined))
  return {
    ...style,
    // An empty paragraph would not be numbered.
    runs: runs.length === 0 ? [{ text: ' ', isCode: true }] : runs,
    level: 0,
    bullet: markOf(row, muted),
    indentPx: indentOf(row, signPx),
    hasExactLines: true,
  }
}

function markOf({ isTurned, countedFrom }: Row, color: Color): Mark {
  return { sign: isTurned ? TURN_MARK.trim() : countedFrom, color, isCode: true }
}

/** Fonts that lend the mark draw it wider than a character of the listing. */
const TURN_LEAD = 0.4

/** Numbers end at the same place, and turned rows begin further in; see deck/code-css.ts. */
function indentOf({ isTurned, number }: Row, signPx: number): { left: number; first: number } {
  if (isTurned) {
    const left = CODE_GUTTER_PX + TURN_INDENT * signPx
    return { left, first: -(TURN_INDENT + TURN_LEAD) * signPx }
  }
  const digits = String(number).length * signPx
  return { left: CODE_GUTTER_PX, first: -Math.min(CODE_GUTTER_PX, CODE_PADDING_PX + digits) }
}

/** Which of the theme's colours a word has; see deck/code-css.ts. */
const COLORS: Readonly<Partial<Record<WordKind, 'muted' | 'primary' | 'accent'>>> = {
  comment: 'muted',
  keyword: 'primary',
  type: 'primary',
  name: 'primary',
  string: 'accent',
  number: 'accent',
}

function wordRun({ text, kind }: CodeWord, marked: MarkedColors | undefined): Run {
  const name = COLORS[kind]
  const color = name === undefined ? undefined : marked === undefined ? name : hex(marked[name])
  return {
    text,
    isCode: true,
    ...(color !== undefined && { color }),
    ...(kind === 'keyword' && { isStrong: true }),
  }
}

/** The palette gives no other than `#rrggbb`. */
function hex(color: string): Color {
  return color as `#${string}`
}
