/** Colours as numbers: contrast (WCAG 2.2, relative luminance) and mixing, both in sRGB. */

export function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** @param share of the second colour, 0 to 1 */
export function mix(first: string, second: string, share: number): string {
  const other = channelsOf(second)
  const mixed = channelsOf(first).map((channel, index) =>
    Math.round(channel + ((other[index] ?? 0) - channel) * share),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance of an sRGB colour, 0 to 1 (IEC 61966-2-1). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => decode(channel / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function decode(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function channelsOf(color: string): readonly number[] {
  const value = Number.parseInt(color.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}
