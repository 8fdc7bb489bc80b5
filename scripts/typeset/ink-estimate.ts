/** How much of a page is printed on, from the marks alone: what toner and drying time depend on. */
import { channelsOf } from '../color/contrast.ts'
import { meanDarkness } from './image-darkness.ts'
import type { LinePiece, Mark, PathMark } from './mark.ts'
import { glyphArea } from './outline-area.ts'
import type { ShapedRun } from './shape-run.ts'

/**
 * Share of the area that is covered, in percent, black counting whole and a grey or a colour by its darkness,
 * as a raster of the page in grey would give it. Text on a tint counts both.
 */
export function inkPercent(marks: readonly Mark[], areaPt2: number): number {
  const ink = marks.reduce((sum, mark) => sum + inkOf(mark), 0)
  return Math.round((ink / areaPt2) * 1e4) / 100
}

/** In square points of black. */
function inkOf(mark: Mark): number {
  switch (mark.kind) {
    case 'text':
      return mark.pieces.reduce((sum, piece) => sum + inkOfPiece(piece), 0)
    case 'rect':
      return mark.width * mark.height * darkness(mark.fill)
    case 'line': {
      const length = Math.hypot(mark.x2 - mark.x1, mark.y2 - mark.y1)
      return length * mark.widthPt * darkness(mark.stroke)
    }
    case 'path':
      return inkOfPath(mark)
    case 'image':
      return mark.width * mark.height * meanDarkness(mark.bytes)
    case 'link':
      return 0
  }
}

function inkOfPiece(piece: LinePiece): number {
  if (piece.kind === 'space') return 0
  const { run, from, to, sizePt } = piece
  const areas = areasOf(run)
  const area = (areas[to] ?? 0) - (areas[from] ?? 0)
  return area * sizePt ** 2 * darkness(piece.color)
}

/** Runs are shaped once per process, and measured once. */
const areasOfRun = new WeakMap<ShapedRun, readonly number[]>()

/** Area of all glyphs before each, and of the whole run at the end. */
function areasOf(run: ShapedRun): readonly number[] {
  const known = areasOfRun.get(run)
  if (known !== undefined) return known
  const areas = [0]
  for (const [index, glyph] of run.glyphs.entries())
    areas.push((areas[index] ?? 0) + glyphArea(run.face, glyph))
  areasOfRun.set(run, areas)
  return areas
}

/** A page has few colours and a thousand marks. */
const knownDarkness = new Map<string, number>()
const MAX_KNOWN_COLORS = 1000

/** Rec. ITU-R BT.601, 2.5.1, as rasters in grey are made. */
function darkness(color: string): number {
  const known = knownDarkness.get(color)
  if (known !== undefined) return known
  const [red = 0, green = 0, blue = 0] = channelsOf(color)
  const value = 1 - (0.299 * red + 0.587 * green + 0.114 * blue) / 255
  if (knownDarkness.size >= MAX_KNOWN_COLORS) knownDarkness.clear()
  knownDarkness.set(color, value)
  return value
}

/** Of the polygon of its points, curves taken as their chords, and of the line along them. */
function inkOfPath({ steps, fill, stroke, widthPt }: PathMark): number {
  const points = steps.flatMap((step) => (step.to === 'close' ? [] : [step]))
  let area = 0
  let length = 0
  for (const [index, point] of points.entries()) {
    const next = points[(index + 1) % points.length] ?? point
    area += (point.x * next.y - next.x * point.y) / 2
    if (index + 1 < points.length) length += Math.hypot(next.x - point.x, next.y - point.y)
  }
  const filled = fill === undefined ? 0 : Math.abs(area) * darkness(fill)
  return filled + (stroke === undefined ? 0 : length * widthPt * darkness(stroke))
}
