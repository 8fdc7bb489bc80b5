/**
 * How much ink a glyph takes: the area inside its outlines, in square em. Read from the font file itself
 * (OpenType 1.9.1, “glyf”), which costs a tenth of what fontkit's paths do.
 */
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import { readTables } from '../font/sfnt-tables.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'

type AreaOf = (id: number) => number

const areasOfFace = new Map<string, AreaOf>()

export function glyphArea(face: FontFace, glyph: Pick<ShapedGlyph, 'id' | 'parts'>): number {
  const areaOf = areasOf(face)
  if (glyph.parts.length === 0) return areaOf(glyph.id)
  // Where parts touch, as headlines do, the strip they share is counted twice: about a hundredth.
  return glyph.parts.reduce((sum, part) => sum + areaOf(part.id), 0)
}

function areasOf(face: FontFace): AreaOf {
  const key = faceKey(face)
  const known = areasOfFace.get(key)
  if (known !== undefined) return known
  const outlineOf = openOutlines(readFontFile(face))
  const areas = new Map<number, number>()
  const areaOf: AreaOf = (id) => {
    let area = areas.get(id)
    if (area === undefined) {
      area = id < 0 ? 0 : measureOutline(outlineOf(id), areaOf)
      areas.set(id, area)
    }
    return area
  }
  const unitsPerEm = outlineOf.unitsPerEm
  const inEm: AreaOf = (id) => areaOf(id) / unitsPerEm ** 2
  areasOfFace.set(key, inEm)
  return inEm
}

type Outlines = { (id: number): DataView; readonly unitsPerEm: number }

function openOutlines(fontFile: Uint8Array): Outlines {
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
  const outlineOf = (id: number): DataView =>
    new DataView(glyf.buffer, glyf.byteOffset + offset(id), offset(id + 1) - offset(id))
  return Object.assign(outlineOf, { unitsPerEm: head.getUint16(18) })
}

function measureOutline(outline: DataView, areaOf: AreaOf): number {
  if (outline.byteLength === 0) return 0
  const contourCount = outline.getInt16(0)
  if (contourCount < 0) return measureComponents(outline, areaOf)
  const contours = readContours(outline, contourCount)
  // Counters run the other way round and are taken off.
  return Math.abs(contours.reduce((sum, contour) => sum + signedArea(contour), 0))
}

const WORDS = 0x0001
const SCALE = 0x0008
const MORE = 0x0020
const TWO_SCALES = 0x0040
const MATRIX = 0x0080

/** Components may be scaled, which no glyph of the shipped fonts is; their place changes no area. */
function measureComponents(outline: DataView, areaOf: AreaOf): number {
  let area = 0
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = outline.getUint16(at)
    area += areaOf(outline.getUint16(at + 2))
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4)
    if ((flags & SCALE) !== 0) at += 2
    if ((flags & TWO_SCALES) !== 0) at += 4
    if ((flags & MATRIX) !== 0) at += 8
  }
  return area
}

type CurvePoint = { readonly x: number; readonly y: number; readonly isOnCurve: boolean }

const ON_CURVE = 0x01
const REPEAT = 0x08
const X = { isByte: 0x02, isSameOrPositive: 0x10 }
const Y = { isByte: 0x04, isSameOrPositive: 0x20 }

function readContours(outline: DataView, count: number): readonly (readonly CurvePoint[])[] {
  const ends = Array.from({ length: count }, (_, index) => outline.getUint16(10 + 2 * index))
  const points = (ends.at(-1) ?? -1) + 1
  let at = 10 + 2 * count
  at += 2 + outline.getUint16(at)
  const flags: number[] = []
  while (flags.length < points) {
    const flag = outline.getUint8(at++)
    flags.push(flag)
    if ((flag & REPEAT) !== 0)
      for (let again = outline.getUint8(at++); again > 0; again--) flags.push(flag)
  }
  const xs = readCoordinates(outline, at, { flags, bits: X })
  const ys = readCoordinates(outline, xs.end, { flags, bits: Y })
  const all = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    isOnCurve: (flag & ON_CURVE) !== 0,
  }))
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1))
}

function readCoordinates(
  outline: DataView,
  start: number,
  { flags, bits }: { readonly flags: readonly number[]; readonly bits: typeof X },
): { readonly values: readonly number[]; readonly end: number } {
  let at = start
  let value = 0
  const values = flags.map((flag) => {
    const isPositive = (flag & bits.isSameOrPositive) !== 0
    if ((flag & bits.isByte) !== 0) value += outline.getUint8(at++) * (isPositive ? 1 : -1)
    else if (!isPositive) {
      value += outline.getInt16(at)
      at += 2
    }
    return value
  })
  return { values, end: at }
}

/**
 * By Green's theorem, exact for lines and for quadratic curves: the polygon of all points on the curve,
 * and for each control point two thirds of the triangle it makes with its neighbours.
 */
function signedArea(contour: readonly CurvePoint[]): number {
  let doubled = 0
  let before = contour.at(-1)
  for (const [index, point] of contour.entries()) {
    const after = contour[(index + 1) % contour.length]
    if (before === undefined || after === undefined) return 0
    if (!point.isOnCurve) {
      const [from, to] = [endOf(before, point), endOf(after, point)]
      doubled += (2 * cross(from, point) + 2 * cross(point, to) + cross(from, to)) / 3
    } else if (after.isOnCurve) doubled += cross(point, after)
    before = point
  }
  return doubled / 2
}

/** Between two control points a point on the curve is left out: it stands in their middle. */
function endOf(neighbour: CurvePoint, control: CurvePoint): { x: number; y: number } {
  if (neighbour.isOnCurve) return neighbour
  return { x: (neighbour.x + control.x) / 2, y: (neighbour.y + control.y) / 2 }
}

function cross(
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): number {
  return from.x * to.y - from.y * to.x
}
