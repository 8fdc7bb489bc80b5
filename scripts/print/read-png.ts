/** The pictures that a browser takes: PNG of 8 bits a sample, not interlaced. Source: PNG, third edition. */
import { inflateSync } from 'node:zlib'

export type Pixels = {
  readonly width: number
  readonly height: number
  /** Red, green, blue of the pixel in a column and a row. */
  at(x: number, y: number): readonly [number, number, number]
}

export function readPng(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height, color] = [view.getUint32(16), view.getUint32(20), png[25]]
  if (png[24] !== 8 || (color !== 2 && color !== 6) || png[28] !== 0)
    throw new Error('the browser took a picture of an unknown kind')
  const size = color === 2 ? 3 : 4
  const rows = unfilter(inflateSync(Buffer.concat(dataOf(png, view))), height, width * size, size)
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * size
      return [rows[start] ?? 0, rows[start + 1] ?? 0, rows[start + 2] ?? 0]
    },
  }
}

function dataOf(png: Uint8Array, view: DataView): readonly Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8))
    if (type === 'IDAT') pieces.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return pieces
}

/** Clause 9: each row says by a number what was taken from its bytes. */
function unfilter(data: Uint8Array, height: number, rowBytes: number, size: number): Uint8Array {
  const rows = new Uint8Array(height * rowBytes)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowBytes + 1)] ?? 0
    const from = y * (rowBytes + 1) + 1
    const to = y * rowBytes
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= size ? (rows[to + x - size] ?? 0) : 0
      const above = y > 0 ? (rows[to + x - rowBytes] ?? 0) : 0
      const corner = x >= size && y > 0 ? (rows[to + x - rowBytes - size] ?? 0) : 0
      rows[to + x] = (data[from + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return rows
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    default:
      return paeth(left, above, corner)
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [byLeft, byAbove, byCorner] = [left, above, corner].map((value) => Math.abs(guess - value))
  if (byLeft === undefined || byAbove === undefined || byCorner === undefined) return 0
  if (byLeft <= byAbove && byLeft <= byCorner) return left
  return byAbove <= byCorner ? above : corner
}
