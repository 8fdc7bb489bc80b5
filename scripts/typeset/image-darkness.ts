/** The mean darkness of a picture, 0 to 1. */
import { jpegDarkness } from './grey-jpeg.ts'
import { readPng } from './plain-png.ts'

export function meanDarkness(bytes: Uint8Array): number {
  const pixels = readPng(bytes)
  if (pixels === undefined) return jpegDarkness(bytes) ?? 0
  const { rgba } = pixels
  let dark = 0
  for (let at = 0; at < rgba.length; at += 4) {
    const luma = 0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0)
    dark += (255 - luma) * (rgba[at + 3] ?? 255)
  }
  return dark / (255 * 255 * (rgba.length / 4))
}
