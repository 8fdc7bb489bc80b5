/** A listing in a column: one atom for every row, so that it may go on in the next column. */
import { measureText } from '../font/measure-text.ts'
import type { LinePiece, Mark } from '../typeset/mark.ts'
import { shapeRun } from '../typeset/shape-run.ts'
import { splitRuns } from '../typeset/split-runs.ts'
import { type Element, LAYOUT, makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom } from './atom.ts'
import type { Content } from './brief-block.ts'
import type { Frame } from './frame.ts'

const STYLE = { stack: 'mono', weight: 400, isItalic: false } as const
/** Monospaced letters are wide and high: at this share of the text they look as large. */
const CODE_SCALE = 0.82
const LEADING = 1.32
/** From the bar at the left to the code, and a turned row further in, in em of the code. */
const INDENT = 0.8
const TURN_INDENT = 1.8
const BAR = { plainPt: 0.6, markedPt: 2 }

type CodeContent = Extract<Content, { kind: 'code' }>
type Row = { readonly text: string; readonly isTurned: boolean; readonly isMarked: boolean }

export function measureCode(content: CodeContent, frame: Frame): readonly Atom[] {
  const sizePt = frame.sizePt * CODE_SCALE
  const leadingPt = sizePt * LEADING
  const roomEm = (frame.widthPt - frame.indentPt) / sizePt - INDENT
  const rows = content.lines.flatMap((line, index) =>
    rowsOf(line, roomEm).map((text, row) => ({
      text,
      isTurned: row > 0,
      isMarked: content.marked.includes(index + 1),
    })),
  )
  const tag = makeElement('Code', makeElement('P', frame.parent))
  return rows.map((row, index) =>
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: leadingPt,
      breakCost: index < 2 || index > rows.length - 2 ? BREAK.never : BREAK.paragraph,
      draw: ({ x, y }) => drawRow(row, { x: x + frame.indentPt, y, sizePt, leadingPt, tag, frame }),
    }),
  )
}

/** Behind a space or a sign where there is one in the second half of the row. */
function rowsOf(line: string, roomEm: number): readonly string[] {
  const rows: string[] = []
  let rest = line
  while (widthOf(rest) > roomEm - (rows.length > 0 ? TURN_INDENT : 0) && rest.length > 1) {
    const length = rowLength(rest, roomEm - (rows.length > 0 ? TURN_INDENT : 0))
    rows.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...rows, rest]
}

function rowLength(text: string, roomEm: number): number {
  let length = 0
  let width = 0
  for (const character of text) {
    width += widthOf(character)
    if (width > roomEm && length > 0) break
    length += character.length
  }
  const opportunity = /[\s,;(){}=+*/|&-][^\s,;(){}=+*/|&-]*$/u.exec(text.slice(0, length))
  const at = opportunity?.index ?? -1
  return at < length / 2 ? length : at + 1
}

function widthOf(text: string): number {
  return measureText(text, STYLE)
}

type RowPlace = {
  readonly x: number
  readonly y: number
  readonly sizePt: number
  readonly leadingPt: number
  readonly tag: Element
  readonly frame: Frame
}

function drawRow(row: Row, place: RowPlace): readonly Mark[] {
  const { x, y, sizePt, leadingPt, tag, frame } = place
  const { ink, accent, rule, muted } = frame.setting.colors
  const width = row.isMarked ? BAR.markedPt : BAR.plainPt
  const bar = { kind: 'rect', x, y, width, height: leadingPt } as const
  const baseline = y + leadingPt * 0.5 + sizePt * 0.32
  const textX = x + (INDENT + (row.isTurned ? TURN_INDENT : 0)) * sizePt
  return [
    { ...bar, fill: row.isMarked ? accent : rule, tag: LAYOUT },
    ...(row.isTurned
      ? [turnMark({ x: x + INDENT * sizePt, y: baseline, sizePt, color: muted })]
      : []),
    { kind: 'text', x: textX, y: baseline, pieces: piecesOf(`${row.text} `, sizePt, ink), tag },
  ]
}

type TurnPlace = {
  readonly x: number
  readonly y: number
  readonly sizePt: number
  readonly color: string
}

/** An arrow that turns to the right, drawn and not written: it is no part of the program that is copied. */
function turnMark({ x, y, sizePt, color }: TurnPlace): Mark {
  const at = (right: number, up: number) => ({ x: x + right * sizePt, y: y - up * sizePt })
  return {
    kind: 'path',
    steps: [
      { to: 'move', ...at(0.2, 0.62) },
      { to: 'line', ...at(0.2, 0.28) },
      { to: 'line', ...at(1, 0.28) },
      { to: 'move', ...at(0.78, 0.46) },
      { to: 'line', ...at(1, 0.28) },
      { to: 'line', ...at(0.78, 0.1) },
    ],
    stroke: color,
    widthPt: sizePt * 0.06,
    tag: LAYOUT,
  }
}

/** Spaces keep their number: in a program they mean something. */
function piecesOf(text: string, sizePt: number, color: string): readonly LinePiece[] {
  const look = { sizePt, risePt: 0, trackingPt: 0, widthScale: 1, color }
  return (text.match(/ |[^ ]+/g) ?? []).flatMap((word): readonly LinePiece[] => {
    const runs = splitRuns(word === ' ' ? 'x' : word, STYLE)
    const face = runs[0]?.face
    if (word === ' ')
      return face === undefined
        ? []
        : [{ kind: 'space', face, sizePt, widthPt: widthOf(' ') * sizePt, inline: undefined }]
    return runs.map((part) => {
      const run = shapeRun(part.face, part.text)
      const rest = { inline: undefined, isSoftHyphen: false }
      return { kind: 'glyphs', run, from: 0, to: run.glyphs.length, ...look, ...rest }
    })
  })
}
