/**
 * The outlines of a TrueType font as WOFF2 writes them: a sixth smaller once compressed.
 * Source: WOFF File Format 2.0, 5.1 “Transformed glyf table format”, 5.2 “Triplet encoding”.
 */
import type { FontTables } from './sfnt-tables.ts'

const INDEX_FORMAT_AT = 50
const GLYPH_COUNT_AT = 4

/** Bits of a point, and of a part of a composite glyph: OpenType 1.9.1, “glyf”. */
const POINT = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 }
const PART = { wordArguments: 1, scale: 8, more: 32, xyScale: 64, matrix: 128, instructions: 256 }

class ByteStream {
  readonly bytes: number[] = []

  uint16(value: number): void {
    this.bytes.push((value >> 8) & 0xff, value & 0xff)
  }

  /** Section 6.1.1, “255UInt16”. */
  short(value: number): void {
    if (value < 253) this.bytes.push(value)
    else if (value < 506) this.bytes.push(255, value - 253)
    else if (value < 762) this.bytes.push(254, value - 506)
    else this.bytes.push(253, value >> 8, value & 0xff)
  }

  copy(view: DataView, from: number, to: number): void {
    for (let at = from; at < to; at++) this.bytes.push(view.getUint8(at))
  }
}

type Streams = Readonly<
  Record<
    'contours' | 'points' | 'flags' | 'glyphs' | 'parts' | 'boxes' | 'instructions',
    ByteStream
  >
> & { readonly hasBox: Uint8Array }

export function transformGlyphs(tables: FontTables): Uint8Array {
  const glyphCount = viewOf(tables, 'maxp').getUint16(GLYPH_COUNT_AT)
  const indexFormat = viewOf(tables, 'head').getUint16(INDEX_FORMAT_AT)
  const glyf = viewOf(tables, 'glyf')
  const loca = viewOf(tables, 'loca')
  const offsetOf = (glyph: number): number =>
    indexFormat === 0 ? 2 * loca.getUint16(2 * glyph) : loca.getUint32(4 * glyph)
  const streams = makeStreams(glyphCount)
  for (let glyph = 0; glyph < glyphCount; glyph++)
    writeGlyph(streams, glyph, { view: glyf, from: offsetOf(glyph), to: offsetOf(glyph + 1) })
  return join(streams, glyphCount, indexFormat)
}

function viewOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`font has no ${tag} table`)
  return new DataView(table.buffer, table.byteOffset, table.byteLength)
}

function makeStreams(glyphCount: number): Streams {
  return {
    contours: new ByteStream(),
    points: new ByteStream(),
    flags: new ByteStream(),
    glyphs: new ByteStream(),
    parts: new ByteStream(),
    boxes: new ByteStream(),
    instructions: new ByteStream(),
    hasBox: new Uint8Array(4 * Math.floor((glyphCount + 31) / 32)),
  }
}

function join(streams: Streams, glyphCount: number, indexFormat: number): Uint8Array {
  const { contours, points, flags, glyphs, parts, boxes, instructions, hasBox } = streams
  const inOrder = [contours, points, flags, glyphs, parts].map(({ bytes }) => bytes)
  const box = [...hasBox, ...boxes.bytes]
  const all = [...inOrder, box, instructions.bytes]
  const header = new DataView(new ArrayBuffer(8 + 4 * all.length))
  header.setUint16(4, glyphCount)
  header.setUint16(6, indexFormat)
  for (const [index, bytes] of all.entries()) header.setUint32(8 + 4 * index, bytes.length)
  return Uint8Array.from([...new Uint8Array(header.buffer), ...all.flat()])
}

type GlyphPlace = { readonly view: DataView; readonly from: number; readonly to: number }

function writeGlyph(streams: Streams, glyph: number, place: GlyphPlace): void {
  const { view, from, to } = place
  const contourCount = from === to ? 0 : view.getInt16(from)
  streams.contours.uint16(contourCount)
  if (contourCount < 0) writeComposite(streams, place)
  // A glyph without contours is nothing but the count.
  const isBoxKnown =
    contourCount === 0 || (contourCount > 0 && writeSimple(streams, place, contourCount))
  if (!isBoxKnown) writeBox(streams, glyph, place)
}

function writeBox({ hasBox, boxes }: Streams, glyph: number, { view, from }: GlyphPlace): void {
  hasBox[glyph >> 3] = (hasBox[glyph >> 3] ?? 0) | (0x80 >> (glyph & 7))
  boxes.copy(view, from + 2, from + 10)
}

function writeComposite(streams: Streams, { view, from }: GlyphPlace): void {
  let at = from + 10
  let flags: number
  let hasInstructions = false
  do {
    flags = view.getUint16(at)
    hasInstructions ||= (flags & PART.instructions) !== 0
    at += 4 + ((flags & PART.wordArguments) !== 0 ? 4 : 2)
    if ((flags & PART.scale) !== 0) at += 2
    else if ((flags & PART.xyScale) !== 0) at += 4
    else if ((flags & PART.matrix) !== 0) at += 8
  } while ((flags & PART.more) !== 0)
  streams.parts.copy(view, from + 10, at)
  if (hasInstructions) writeInstructions(streams, view, at)
}

