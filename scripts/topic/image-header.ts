/** Format and pixel size from the first bytes, and a look at the end: is the file whole? */
import type { ImageFile } from './topic.ts'

export type ImageHeader = Omit<ImageFile, 'bytes'>

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export function imageHeader(bytes: Uint8Array): ImageHeader | 'unknown' | 'damaged' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return pngHeader(view)
    if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return jpegHeader(view)
    return 'unknown'
  } catch (cause) {
    // DataView answers a read past the end with RangeError.
    if (cause instanceof RangeError) return 'damaged'
    throw cause
  }
}

/** Walks the chunks (PNG, third edition, clause 5.3): IHDR first, image data, IEND last. */
function pngHeader(view: DataView): ImageHeader | 'damaged' {
  if (view.getUint32(12) !== chunkType('IHDR')) return 'damaged'
  const widthPx = view.getUint32(16)
  const heightPx = view.getUint32(20)
  if (widthPx === 0 || heightPx === 0) return 'damaged'
  let hasData = false
  for (let at = 8; ; ) {
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (type === chunkType('IDAT')) hasData = true
    at += 12 + length
    // Reading the last byte of the chunk proves that it is there.
    view.getUint8(at - 1)
    if (type === chunkType('IEND')) break
  }
  return hasData ? { mime: 'image/png', widthPx, heightPx } : 'damaged'
}

function chunkType(name: string): number {
  return [...name].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0)
}

/** Walks the segments to the frame header (ITU-T T.81, annex B) and looks for an end marker. */
function jpegHeader(view: DataView): ImageHeader | 'damaged' {
  let at = 2
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
    at += isAlone ? 2 : 2 + view.getUint16(at + 2)
  }
  const heightPx = view.getUint16(at + 5)
  const widthPx = view.getUint16(at + 7)
  if (widthPx === 0 || heightPx === 0 || !hasEndMarker(view, at)) return 'damaged'
  return { mime: 'image/jpeg', widthPx, heightPx }
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Cameras add bytes after the end marker, so it need not be the very last. */
function hasEndMarker(view: DataView, from: number): boolean {
  for (let at = view.byteLength - 2; at > from; at--)
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xd9) return true
  return false
}
