/** How a camera was held: browsers and pdfkit turn a photograph by this tag, so its size must turn too. */

const EXIF = 0x45786966
const LITTLE_ENDIAN = 0x4949
const ORIENTATION = 0x0112

export type OrientationTag = {
  /** Where its value stands. */
  readonly at: number
  readonly isLittleEndian: boolean
  /** 1 to 8 as in Exif 2.32, table 6; above 4 width and height change places. */
  readonly value: number
}

/**
 * Undefined when the segment is not Exif, has none or makes no sense.
 *
 * @param from first byte of the segment's content
 * @param end first byte behind it
 */
export function findOrientation(
  view: DataView,
  from: number,
  end: number,
): OrientationTag | undefined {
  const tiff = from + 6
  if (end > view.byteLength || tiff + 8 > end || view.getUint32(from) !== EXIF) return undefined
  const isLittleEndian = view.getUint16(tiff) === LITTLE_ENDIAN
  const directory = tiff + view.getUint32(tiff + 4, isLittleEndian)
  if (directory + 2 > end) return undefined
  const count = view.getUint16(directory, isLittleEndian)
  for (
    let entry = directory + 2;
    entry + 12 <= Math.min(end, directory + 2 + count * 12);
    entry += 12
  ) {
    if (view.getUint16(entry, isLittleEndian) !== ORIENTATION) continue
    const value = view.getUint16(entry + 8, isLittleEndian)
    return value >= 1 && value <= 8 ? { at: entry + 8, isLittleEndian, value } : undefined
  }
  return undefined
}