function writeInstructions({ glyphs, instructions }: Streams, view: DataView, at: number): void {
  const length = view.getUint16(at)
  glyphs.short(length)
  instructions.copy(view, at + 2, at + 2 + length)
}

/** False when the glyph's box is not that of its points, so that it has to be written. */
function writeSimple(streams: Streams, { view, from }: GlyphPlace, contourCount: number): boolean {
  let pointCount = 0
  for (let contour = 0; contour < contourCount; contour++) {
    const end = view.getUint16(from + 10 + 2 * contour) + 1
    streams.points.short(end - pointCount)
    pointCount = end
  }
  const instructionsAt = from + 10 + 2 * contourCount
  const flagsAt = instructionsAt + 2 + view.getUint16(instructionsAt)
  const box = writePoints(streams, view, readPoints(view, flagsAt, pointCount))
  writeInstructions(streams, view, instructionsAt)
  return box.every((side, index) => side === view.getInt16(from + 2 + 2 * index))
}

type Points = { readonly flags: readonly number[]; readonly xAt: number; readonly yAt: number }

function readPoints(view: DataView, flagsAt: number, pointCount: number): Points {
  const flags: number[] = []
  let at = flagsAt
  let xLength = 0
  while (flags.length < pointCount) {
    const flag = view.getUint8(at++)
    let times = (flag & POINT.repeat) === 0 ? 1 : view.getUint8(at++) + 1
    for (; times > 0; times--) {
      flags.push(flag)
      xLength += (flag & POINT.shortX) !== 0 ? 1 : (flag & POINT.sameX) !== 0 ? 0 : 2
    }
  }
  return { flags, xAt: at, yAt: at + xLength }
}

/** Writes each step from point to point; gives xMin, yMin, xMax, yMax. */
function writePoints(streams: Streams, view: DataView, points: Points): readonly number[] {
  let { xAt, yAt } = points
  let x = 0
  let y = 0
  const xs: number[] = []
  const ys: number[] = []
  for (const flag of points.flags) {
    let dx = 0
    let dy = 0
    if ((flag & POINT.shortX) !== 0)
      dx = view.getUint8(xAt++) * ((flag & POINT.sameX) !== 0 ? 1 : -1)
    else if ((flag & POINT.sameX) === 0) {
      dx = view.getInt16(xAt)
      xAt += 2
    }
    if ((flag & POINT.shortY) !== 0)
      dy = view.getUint8(yAt++) * ((flag & POINT.sameY) !== 0 ? 1 : -1)
    else if ((flag & POINT.sameY) === 0) {
      dy = view.getInt16(yAt)
      yAt += 2
    }
    x += dx
    y += dy
    xs.push(x)
    ys.push(y)
    writeTriplet(streams, { dx, dy, isOnCurve: (flag & POINT.onCurve) !== 0 })
  }
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

type Step = { readonly dx: number; readonly dy: number; readonly isOnCurve: boolean }

/** Section 5.2, the table of 128 triplets. */
function writeTriplet({ flags, glyphs }: Streams, { dx, dy, isOnCurve }: Step): void {
  const x = Math.abs(dx)
  const y = Math.abs(dy)
  const curve = isOnCurve ? 0 : 128
  const right = dx < 0 ? 0 : 1
  const up = dy < 0 ? 0 : 1
  const signs = right + 2 * up
  if (dx === 0 && y < 1280) {
    flags.bytes.push(curve + ((y & 0xf00) >> 7) + up)
    glyphs.bytes.push(y & 0xff)
  } else if (dy === 0 && x < 1280) {
    flags.bytes.push(curve + 10 + ((x & 0xf00) >> 7) + right)
    glyphs.bytes.push(x & 0xff)
  } else if (x < 65 && y < 65) {
    flags.bytes.push(curve + 20 + ((x - 1) & 0x30) + (((y - 1) & 0x30) >> 2) + signs)
    glyphs.bytes.push((((x - 1) & 0xf) << 4) | ((y - 1) & 0xf))
  } else if (x < 769 && y < 769) {
    flags.bytes.push(curve + 84 + 12 * ((x - 1) >> 8) + 4 * ((y - 1) >> 8) + signs)
    glyphs.bytes.push((x - 1) & 0xff, (y - 1) & 0xff)
  } else if (x < 4096 && y < 4096) {
    flags.bytes.push(curve + 120 + signs)
    glyphs.bytes.push(x >> 4, ((x & 0xf) << 4) | (y >> 8), y & 0xff)
  } else {
    flags.bytes.push(curve + 124 + signs)
    glyphs.bytes.push(x >> 8, x & 0xff, y >> 8, y & 0xff)
  }
}
