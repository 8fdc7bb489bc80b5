/** Text marks → the operators of a PDF content stream. */
import { type FontFace, faceKey } from '../font/faces.ts'
import type { GlyphPiece, SpacePiece, TextMark } from './mark.ts'
import type { EmbeddedFace } from './pdf-fields.ts'
import { shapeRun } from './shape-run.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'

export type FaceSource = (face: FontFace) => EmbeddedFace

/**
 * One text object per line (ISO 32000-1, 9.4). The page's y axis points down (pdfkit flips it), so the
 * text matrix flips it back. Word spaces are real space characters, moved to width in the TJ array.
 */
export function paintText(mark: TextMark, faces: FaceSource): string {
  const painter = new LinePainter(faces)
  for (const piece of mark.pieces) {
    if (piece.kind === 'space') painter.paintSpace(piece)
    else painter.paintGlyphs(piece)
  }
  return `BT\n1 0 0 -1 ${formatNumber(mark.x)} ${formatNumber(mark.y)} Tm\n${painter.finish()}ET`
}

export function formatNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

/** `0.04 0.24 0.36 rg` for `#0b3c5d`. */
export function fillColor(color: string): string {
  return `${colorOperands(color)} rg`
}

export function colorOperands(color: string): string {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
    .map((channel) => formatNumber(channel / 255))
    .join(' ')
}

class LinePainter {
  readonly #faces: FaceSource
  #operators = ''
  #shown: string[] = []
  #font = ''
  #color = ''
  #rise = 0

  constructor(faces: FaceSource) {
    this.#faces = faces
  }

  paintSpace(piece: SpacePiece): void {
    const space = shapeRun(piece.face, ' ').glyphs[0]
    if (space === undefined) return
    this.#use(piece.face, piece.sizePt, this.#rise)
    this.#show(piece.face, space)
    this.#move(piece.widthPt / piece.sizePt - space.defaultAdvance)
  }

  paintGlyphs(piece: GlyphPiece): void {
    const { run } = piece
    this.#setColor(piece.color)
    this.#use(run.face, piece.sizePt, piece.risePt)
    if (run.isDevanagari) this.#beginActualText(piece)
    const tracking = piece.trackingPt / piece.sizePt
    const glyphs = run.glyphs.slice(piece.from, piece.to)
    for (const glyph of piece.risePt > 0 ? bracketed(glyphs, piece) : glyphs) {
      this.#show(run.face, glyph)
      this.#move(glyph.advance + tracking - glyph.defaultAdvance)
    }
    if (run.isDevanagari) this.#write('EMC')
  }

  finish(): string {
    this.#flush()
    if (this.#rise !== 0) this.#operators += '0 Ts\n'
    return this.#operators
  }

  /** ISO 32000-1, 14.9.4: what a reader copies in place of the glyphs. */
  #beginActualText({ run, from, to }: GlyphPiece): void {
    const text = run.text.slice(run.ends[from - 1] ?? 0, run.ends[to - 1])
    this.#write(`/Span<</ActualText<FEFF${toUtf16Hex(text)}>>>BDC`)
  }

  #show(face: FontFace, glyph: ShapedGlyph): void {
    const cid = this.#faces(face).cidOf(glyph)
    const last = this.#shown.at(-1)
    if (last?.startsWith('<') === true) {
      this.#shown[this.#shown.length - 1] = `${last.slice(0, -1)}${cid}>`
    } else {
      this.#shown.push(`<${cid}>`)
    }
  }

  /** To the right by a part of the size; neighbouring moves add up. */
  #move(em: number): void {
    const thousandths = Math.round(em * -10_000) / 10
    if (thousandths === 0) return
    const last = this.#shown.at(-1)
    if (last === undefined || last.startsWith('<')) this.#shown.push(String(thousandths))
    else this.#shown[this.#shown.length - 1] = formatNumber(Number(last) + thousandths)
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
    if (this.#shown.length === 0) return
    this.#operators += `[${this.#shown.join(' ')}]TJ\n`
    this.#shown = []
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

function toUtf16Hex(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return hex.toUpperCase()
}
