/** A picture without its colours. */

import { lumaOf } from './grey.ts'
import { greyJpeg } from './grey-jpeg.ts'
import { readPng, writeGreyPng } from './plain-png.ts'

/** A PNG with its transparency, a JPEG as sharp as it was; what is neither never comes this far. */
export function greyImage(bytes: Uint8Array): Uint8Array {
  const pixels = readPng(bytes)
  if (pixels === undefined) return greyJpeg(bytes) ?? bytes
  const { width, height, rgba } = pixels
  const values = new Uint8Array(2 * width * height)
  for (let at = 0; at < rgba.length; at += 4) {
    values[at / 2] = lumaOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)
    values[at / 2 + 1] = rgba[at + 3] ?? 255
  }
  return writeGreyPng({ width, height, values })
}
