/**
 * A JPEG of printing inks as a picture of light. PDF/A lets no colour in whose inks are not described
 * (ISO 19005-2, 6.2.4.3), and a profile of inks is larger than most briefs.
 */
import { readPixels } from './jpeg-pixels.ts'
import { writeColorPng } from './plain-png.ts'
import { hasLightness, type Jpeg, readJpeg } from './read-jpeg.ts'

const INKS = 4

/** The same bytes for anything but a JPEG of cyan, magenta, yellow and black. */
export function lightJpeg(bytes: Uint8Array): Uint8Array {
  if (componentsOf(bytes) !== INKS) return bytes
  const jpeg = readJpeg(bytes)
  if (jpeg === undefined) return bytes
  const { width, height } = jpeg
  const rgb = new Uint8Array(3 * width * height)
  readPixels(jpeg, (samples, index) => rgb.set(lightOf(samples, jpeg), 3 * index))
  return writeColorPng({ width, height, rgb })
}

/** From the frame header (T.81, B.2.2); reading the whole picture would cost each photograph dear. */
function componentsOf(bytes: Uint8Array): number {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return 0
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return bytes[at + 9] ?? 0
    if (bytes[at] !== 0xff || marker === 0xff) at++
    else at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  }
  return 0
}

/** Adobe writes inks the wrong way round, so that they multiply like light (TN 5116, APP14). */
function lightOf(samples: readonly number[], jpeg: Jpeg): readonly number[] {
  const [first = 0, second = 0, third = 0, black = 0] = samples
  const inks = hasLightness(jpeg)
    ? complements(rgbOf(first, second, third))
    : [first, second, third]
  const isInverted = jpeg.adobeTransform !== undefined
  return inks.map((ink) =>
    Math.round((isInverted ? ink * black : (255 - ink) * (255 - black)) / 255),
  )
}

function complements(light: readonly number[]): readonly number[] {
  return light.map((value) => 255 - Math.max(0, Math.min(255, value)))
}

/** JFIF 1.02, “Conversion to and from RGB”. */
function rgbOf(y: number, cb: number, cr: number): readonly number[] {
  const [blue, red] = [cb - 128, cr - 128]
  return [y + 1.402 * red, y - 0.344_14 * blue - 0.714_14 * red, y + 1.772 * blue]
}
