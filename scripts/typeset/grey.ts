/** Colours as greys of the same lightness, and colours dark enough to be read (WCAG 2.2, contrast ratio). */

/** What small text needs on its ground (WCAG 2.2, success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5

/** The grey that is as light as the colour: contrasts stay what they were. */
export function greyOf(color: string): string {
  const value = Math.round(encode(luminance(color)) * 255)
  return hexOf([value, value, value])
}

export function isGrey(color: string): boolean {
  const [red, green, blue] = channelsOf(color)
  return red === green && green === blue
}

/** The colour, drawn towards black until it has the contrast of text on the ground. */
export function legibleOn(color: string, ground: string): string {
  const channels = channelsOf(color)
  for (let percent = 100; percent > 0; percent -= 2) {
    const darker = hexOf(channels.map((channel) => Math.round((channel * percent) / 100)))
    if (contrast(darker, ground) >= LEAST_CONTRAST) return darker
  }
  return '#000000'
}

export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of an sRGB colour, 0 to 1 (IEC 61966-2-1). */
function luminance(color: string): number {
  const [red, green, blue] = channelsOf(color).map((channel) => decode(channel / 255))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function encode(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
}

/** Red, green and blue from 0 to 255. */
export function channelsOf(color: string): readonly number[] {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Rec. ITU-R BT.601, 2.5.1: what a grey JPEG keeps of a picture too. */
export function lumaOf(red: number, green: number, blue: number): number {
  return Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
}
