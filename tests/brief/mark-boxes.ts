/** Where the marks of a page are, as boxes, and which of them are in each other's way. */
import type { LinePiece, Mark, TextMark } from '../../scripts/typeset/mark.ts'

export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly text: string
}

/** Of capitals and of descenders, in em: less than the leading of any line. */
const ASCENT = 0.72
const DESCENT = 0.2

export function textBoxes(marks: readonly Mark[]): readonly Box[] {
  return marks.flatMap((mark) =>
    mark.kind === 'text' && mark.pieces.some(isDrawn) ? [boxOf(mark)] : [],
  )
}

function isDrawn(piece: LinePiece): boolean {
  return piece.kind === 'glyphs'
}

function boxOf(mark: TextMark): Box {
  const drawn = mark.pieces.slice(0, mark.pieces.findLastIndex(isDrawn) + 1)
  const sizes = drawn.flatMap((piece) =>
    piece.kind === 'glyphs' && piece.risePt === 0 ? [piece.sizePt] : [],
  )
  const sizePt = Math.max(0, ...sizes)
  return {
    left: mark.x,
    right: mark.x + drawn.reduce((sum, piece) => sum + widthOf(piece), 0),
    top: mark.y - sizePt * ASCENT,
    bottom: mark.y + sizePt * DESCENT,
    text: drawn.map((piece) => (piece.kind === 'glyphs' ? piece.run.text : ' ')).join(''),
  }
}

function widthOf(piece: LinePiece): number {
  if (piece.kind === 'space') return piece.widthPt
  const glyphs = piece.run.glyphs.slice(piece.from, piece.to)
  const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
  return advance * piece.sizePt * piece.widthScale + glyphs.length * piece.trackingPt
}

/** Pairs of lines of text that are printed over each other. */
export function overlaps(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => isOver(one, other))
      .map((other) => `“${one.text}” over “${other.text}”`),
  )
}

const SLACK = 0.3

function isOver(one: Box, other: Box): boolean {
  return (
    one.left < other.right - SLACK &&
    other.left < one.right - SLACK &&
    one.top < other.bottom - SLACK &&
    other.top < one.bottom - SLACK
  )
}
