/** Colours as greys of the same lightness. */
import { channelsOf, encode, hexOf, luminance } from '../color/contrast.ts'

/** The grey that is as light as the colour: contrasts stay what they were. */
export function greyOf(color: string): string {
  const value = Math.round(encode(luminance(color)) * 255)
  return hexOf([value, value, value])
}

export function isGrey(color: string): boolean {
  const [red, green, blue] = channelsOf(color)
  return red === green && green === blue
}

/** Rec. ITU-R BT.601, 2.5.1: what a grey JPEG keeps of a picture too. */
export function lumaOf(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
}
