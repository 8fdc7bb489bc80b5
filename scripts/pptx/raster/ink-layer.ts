/**
 * Ink on a grid of pixels: how much of each lies inside what was drawn. The area is exact, not sampled: every edge adds
 * what it covers of each pixel and of all at its right, and a sum along the row tells the rest.
 * Source: Raph Levien, “Inside the fastest font renderer in the world” (font-rs); stb_truetype 2 does the same.
 */
import type { Edges } from './outline-edges.ts'

export type InkLayer = {
  readonly widthPx: number
  readonly heightPx: number
  /** 0 to 255 for each pixel, row by row. */
  readonly coverage: Uint8Array
}

export function openLayer(widthPx: number, heightPx: number): InkLayer {
  return { widthPx, heightPx, coverage: new Uint8Array(widthPx * heightPx) }
}

/**
 * Adds the inside of an outline, by the winding rule: what runs round twice is as black as once. What two outlines
 * cover together adds up, so that parts that meet inside a pixel leave no seam.
 */
export function fillOutline(layer: InkLayer, edges: Edges): void {
  const box = rowsAndColumns(layer, edges)
  const width = box.right - box.left
  const height = box.bottom - box.top
  if (width <= 0 || height <= 0) return
  // Edges add to the pixel right of theirs too.
  const stride = width + 2
  const areas = new Float32Array(stride * height)
  for (let at = 0; at < edges.length; at += 4)
    addEdge(areas, { stride, width, height }, [
      // What is left of the grid still turns the pixels right of it.
      clamp((edges[at] ?? 0) - box.left, width),
      (edges[at + 1] ?? 0) - box.top,
      clamp((edges[at + 2] ?? 0) - box.left, width),
      (edges[at + 3] ?? 0) - box.top,
    ])
  for (let row = 0; row < height; row++) {
    let sum = 0
    const to = (row + box.top) * layer.widthPx + box.left
    for (let column = 0; column < width; column++) {
      sum += areas[row * stride + column] ?? 0
      const ink = Math.round(Math.min(1, Math.abs(sum)) * 255)
      if (ink > 0)
        layer.coverage[to + column] = Math.min(255, (layer.coverage[to + column] ?? 0) + ink)
    }
  }
}

function clamp(x: number, width: number): number {
  return Math.min(width, Math.max(0, x))
}

function rowsAndColumns({ widthPx, heightPx }: InkLayer, edges: Edges) {
  const box = { left: widthPx, top: heightPx, right: 0, bottom: 0 }
  for (let at = 0; at < edges.length; at += 2) {
    const [x, y] = [edges[at] ?? 0, edges[at + 1] ?? 0]
    box.left = Math.max(0, Math.min(box.left, Math.floor(x)))
    box.right = Math.min(widthPx, Math.max(box.right, Math.ceil(x)))
    box.top = Math.max(0, Math.min(box.top, Math.floor(y)))
    box.bottom = Math.min(heightPx, Math.max(box.bottom, Math.ceil(y)))
  }
  return box
}

type Grid = { readonly stride: number; readonly width: number; readonly height: number }

function addEdge(
  areas: Float32Array,
  { stride, height }: Grid,
  [fromX, fromY, toX, toY]: readonly [number, number, number, number],
): void {
  if (fromY === toY) return
  const sign = fromY < toY ? 1 : -1
  const [x0, y0, x1, y1] = fromY < toY ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY]
  const slope = (x1 - x0) / (y1 - y0)
  let x = y0 < 0 ? x0 - y0 * slope : x0
  const last = Math.min(height, Math.ceil(y1))
  for (let row = Math.max(0, Math.floor(y0)); row < last; row++) {
    const part = Math.min(row + 1, y1) - Math.max(row, y0)
    const next = x + slope * part
    addRow(areas, row * stride, {
      left: Math.min(x, next),
      right: Math.max(x, next),
      share: part * sign,
    })
    x = next
  }
}

type RowPart = { readonly left: number; readonly right: number; readonly share: number }

/** An edge inside one row: what it leaves at its right, pixel for pixel. */
function addRow(areas: Float32Array, row: number, { left, right, share }: RowPart): void {
  const add = (column: number, area: number): void => {
    areas[row + column] = (areas[row + column] ?? 0) + share * area
  }
  const first = Math.floor(left)
  const end = Math.ceil(right)
  if (end <= first + 1) {
    const middle = (left + right) / 2 - first
    add(first, 1 - middle)
    add(first + 1, middle)
    return
  }
  // The edge crosses several pixels: of each the area right of it, as differences.
  const steep = 1 / (right - left)
  const areaUpTo = (x: number): number => {
    const run = Math.min(right, x) - left
    return (steep * run * run) / 2 + Math.max(0, x - right)
  }
  let before = 0
  let given = 0
  for (let column = first; column <= end; column++) {
    const total = areaUpTo(column + 1)
    const area = total - before - given
    add(column, area)
    given += area
    before = total
  }
}
