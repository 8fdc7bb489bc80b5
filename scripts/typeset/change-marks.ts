/** Marks with another place, other colours or another role; the marks given stay as they are. */
import type { LinePiece, Mark, PathStep, TextMark } from './mark.ts'
import { LAYOUT } from './structure.ts'

/** To the right and downward by points. */
export function moveMark(mark: Mark, dx: number, dy: number): Mark {
  if (mark.kind === 'path')
    return { ...mark, steps: mark.steps.map((step) => moveStep(step, dx, dy)) }
  if (mark.kind !== 'line') return { ...mark, x: mark.x + dx, y: mark.y + dy }
  const { x1, y1, x2, y2 } = mark
  return { ...mark, x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy }
}

export function moveStep(step: PathStep, dx: number, dy: number): PathStep {
  switch (step.to) {
    case 'close':
      return step
    case 'curve': {
      const { x1, y1, x2, y2, x, y } = step
      const from = { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy }
      return { to: 'curve', ...from, x: x + dx, y: y + dy }
    }
    default:
      return { ...step, x: step.x + dx, y: step.y + dy }
  }
}

/** A repetition that nobody has to be read again: no link, no text of its own. */
export function asArtifacts(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ kind }) => kind !== 'link').map((mark) => ({ ...mark, tag: LAYOUT }))
}

export type ColorChange = (color: string) => string

export function colorText(mark: TextMark, change: ColorChange): TextMark {
  return { ...mark, pieces: mark.pieces.map((piece) => colorPiece(piece, change)) }
}

function colorPiece(piece: LinePiece, change: ColorChange): LinePiece {
  return piece.kind === 'glyphs' ? { ...piece, color: change(piece.color) } : piece
}
