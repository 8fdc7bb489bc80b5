/** Text marks → the operators of a PDF content stream. */

import { channelsOf } from '../color/contrast.ts'
import { type FontFace, faceKey } from '../font/faces.ts'
import type { EmbeddedFace } from './embed-face.ts'
import { isGrey } from './grey.ts'
import type { GlyphPiece, LinePiece, SpacePiece, TextMark } from './mark.ts'
import { shapeRun } from './shape-run.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'

export type FaceSource = (face: FontFace) => EmbeddedFace

/** Pieces with the operator that opens their marked content; empty for content that is open already. */
export type TaggedPieces = { readonly begin: string; readonly pieces: readonly LinePiece[] }

/**
 * One text object per line (ISO 32000-1, 9.4). The page's y axis points down (pdfkit flips it), so the
 * text matrix flips it back. Word spaces are real space characters, moved to width in the TJ array.
 */
export function paintText(
  mark: TextMark,
  stretches: readonly TaggedPieces[],
  faces: FaceSource,
): string {
  const painter = new LinePainter(faces)
  for (const { begin, pieces } of stretches) {
    if (begin !== '') painter.begin(begin)
    for (const piece of pieces) {
      if (piece.kind === 'space') painter.paintSpace(piece)
      else painter.paintGlyphs(piece)
    }
    if (begin !== '') painter.end()
  }
  const matrix = [...turnOf(mark), mark.x, mark.y].map(formatNumber).join(' ')
  return `BT\n${matrix} Tm\n${painter.finish()}ET\n`
}

/** The upper part of the text matrix, for a y axis that points down. */
function turnOf({ turn = 0 }: TextMark): readonly number[] {
  if (turn === 0) return [1, 0, 0, -1]
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((part) => Math.round(part * 1e6) / 1e6)
  return [cos ?? 1, -(sin ?? 0), -(sin ?? 0), -(cos ?? 1)]
}

export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** `0.043 0.235 0.365 rg` for `#0b3c5d`; a grey is a grey: `0 g` for black. */
export function fillColor(color: string): string {
  const operands = operandsOf(color)
  return `${operands} ${isGreyOperand(operands) ? 'g' : 'rg'}`
}

export function strokeColor(color: string): string {
  const operands = operandsOf(color)
  return `${operands} ${isGreyOperand(operands) ? 'G' : 'RG'}`
}

function isGreyOperand(operands: string): boolean {
  return !operands.includes(' ')
}

/** A page has few colours and a thousand marks. */
const knownOperands = new Map<string, string>()
const MAX_KNOWN_COLORS = 1000

function operandsOf(color: string): string {
  const known = knownOperands.get(color)
  if (known !== undefined) return known
  const channels = isGrey(color) ? channelsOf(color).slice(0, 1) : channelsOf(color)
  const operands = channels.map((channel) => formatNumber(channel / 255)).join(' ')
  if (knownOperands.size >= MAX_KNOWN_COLORS) knownOperands.clear()
  knownOperands.set(color, operands)
  return operands
}

class LinePainter {
  readonly #faces: FaceSource
  #operators = ''
  /** Of the TJ array: what is closed, the string of glyphs that is open, and a move not yet written. */
  #array = ''
  #glyphs = ''
  #thousandths = 0
  #font = ''
  #color = ''
  #rise = 0
  #tracking = 0
  #widthScale = 1

  constructor(faces: FaceSource) {
    this.#faces = faces
  }

  begin(operator: string): void {
    this.#write(operator.trimEnd())
  }

  end(): void {
    this.#write('EMC')
  }

  paintSpace(piece: SpacePiece): void {
    const space = shapeRun(piece.face, ' ').glyphs[0]
    if (space === undefined) return
    this.#use(piece.face, piece.sizePt, this.#rise)
    const scaled = piece.widthPt / this.#widthScale - this.#tracking
    this.#show(this.#faces(piece.face).cidOf(space))
    this.#move(scaled / piece.sizePt - space.defaultAdvance)
  }

