/** A PNG of full colours with opacity, made by hand (PNG, third edition, clause 5). */
import { crc32, deflateSync } from 'node:zlib'

type Rgba = readonly [number, number, number, number]

export function pngOf(
  widthPx: number,
  heightPx: number,
  colorAt: (x: number, y: number) => Rgba,
): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Buffer.alloc((4 * widthPx + 1) * heightPx)
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++) rows.set(colorAt(x, y), y * (4 * widthPx + 1) + 1 + 4 * x)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Length, name, data and checksum (PNG, third edition, 5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
