/**
 * How a camera was held. Browsers turn a photograph by the Exif tag, PowerPoint and LibreOffice only by the shape, some
 * others by both: so the shape is turned, and the tag says that nothing is left to do.
 */
import { findOrientation, type OrientationTag } from '../../topic/exif-orientation.ts'
import type { MediaFile, PictureShape } from '../presentation.ts'

/** Exif 2.32, table 6: what makes a picture of each orientation upright, mirrored first. */
const TURNS: Readonly<Record<number, NonNullable<PictureShape['turn']>>> = {
  2: { isMirrored: true, quarters: 0 },
  3: { isMirrored: false, quarters: 2 },
  4: { isMirrored: true, quarters: 2 },
  5: { isMirrored: true, quarters: 3 },
  6: { isMirrored: false, quarters: 1 },
  7: { isMirrored: true, quarters: 1 },
  8: { isMirrored: false, quarters: 3 },
}

const UPRIGHT = 1

export function uprightPhoto({ mime, bytes }: MediaFile): Pick<PictureShape, 'file' | 'turn'> {
  const tag = mime === 'image/jpeg' ? tagOf(bytes) : undefined
  const turn = TURNS[tag?.value ?? UPRIGHT]
  if (tag === undefined || turn === undefined) return { file: { mime, bytes } }
  const copy = Uint8Array.from(bytes)
  new DataView(copy.buffer).setUint16(tag.at, UPRIGHT, tag.isLittleEndian)
  return { file: { mime, bytes: copy }, turn }
}

/** Of the first segment that has one; the reader has walked them all before (topic/image-header.ts). */
function tagOf(bytes: Uint8Array): OrientationTag | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === 0xda) return undefined
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
    const end = at + 2 + (isAlone ? 0 : view.getUint16(at + 2))
    const tag = marker === 0xe1 ? findOrientation(view, at + 4, end) : undefined
    if (tag !== undefined) return tag
    at = end
  }
  return undefined
}
