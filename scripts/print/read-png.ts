/** The pictures that a browser takes, pixel by pixel. */
import type { Triple } from '../color/contrast.ts'
import { readPng as decode } from '../typeset/plain-png.ts'

export type Pixels = {
  readonly width: number
  readonly height: number
  /** Red, green, blue of the pixel in a column and a row. */
  at(x: number, y: number): Triple
}

export function readPng(png: Uint8Array): Pixels {
  const pixels = decode(png)
  if (pixels === undefined) throw new Error('the browser took a picture of an unknown kind')
  const { width, height, rgba } = pixels
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * 4
      return [rgba[start] ?? 0, rgba[start + 1] ?? 0, rgba[start + 2] ?? 0]
    },
  }
}
