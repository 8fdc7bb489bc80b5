/** The outlines of glyphs as a TrueType file keeps them. Source: OpenType 1.9.1, “glyf”, “loca”. */
import { readTables } from './sfnt-tables.ts'

/** The data of each glyph; of a blank one it is empty. */
export type GlyphData = { (id: number): DataView; readonly unitsPerEm: number }

export function openGlyphData(fontFile: Uint8Array): GlyphData {
  const tables = readTables(fontFile)
  const viewOf = (tag: string): DataView => {
    const table = tables.get(tag)
    if (table === undefined) throw new Error(`font has no ${tag} table`)
    return new DataView(table.buffer, table.byteOffset, table.byteLength)
  }
  const [head, loca, glyf] = [viewOf('head'), viewOf('loca'), viewOf('glyf')]
  const isLong = head.getInt16(50) === 1
  const offset = (index: number): number =>
    isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index)
  const dataOf = (id: number): DataView =>
    new DataView(glyf.buffer, glyf.byteOffset + offset(id), offset(id + 1) - offset(id))
  return Object.assign(dataOf, { unitsPerEm: head.getUint16(18) })
}

/** Negative: the glyph is made of others. */
export function contourCount(data: DataView): number {
  return data.byteLength === 0 ? 0 : data.getInt16(0)
}

export type CurvePoint = { readonly x: number; readonly y: number; readonly isOnCurve: boolean }

const ON_CURVE = 0x01
const REPEAT = 0x08
const X = { isByte: 0x02, isSameOrPositive: 0x10 }
const Y = { isByte: 0x04, isSameOrPositive: 0x20 }

/** Of a glyph that is not made of others; y grows upward. */
export function readContours(data: DataView): readonly (readonly CurvePoint[])[] {
  const count = contourCount(data)
  const ends = Array.from({ length: count }, (_, index) => data.getUint16(10 + 2 * index))
  const points = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * count
  at += 2 + data.getUint16(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = data.getUint8(at++)
    flags.push(flag)
    if ((flag & REPEAT) !== 0)
      for (let again = data.getUint8(at++); again > 0; again--) flags.push(flag)
  }
  const xs = readCoordinates(data, at, { flags, bits: X })
  const ys = readCoordinates(data, xs.end, { flags, bits: Y })
  const all = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    isOnCurve: (flag & ON_CURVE) !== 0,
  }))
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

function readCoordinates(
  data: DataView,
  start: number,
  { flags, bits }: { readonly flags: readonly number[]; readonly bits: typeof X },
): { readonly values: readonly number[]; readonly end: number } {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    const isPositive = (flag & bits.isSameOrPositive) !== 0
    if ((flag & bits.isByte) !== 0) value += data.getUint8(at++) * (isPositive ? 1 : -1)
    else if (!isPositive) {
      value += data.getInt16(at)
      at += 2
    }
    return value
  })
  return { values, end: at }
}

/** A glyph inside another: its points are multiplied by the matrix (xx, yx, xy, yy), then moved. */
export type Component = {
  readonly id: number
  readonly x: number
  readonly y: number
  readonly matrix: readonly [xx: number, yx: number, xy: number, yy: number]
}

const WORDS = 0x0001
const IS_PLACE = 0x0002
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

/** Of a glyph that is made of others. A part that hangs on a point of the one before is not moved. */
export function readComponents(data: DataView): readonly Component[] {
  const components: Component[] = []
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = data.getUint16(at)
    const isWords = (flags & WORDS) !== 0
    const place = (index: number): number => {
      if ((flags & IS_PLACE) === 0) return 0
      return isWords ? data.getInt16(at + 4 + 2 * index) : data.getInt8(at + 4 + index)
    }
    const scales = at + (isWords ? 8 : 6)
    const count = (flags & MATRIX) !== 0 ? 4 : (flags & TWO_SCALES) !== 0 ? 2 : flags & SCALE && 1
    const given = Array.from({ length: count }, (_, index) => data.getInt16(scales + 2 * index))
    components.push({
      id: data.getUint16(at + 2),
      x: place(0),
      y: place(1),
      matrix: matrixOf(given.map((value) => value / 16_384)),
    })
    at = scales + 2 * count
  }
  return components
}

function matrixOf([a = 1, b = a, c, d]: readonly number[]): Component['matrix'] {
  return c === undefined || d === undefined ? [a, 0, 0, b] : [a, b, c, d]
}
