/** Text set in a measure: its lines, and where they go. */
import { type BreakStyle, breakParagraph, type Line } from '../typeset/break-paragraph.ts'
import type { InlineDrawing } from '../typeset/inline-drawing.ts'
import type { Item } from '../typeset/item.ts'
import { widestGapEm } from '../typeset/line.ts'
import type { Mark } from '../typeset/mark.ts'
import { setLine } from '../typeset/set-line.ts'
import type { Tag } from '../typeset/structure.ts'
import { LINE_ROOM } from './formula-drawing.ts'

export type SetText = {
  readonly items: readonly Item[]
  readonly lines: readonly Line[]
  readonly sizePt: number
  /** Of the widest line. */
  readonly widthPt: number
}

export function setText(
  items: readonly Item[],
  measure: { readonly widthPt: number; readonly sizePt: number; readonly style: BreakStyle },
): SetText {
  const { widthPt, sizePt, style } = measure
  const lines = breakParagraph(items, widthPt / sizePt, style)
  const widest = lines.reduce((width, line) => Math.max(width, line.width), 0)
  return { items, lines, sizePt, widthPt: widest * sizePt }
}

/** Share of the leading at which the middle of the x-height stands. */
const X_HEIGHT_CENTRE = 0.5
/** Half an x-height of the Noto families (0.536 em), and a little for the descenders' weight. */
const HALF_X_HEIGHT = 0.3

/** How far below the top of a line of this leading the baseline stands. */
function baselineIn(leadingPt: number, sizePt: number): number {
  return leadingPt * X_HEIGHT_CENTRE + sizePt * HALF_X_HEIGHT
}

export type TextPlace = {
  readonly x: number
  /** Of the top of the first line. */
  readonly y: number
  readonly leadingPt: number
  readonly tag: Tag
}

export function drawLine(text: SetText, index: number, place: TextPlace): readonly Mark[] {
  const line = text.lines[index]
  if (line === undefined) return []
  return setLine(text.items, line, {
    x: place.x,
    y: place.y + baselineIn(place.leadingPt, text.sizePt),
    sizePt: text.sizePt,
    tag: place.tag,
  })
}

export function drawText(text: SetText, place: TextPlace): readonly Mark[] {
  return text.lines.flatMap((_, index) =>
    drawLine(text, index, { ...place, y: place.y + index * place.leadingPt }),
  )
}

/** How much more room a line needs for its formulas, above and below, in points. */
export function tallestIn(
  { items, sizePt }: SetText,
  line: Line,
): { readonly above: number; readonly below: number } {
  const drawings = items
    .slice(line.from, line.to)
    .flatMap((item) => (item.type === 'box' && item.drawing !== undefined ? [item.drawing] : []))
  const reach = (of: (drawing: InlineDrawing) => number): number => Math.max(0, ...drawings.map(of))
  return {
    above: reach(({ height }) => height - LINE_ROOM.height) * sizePt,
    below: reach(({ depth }) => depth - LINE_ROOM.depth) * sizePt,
  }
}

/** Keeps a label and the words behind it apart for readers that go by the characters alone. */
export function endWithSpace(mark: Mark): Mark {
  const last = mark.kind === 'text' ? mark.pieces.at(-1) : undefined
  if (mark.kind !== 'text' || last?.kind !== 'glyphs') return mark
  const { sizePt, run } = last
  const space = { kind: 'space', face: run.face, sizePt, widthPt: 0, inline: undefined } as const
  return { ...mark, pieces: [...mark.pieces, space] }
}

/** The widest word space of a justified line; 0 for a line of natural spaces. */
export function widestGapOf({ items, sizePt }: SetText, line: Line): number {
  return line.isJustified ? widestGapEm(items, line) * sizePt : 0
}
