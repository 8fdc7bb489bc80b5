/** Format and size from the bytes of a picture, and whether every renderer can show it. */
import { findOrientation } from './exif-orientation.ts'
import { isWholePng, pngChunks } from './png-data.ts'
import type { ImageFile } from './topic.ts'

export type ImageHeader = Omit<ImageFile, 'bytes'>

/** `unknown`: not PNG or JPEG. `unusual`: a JPEG that browsers do not show. */
export type ImageFault = 'unknown' | 'damaged' | 'unusual'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export function imageHeader(bytes: Uint8Array): ImageHeader | ImageFault {
  return guarded(() => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (isPng(bytes)) return pngHeader(view)
    if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegHeader(view)
    return 'unknown'
  })
}

/** Unpacks a PNG, so the number of its pixels is to be checked first. A JPEG's data is left to the reader. */
export function isWholeImage(bytes: Uint8Array): boolean {
  return !isPng(bytes) || guarded(() => isWholePng([...pngChunks(bytes)])) === true
}

function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)
}

/** DataView answers a read past the end with RangeError. */
function guarded<T>(read: () => T): T | 'damaged' {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof RangeError) return 'damaged'
    throw cause
  }
}

/** Walks the chunks (PNG, third edition, clause 5.3): IHDR first, image data, IEND last. */
function pngHeader(view: DataView): ImageHeader | 'damaged' {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  const types = [...pngChunks(bytes)].map(({ type }) => type)
  if (types[0] !== 'IHDR' || !types.includes('IDAT')) return 'damaged'
  const widthPx = view.getUint32(16)
  const heightPx = view.getUint32(20)
  return widthPx === 0 || heightPx === 0 ? 'damaged' : { mime: 'image/png', widthPx, heightPx }
}

/** Walks the segments to the frame header (ITU-T T.81, annex B) and looks for an end marker. */
function jpegHeader(view: DataView): ImageHeader | 'damaged' | 'unusual' {
  let at = 2
  let isTurned = false
  for (;;) {
    if (view.getUint8(at) !== 0xff) return 'damaged'
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (isFrameHeader(marker)) break
    if (marker === 0xda || marker === 0xd9) return 'damaged'
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    const length = isAlone ? 0 : view.getUint16(at + 2)
    if (marker === 0xe1)
      isTurned ||= (findOrientation(view, at + 4, at + 2 + length)?.value ?? 1) > 4
    at += 2 + length
  }
  const heightPx = view.getUint16(at + 5)
  const widthPx = view.getUint16(at + 7)
  if (widthPx === 0 || heightPx === 0 || !hasEndMarker(view, at)) return 'damaged'
  if (!isShownByBrowsers(view, at)) return 'unusual'
  return isTurned
    ? { mime: 'image/jpeg', widthPx: heightPx, heightPx: widthPx }
    : { mime: 'image/jpeg', widthPx, heightPx }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Baseline, extended or progressive Huffman coding; 8 bits; grey, three colours or CMYK. */
function isShownByBrowsers(view: DataView, at: number): boolean {
  const isHuffman = view.getUint8(at + 1) <= 0xc2
  return isHuffman && view.getUint8(at + 4) === 8 && [1, 3, 4].includes(view.getUint8(at + 9))
}

/** Cameras add bytes after the end marker, so it need not be the very last. */
function hasEndMarker(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at > from; at--)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return true
  return false
}
