/** The outline of a glyph as the steps of a path, to be drawn by whoever has no font engine. */
import { type FontFace, faceKey, readFontFile } from './faces.ts'
import {
  type Component,
  type CurvePoint,
  contourCount,
  type GlyphData,
  openGlyphData,
  readComponents,
  readContours,
} from './glyph-contours.ts'

export type OutlineStep =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  /** A cubic Bézier curve. */
  | {
      readonly to: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly to: 'close' }

type OutlineOf = (id: number) => readonly OutlineStep[]

const outlinesOfFace = new Map<string, OutlineOf>()

/** In em; y grows downward from the baseline, x from the origin of the glyph. */
export function glyphOutline(face: FontFace, id: number): readonly OutlineStep[] {
  const key = faceKey(face)
  const known = outlinesOfFace.get(key)
  if (known !== undefined) return known(id)
  const outlineOf = openOutlines(readFontFile(face))
  outlinesOfFace.set(key, outlineOf)
  return outlineOf(id)
}

function openOutlines(fontFile: Uint8Array): OutlineOf {
  const dataOf = openGlyphData(fontFile)
  const outlines = new Map<number, readonly OutlineStep[]>()
  const scale = 1 / dataOf.unitsPerEm
  return (id) => {
    const known = outlines.get(id)
    if (known !== undefined) return known
    const steps = contoursOf(id, dataOf, MAX_DEPTH).flatMap((contour) => stepsOf(contour, scale))
    outlines.set(id, steps)
    return steps
  }
}

type Contour = readonly CurvePoint[]

/** Parts of parts occur; a circle would never end. */
const MAX_DEPTH = 6

function contoursOf(id: number, dataOf: GlyphData, depth: number): readonly Contour[] {
  const data = dataOf(id)
  const count = contourCount(data)
  if (count === 0 || depth === 0) return []
  if (count > 0) return readContours(data)
  return readComponents(data).flatMap((component) =>
    contoursOf(component.id, dataOf, depth - 1).map((contour) => moved(contour, component)),
  )
}

function moved(contour: Contour, { x, y, matrix }: Component): Contour {
  const [xx, yx, xy, yy] = matrix
  return contour.map((point) => ({
    x: xx * point.x + xy * point.y + x,
    y: yx * point.x + yy * point.y + y,
    isOnCurve: point.isOnCurve,
  }))
}

type Spot = { readonly x: number; readonly y: number }

/** Between two control points a point on the curve is left out: it stands in their middle. */
function between(a: Spot, b: Spot): Spot {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function stepsOf(contour: Contour, scale: number): readonly OutlineStep[] {
  const first = contour[0]
  const last = contour.at(-1)
  if (first === undefined || last === undefined || contour.length < 2) return []
  const start = first.isOnCurve ? first : last.isOnCurve ? last : between(first, last)
  const at = (spot: Spot): Spot => ({ x: spot.x * scale, y: -spot.y * scale })
  const steps: OutlineStep[] = [{ to: 'move', ...at(start) }]
  let pen: Spot = start
  for (const [index, point] of contour.entries()) {
    if (point.isOnCurve) {
      if (index > 0) steps.push({ to: 'line', ...at(point) })
      pen = point
      continue
    }
    const next = contour[(index + 1) % contour.length] ?? first
    const end = next.isOnCurve ? next : between(point, next)
    steps.push(curveStep(at(pen), at(point), at(end)))
    pen = end
  }
  steps.push({ to: 'close' })
  return withoutStandstill(steps)
}

/** A quadratic curve as a cubic one. */
function curveStep(from: Spot, control: Spot, to: Spot): OutlineStep {
  const third = (a: number, b: number): number => a + (2 / 3) * (b - a)
  return {
    to: 'curve',
    x1: third(from.x, control.x),
    y1: third(from.y, control.y),
    x2: third(to.x, control.x),
    y2: third(to.y, control.y),
    x: to.x,
    y: to.y,
  }
}

/** A curve ends on the point that comes next, to which no line is needed. */
function withoutStandstill(steps: readonly OutlineStep[]): readonly OutlineStep[] {
  return steps.filter((step, index) => {
    const before = steps[index - 1]
    if (step.to !== 'line' || before === undefined || before.to === 'close') return true
    return step.x !== before.x || step.y !== before.y
  })
}
