/** A JPEG without its colours. */
import { jpegPixels } from './jpeg-pixels.ts'
import { writeGreyPng } from './plain-png.ts'
import { hasLightness, type Jpeg, type JpegComponent, readJpeg } from './read-jpeg.ts'
import { writeGreyJpeg } from './write-grey-jpeg.ts'

/** Undefined for anything but a JPEG. Files without a component of lightness come back as a PNG. */
export function greyJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const jpeg = readJpeg(bytes)
  if (jpeg === undefined) return undefined
  const lightness = lightnessOf(jpeg)
  if (lightness !== undefined) {
    const { width, height, exif } = jpeg
    return writeGreyJpeg({ width, height, exif, lightness })
  }
  return writeGreyPng(jpegPixels(jpeg))
}

/** Where it is the whole of the lightness, at full size. */
function lightnessOf(jpeg: Jpeg): JpegComponent | undefined {
  const [first, ...others] = jpeg.components
  if (first === undefined || others.length > 2 || !hasLightness(jpeg)) return undefined
  const isFull = others.every(
    ({ horizontal, vertical }) => horizontal <= first.horizontal && vertical <= first.vertical,
  )
  return isFull ? first : undefined
}

/** From the means of its blocks; undefined for anything but a JPEG. */
export function jpegDarkness(bytes: Uint8Array): number | undefined {
  const jpeg = readJpeg(bytes)
  if (jpeg === undefined) return undefined
  const lightness = lightnessOf(jpeg)
  if (lightness === undefined) {
    const { values } = jpegPixels(jpeg)
    let sum = 0
    for (let at = 0; at < values.length; at += 2) sum += values[at] ?? 0
    return 1 - sum / (255 * (values.length / 2))
  }
  const { coefficients, quantization, blocksPerLine, usedPerLine, usedLines } = lightness
  let sum = 0
  for (let line = 0; line < usedLines; line++)
    for (let column = 0; column < usedPerLine; column++)
      sum += coefficients[(line * blocksPerLine + column) * 64] ?? 0
  // The first coefficient is eight times the mean of a block, counted from 128 (T.81, A.3.3).
  const mean = 128 + ((quantization[0] ?? 1) * sum) / (8 * usedPerLine * usedLines)
  return 1 - Math.max(0, Math.min(255, mean)) / 255
}
