/** How a listing is set: which of its lines need a second row, and how high that is. */
import { measureText } from '../font/measure-text.ts'
import type { DeckRuler, SizeName } from './deck-ruler.ts'
import type { BlockLayout } from './layout-slide.ts'
import type { CodeBlock } from './slide.ts'

export type CodeContext = {
  readonly isDense: boolean
  readonly widthPx: number
  readonly ruler: DeckRuler
}

/** Padding of the listing and the room of its line numbers; see code-css.ts. */
export const CODE_PADDING_PX = 18
export const CODE_GUTTER_PX = 66
/** At both ends of the band behind a stressed line. */
export const BAND_BAR_PX = 6
/** The mark of a turned line and the room before it, in characters. */
export const TURN_MARK = '↪ '
export const TURN_INDENT = 2
export const MONO = { stack: 'mono', weight: 400, isItalic: false } as const

export function layoutCode(block: CodeBlock, context: CodeContext): BlockLayout {
  const codeRows = block.lines.map((line) => rowsOf(line, context))
  const count = codeRows.reduce((sum, rows) => sum + rows.length, 0)
  const linePx = context.ruler.linePx(sizeName(context))
  return { heightPx: count * linePx + 2 * CODE_PADDING_PX, codeRows }
}

export function sizeName({ isDense }: Pick<CodeContext, 'isDense'>): SizeName {
  return isDense ? 'denseCode' : 'code'
}

/** True when no line has to be turned. */
export function isNarrowCode(block: CodeBlock, context: CodeContext): boolean {
  return block.lines.every((line) => rowsOf(line, context).length === 1)
}

/** Lengths of the rows of a line, in UTF-16 units: one, unless the line is wider than the slide. */
export function rowsOf(line: string, context: CodeContext): readonly number[] {
  const sizePx = context.ruler.tokens.sizes[sizeName(context)].sizePx
  const roomEm = (context.widthPx - CODE_GUTTER_PX - 2 * CODE_PADDING_PX) / sizePx
  if (measureText(line, MONO) <= roomEm) return [line.length]
  const rows: number[] = []
  let rest = line
  let room = roomEm
  while (measureText(rest, MONO) > room) {
    const length = rowLength(rest, room)
    rows.push(length)
    rest = rest.slice(length)
    room = roomEm - measureText(TURN_MARK, MONO) - measureText(' '.repeat(TURN_INDENT), MONO)
  }
  return [...rows, rest.length]
}

/** Behind a space or a sign near the end of the room, else wherever it is full. */
function rowLength(text: string, roomEm: number): number {
  let length = 0
  let width = 0
  for (const character of text) {
    width += measureText(character, MONO)
    if (width > roomEm && length > 0) break
    length += character.length
  }
  const break_ = /[\s,;(){}=+*/|&-][^\s,;(){}=+*/|&-]*$/u.exec(text.slice(0, length))
  return break_ === null || break_.index < length / 2 ? length : break_.index + 1
}
