/** How well two colours can be told apart (WCAG 2.2). Colours are `#rrggbb`, in sRGB. */

/** What text needs on its ground (WCAG 2.2, success criterion 1.4.3). */
export const LEAST_CONTRAST = 4.5

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance, 0 to 1 (WCAG 2.2; the curve is that of IEC 61966-2-1). */
export function luminance(color: string): number {
  const [red, green, blue] = linearOf(color)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export type Triple = readonly [number, number, number]

/** Red, green and blue in proportion to light, 0 to 1. */
export function linearOf(color: string): Triple {
  const [red, green, blue] = channelsOf(color)
  return [decode(red / 255), decode(green / 255), decode(blue / 255)]
}

/** Red, green and blue from 0 to 255. */
export function channelsOf(color: string): Triple {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

export function hexOf(channels: Triple): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

/** The way back from light to a channel, both 0 to 1. */
export function encode(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
}
