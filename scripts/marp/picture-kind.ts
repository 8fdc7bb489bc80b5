/** What a picture file is and how big, by its bytes. */
import { readSvgSize } from './read-svg.ts'

export type PictureKind = {
  readonly mime: string
  /** 0: not known. */
  readonly widthPx: number
  readonly heightPx: number
}

/** Formats that every browser shows, beside PNG and JPEG; a string says why it cannot be shown. */
export function pictureKind(bytes: Uint8Array): PictureKind | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1')
  // GIF89a, 18: width and height of the logical screen.
  if (/^GIF8[79]a/.test(start) && bytes.length > 13) {
    const size = { widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) }
    return size.widthPx > 0 && size.heightPx > 0 ? { mime: 'image/gif', ...size } : 'it is damaged'
  }
  if (/^RIFF.{4}WEBPVP8/s.test(start)) return { mime: 'image/webp', ...webpSize(view) }
  if (/^.{4}ftypavi[fs]/s.test(start)) return { mime: 'image/avif', widthPx: 0, heightPx: 0 }
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (
    /^\s*(?:<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(text.slice(0, 4000))
  )
    return readSvgSize(text)
  return 'it is no PNG, JPEG, GIF, SVG, WebP or AVIF'
}

/** RFC 9649, 2: of the lossy, lossless and extended form. */
function webpSize(view: DataView): { readonly widthPx: number; readonly heightPx: number } {
  if (view.byteLength < 30) return { widthPx: 0, heightPx: 0 }
  const kind = view.getUint8(15)
  if (kind === 0x20)
    return {
      widthPx: view.getUint16(26, true) & 0x3fff,
      heightPx: view.getUint16(28, true) & 0x3fff,
    }
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true)
    return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >>> 14) & 0x3fff) + 1 }
  }
  const at = (offset: number): number => (view.getUint32(offset, true) & 0xffffff) + 1
  // Three bytes each; the height's are the last.
  return { widthPx: at(24), heightPx: (view.getUint32(26, true) >>> 8) + 1 }
}
