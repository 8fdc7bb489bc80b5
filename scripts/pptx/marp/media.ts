/** Pictures as a presentation can hold them. */
import { deflateSync } from 'node:zlib'
import type { MarpPicture } from '../../marp/marp-pictures.ts'
import type { MediaFile, PictureShape } from '../presentation.ts'

/**
 * PNG, JPEG and GIF as they are. Of an SVG the drawing itself, which PowerPoint has shown since 2016, before a plain
 * tint for programs that do not.
 */
export function asMedia({ mime, bytes }: MarpPicture): Pick<PictureShape, 'file' | 'svg'> {
  if (mime === 'image/svg+xml')
    return { file: { mime: 'image/png', bytes: plainPng() }, svg: new TextDecoder().decode(bytes) }
  // Nothing else is handed to this room; see render/convert-pictures.ts.
  return { file: { mime: mime as MediaFile['mime'], bytes } }
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** One pixel of light grey (PNG, third edition, 11.2): 8 bits, grey. */
function plainPng(): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const data = deflateSync(Buffer.from([0, 0xe4]))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(8 + body.length)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), 4 + body.length)
  return whole
}

/** PNG, annex D. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