  paintGlyphs(piece: GlyphPiece): void {
    const { run } = piece
    this.#setColor(piece.color)
    this.#use(run.face, piece.sizePt, piece.risePt)
    this.#spread(piece)
    const face = this.#faces(run.face)
    if (piece.risePt <= 0 && piece.from === 0 && piece.to === run.glyphs.length) {
      for (const { cids, move } of face.stringsOf(run)) {
        this.#show(cids)
        this.#move(move)
      }
      return
    }
    const glyphs = run.glyphs.slice(piece.from, piece.to)
    for (const glyph of piece.risePt > 0 ? bracketed(glyphs, piece) : glyphs) {
      this.#show(face.cidOf(glyph))
      this.#move(glyph.advance - glyph.defaultAdvance)
    }
  }

  finish(): string {
    this.#flush()
    if (this.#rise !== 0) this.#operators += '0 Ts\n'
    if (this.#tracking !== 0) this.#operators += '0 Tc\n'
    if (this.#widthScale !== 1) this.#operators += '100 Tz\n'
    return this.#operators
  }

  #show(cids: string): void {
    this.#writeMove()
    this.#glyphs += cids
  }

  /** To the right by a part of the size; neighbouring moves add up. */
  #move(em: number): void {
    this.#thousandths -= em * 1000
  }

  #writeMove(): void {
    if (this.#thousandths === 0) return
    const move = Math.round(this.#thousandths * 10) / 10
    if (move === 0) return
    this.#closeGlyphs()
    this.#array += move
    this.#thousandths = 0
  }

  #closeGlyphs(): void {
    if (this.#glyphs !== '') this.#array += `<${this.#glyphs}>`
    this.#glyphs = ''
  }

  #use(face: FontFace, sizePt: number, risePt: number): void {
    const font = `${faceKey(face)} ${sizePt}`
    if (font !== this.#font) {
      this.#font = font
      this.#write(`/${this.#faces(face).name} ${formatNumber(sizePt)} Tf`)
    }
    this.#setRise(risePt)
  }

  #setRise(risePt: number): void {
    if (risePt === this.#rise) return
    this.#rise = risePt
    this.#write(`${formatNumber(risePt)} Ts`)
  }

  /** Character spacing and horizontal scaling (ISO 32000-1, 9.3.2 and 9.3.4); the second scales the first. */
  #spread({ trackingPt, widthScale }: GlyphPiece): void {
    const tracking = Math.round((trackingPt / widthScale) * 1e5) / 1e5
    if (tracking !== this.#tracking) this.#write(`${tracking} Tc`)
    if (widthScale !== this.#widthScale) this.#write(`${formatNumber(widthScale * 100)} Tz`)
    this.#tracking = tracking
    this.#widthScale = widthScale
  }

  #setColor(color: string): void {
    if (color === this.#color) return
    this.#color = color
    this.#write(fillColor(color))
  }

  #write(operator: string): void {
    this.#flush()
    this.#operators += `${operator}\n`
  }

  #flush(): void {
    this.#writeMove()
    this.#closeGlyphs()
    if (this.#array !== '') this.#operators += `[${this.#array}]TJ\n`
    this.#array = ''
  }
}

const OPENING_BRACKET = 0x5b
const CLOSING_BRACKET = 0x5d

/** Raised numbers, for whoever copies or hears the text: “2024[1]”, not “20241”. */
function bracketed(
  glyphs: readonly ShapedGlyph[],
  { run, from }: GlyphPiece,
): readonly ShapedGlyph[] {
  const last = run.glyphs.length - 1
  return glyphs.map((glyph, index) => ({
    ...glyph,
    codePoints: [
      ...(from + index === 0 ? [OPENING_BRACKET] : []),
      ...glyph.codePoints,
      ...(from + index === last ? [CLOSING_BRACKET] : []),
    ],
  }))
}
