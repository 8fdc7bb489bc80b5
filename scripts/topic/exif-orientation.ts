/** How a camera was held: browsers and pdfkit turn a photograph by this tag, so its size must turn too. */

const EXIF = 0x45786966
const LITTLE_ENDIAN = 0x4949
const ORIENTATION = 0x0112

/**
 * 1 to 8 as in Exif 2.32, table 6; above 4 width and height change places. 1 when the segment is not
 * Exif or makes no sense.
 *
 * @param from first byte of the segment's content
 * @param end first byte behind it
 */
export function exifOrientation(view: DataView, from: number, end: number): number {
  const tiff = from + 6
  if (end > view.byteLength || tiff + 8 > end || view.getUint32(from) !== EXIF) return 1
  const isLittle = view.getUint16(tiff) === LITTLE_ENDIAN
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  if (directory + 2 > end) return 1
  const count = view.getUint16(directory, isLittle)
  for (
    let entry = directory + 2;
    entry + 12 <= Math.min(end, directory + 2 + count * 12);
    entry += 12
  )
    if (view.getUint16(entry, isLittle) === ORIENTATION)
      return known(view.getUint16(entry + 8, isLittle))
  return 1
}

function known(orientation: number): number {
  return orientation >= 1 && orientation <= 8 ? orientation : 1
}
