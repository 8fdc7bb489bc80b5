/** A picture without its colours. */
import { readPng, writeGreyPng } from './plain-png.ts'

/** A PNG comes back grey, with its transparency; a JPEG stays as it is. */
export function greyImage(bytes: Uint8Array): Uint8Array {
  const pixels = readPng(bytes)
  if (pixels === undefined) return bytes
  const { width, height, rgba } = pixels
  const values = new Uint8Array(2 * width * height)
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 255] = rgba.subarray(at, at + 4)
    values[at / 2] = lumaOf(red, green, blue)
    values[at / 2 + 1] = opacity
  }
  return writeGreyPng({ width, height, values })
}

/** Rec. ITU-R BT.601, 2.5.1: what a grey JPEG keeps of a picture too. */
export function lumaOf(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
}
