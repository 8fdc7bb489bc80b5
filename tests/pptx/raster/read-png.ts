/** The pixels of a PNG with a palette, as colour and opacity (PNG, third edition). */
import { inflateSync } from 'node:zlib'

export type PalettePng = {
  readonly widthPx: number
  readonly heightPx: number
  readonly bits: number
  /** `#rrggbb` and 0 to 255 of each pixel, row by row. */
  readonly colors: readonly string[]
  readonly alphas: readonly number[]
}

export function readPalettePng(file: Uint8Array): PalettePng {
  const bytes = Buffer.from(file)
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at)
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length))
  }
  const [header, palette, opacity, data] = ['IHDR', 'PLTE', 'tRNS', 'IDAT'].map((type) => {
    const found = chunks.get(type)
    if (found === undefined) throw new Error(`no ${type}`)
    return found
  }) as [Buffer, Buffer, Buffer, Buffer]
  const [widthPx, heightPx, bits] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8] ?? 0]
  const rows = inflateSync(data)
  const stride = 1 + Math.ceil((widthPx * bits) / 8)
  if (rows.length !== stride * heightPx) throw new Error(`rows of ${rows.length} bytes`)
  const indices = Array.from({ length: widthPx * heightPx }, (_, pixel) => {
    const [x, y] = [pixel % widthPx, Math.floor(pixel / widthPx)]
    const byte = rows[y * stride + 1 + Math.floor((x * bits) / 8)] ?? 0
    return bits === 8 ? byte : x % 2 === 0 ? byte >> 4 : byte & 15
  })
  return {
    widthPx,
    heightPx,
    bits,
    colors: indices.map((index) => `#${palette.toString('hex', index * 3, index * 3 + 3)}`),
    alphas: indices.map((index) => opacity[index] ?? 255),
  }
}
