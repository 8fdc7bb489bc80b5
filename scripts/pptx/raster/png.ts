/** Pictures of a few colours, each more or less transparent, as PNG. Source: PNG, third edition (W3C, 2025). */
import { crc32 } from 'node:zlib'
import { zlibSync } from 'fflate'
import type { InkLayer } from './ink-layer.ts'

/** Ink of one colour, `#rrggbb`. */
export type ColoredInk = { readonly layer: InkLayer; readonly color: string }

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PALETTE = 3

/** Steps from clear to full of one colour. Sixteen fit half a byte, and more are not told apart at an edge. */
const STEPS = 16

/**
 * On nothing: what is behind the picture shows between the ink. One colour takes four bits for each pixel; of several
 * the one with more ink is seen, which overlap in formulas is at most a cancelled term.
 *
 * @param inks of the same size, at least one and at most sixteen
 */
export function writeInkPng(inks: readonly ColoredInk[]): Uint8Array {
  const [first] = inks
  if (first === undefined) throw new Error('a picture of no ink')
  const { widthPx, heightPx } = first.layer
  const bits = inks.length === 1 ? 4 : 8
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, widthPx)
  header.setUint32(4, heightPx)
  header.setUint8(8, bits)
  header.setUint8(9, PALETTE)
  const rows = packRows(inks, bits)
  return join([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('PLTE', Uint8Array.from(inks.flatMap(({ color }) => repeat(bytesOf(color), STEPS)))),
    chunk('tRNS', Uint8Array.from(inks.flatMap(() => ALPHAS))),
    // fflate packs the same everywhere; the zlib of two Node versions does not.
    chunk('IDAT', zlibSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array(0)),
  ])
}

const ALPHAS = Array.from({ length: STEPS }, (_, step) => Math.round((step * 255) / (STEPS - 1)))

function bytesOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}

function repeat(values: readonly number[], times: number): readonly number[] {
  return Array.from({ length: times }, () => values).flat()
}

/** Each row begins with its filter: none is best for palettes (PNG, 12.7). */
function packRows(inks: readonly ColoredInk[], bits: 4 | 8): Uint8Array {
  const { widthPx, heightPx } = inks[0]?.layer ?? { widthPx: 0, heightPx: 0 }
  const indices = indicesOf(inks, widthPx * heightPx)
  const perByte = 8 / bits
  const stride = 1 + Math.ceil(widthPx / perByte)
  const rows = new Uint8Array(stride * heightPx)
  for (let y = 0; y < heightPx; y++) {
    const from = y * widthPx
    const to = y * stride + 1
    if (bits === 8) rows.set(indices.subarray(from, from + widthPx), to)
    else
      for (let x = 0; x < widthPx; x += 2) {
        // The pixel at the left stands in the high bits.
        const right = x + 1 < widthPx ? (indices[from + x + 1] ?? 0) : 0
        rows[to + x / 2] = ((indices[from + x] ?? 0) << 4) | right
      }
  }
  return rows
}

/** For each pixel its place in the palette: of several inks that of the one with most. */
function indicesOf(inks: readonly ColoredInk[], count: number): Uint8Array {
  const indices = new Uint8Array(count)
  const most = new Uint8Array(count)
  for (const [number, { layer }] of inks.entries())
    for (let pixel = 0; pixel < count; pixel++) {
      const ink = layer.coverage[pixel] ?? 0
      if (ink <= (most[pixel] ?? 0)) continue
      most[pixel] = ink
      indices[pixel] = number * STEPS + Math.round((ink * (STEPS - 1)) / 255)
    }
  return indices
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
