/**
 * How much ink a glyph takes: the area inside its outlines, in square em. Read from the font file itself
 * (OpenType 1.9.1, “glyf”), which costs a tenth of what fontkit's paths do.
 */
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import {
  type CurvePoint,
  contourCount,
  openGlyphData,
  readComponents,
  readContours,
} from '../font/glyph-contours.ts'
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
  const dataOf = openGlyphData(readFontFile(face))
  const areas = new Map<number, number>()
  const areaOf: AreaOf = (id) => {
    let area = areas.get(id)
    if (area === undefined) {
      area = id < 0 ? 0 : measureOutline(dataOf(id), areaOf)
      areas.set(id, area)
    }
    return area
  }
  const { unitsPerEm } = dataOf
  const inEm: AreaOf = (id) => areaOf(id) / unitsPerEm ** 2
  areasOfFace.set(key, inEm)
  return inEm
}

function measureOutline(data: DataView, areaOf: AreaOf): number {
  // Components may be scaled, which no glyph of the shipped fonts is; their place changes no area.
  if (contourCount(data) < 0)
    return readComponents(data).reduce((sum, { id }) => sum + areaOf(id), 0)
  if (contourCount(data) === 0) return 0
  // Counters run the other way round and are taken off.
  return Math.abs(readContours(data).reduce((sum, contour) => sum + signedArea(contour), 0))
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
