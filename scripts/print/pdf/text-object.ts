/** A text object as Skia writes it (ISO 32000-1, 9.4): its glyphs one by one, and as a source again. */

import type { PageFonts } from './font-book.ts'
import type { FontText } from './font-text.ts'
import { fromHex, hexCode, toHex } from './to-unicode.ts'

export type Glyph = {
  code: number
  readonly font: FontText
  readonly sizePt: number
  /** From the start of the line, along it; in units of text space. */
  readonly x: number
  readonly width: number
  /** Number of the ActualText that it is part of; -1: of none. */
  readonly cluster: number
  /** Text that begins here and stands for all glyphs up to the one that ends it. */
  opens: string | undefined
  closes: boolean
}

/** A line of the source that shows nothing, or the glyphs that it shows. */
type Line = string | { readonly move: string; readonly glyphs: readonly Glyph[] }

export type TextObject = {
  readonly lines: readonly Line[]
  readonly glyphs: readonly Glyph[]
  /** Texts of the clusters. */
  readonly clusters: readonly string[]
  /** The last line of a text matrix: `1 0 0 -1 84 135`. */
  readonly matrix: string
}

type Reading = {
  readonly lines: Line[]
  readonly glyphs: Glyph[]
  readonly clusters: string[]
  matrix: string
  font: FontText | undefined
  sizePt: number
  x: number
  lineX: number
  cluster: number
}

/** Undefined when it shows text in a font of one-byte codes or in a way that Skia does not. */
export function readTextObject(source: string, fonts: PageFonts): TextObject | undefined {
  const reading: Reading = {
    lines: [],
    glyphs: [],
    clusters: [],
    matrix: '',
    font: undefined,
    sizePt: 0,
    x: 0,
    lineX: 0,
    cluster: -1,
  }
  for (const line of source.split('\n')) if (!readLine(reading, line, fonts)) return undefined
  return reading
}

const FONT = /^\/(\S+) (\S+) Tf$/
const CLUSTER = /^\/Span\s*<<\s*\/ActualText\s*<FEFF([\dA-F]*)>\s*>>\s*BDC$/
/** Shows or moves text in ways that Skia does not, or begins what is not looked into. */
const OTHER = /(?:TJ|T\*|TD|Td|['"]|BDC|BMC)$/

function readLine(reading: Reading, line: string, fonts: PageFonts): boolean {
  if (line.endsWith(' Tj')) return showGlyphs(reading, line)
  const cluster = CLUSTER.exec(line)
  if (cluster !== null) {
    reading.cluster = reading.clusters.push(fromHex(cluster[1] ?? '')) - 1
    return true
  }
  if (line === 'EMC') {
    reading.cluster = -1
    return true
  }
  const font = FONT.exec(line)
  if (font !== null) {
    reading.font = fonts.get(font[1] ?? '')
    reading.sizePt = Number(font[2])
  }
  if (line.endsWith(' Tm')) {
    reading.matrix = line.slice(0, -' Tm'.length)
    reading.x = 0
    reading.lineX = 0
  }
  reading.lines.push(line)
  return !OTHER.test(line)
}

/** `12.2 0 Td <00280042> Tj` */
function showGlyphs(reading: Reading, line: string): boolean {
  const { font, sizePt, cluster } = reading
  const start = line.indexOf('<')
  const hex = line.slice(start + 1, -'> Tj'.length)
  const move = line.slice(0, Math.max(0, start))
  const isMoved = move.endsWith(' Td ')
  if (font === undefined || start < 0 || hex.length % 4 !== 0 || !(isMoved || move === ''))
    return false
  if (isMoved) {
    reading.lineX += Number.parseFloat(move)
    reading.x = reading.lineX
  }
  const glyphs: Glyph[] = []
  for (let at = 0; at < hex.length; at += 4) {
    const code = Number.parseInt(hex.slice(at, at + 4), 16)
    const width = (font.widthOf(code) * sizePt) / 1000
    glyphs.push({
      code,
      font,
      sizePt,
      x: reading.x,
      width,
      cluster,
      opens: undefined,
      closes: false,
    })
    reading.x += width
  }
  reading.glyphs.push(...glyphs)
  reading.lines.push({ move, glyphs })
  return true
}

export function writeTextObject({ lines }: Pick<TextObject, 'lines'>): string {
  return lines.map((line) => (typeof line === 'string' ? line : writeShown(line))).join('\n')
}

function writeShown({ move, glyphs }: Exclude<Line, string>): string {
  const parts: string[] = []
  let before = move
  let codes = ''
  const flush = (): void => {
    if (codes !== '') parts.push(`${before}<${codes}> Tj`)
    if (codes !== '') before = ''
    codes = ''
  }
  for (const { code, opens, closes } of glyphs) {
    if (opens !== undefined) {
      flush()
      parts.push(`/Span<</ActualText<FEFF${toHex(opens)}>>>BDC`)
    }
    codes += hexCode(code)
    if (!closes) continue
    flush()
    parts.push('EMC')
  }
  flush()
  return parts.join('\n')
}
