/** Colours of the style sheet as numbers, and how they lie over one another. */

/** Red, green, blue from 0 to 255; how much it covers, 0 to 1. */
export type Paint = readonly [number, number, number, number]

export const CLEAR: Paint = [0, 0, 0, 0]

const known = new Map<string, Paint>()
let pen: CanvasRenderingContext2D | null | undefined

/** Any colour of CSS: the browser itself says what `oklch(…)` or `color-mix(…)` is on its screen. */
export function paintOf(color: string): Paint {
  const paint = known.get(color) ?? readRgb(color) ?? askCanvas(color)
  known.set(color, paint)
  return paint
}

function readRgb(color: string): Paint | undefined {
  const [, r, g, b, a = '1'] = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color) ?? []
  return r === undefined ? undefined : [Number(r), Number(g), Number(b), Number(a)]
}

function askCanvas(color: string): Paint {
  pen ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (pen === null) return [0, 0, 0, 1]
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = color
  pen.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0, a = 255] = pen.getImageData(0, 0, 1, 1).data
  return [r, g, b, a / 255]
}

/** What is seen of `top` on `ground`; source: Compositing and Blending Level 1, 5.1 “Simple alpha compositing”. */
export function over(top: Paint, ground: Paint): Paint {
  const [, , , share] = top
  const rest = ground[3] * (1 - share)
  const all = share + rest
  if (all === 0) return CLEAR
  const mixed = (index: 0 | 1 | 2): number => (top[index] * share + ground[index] * rest) / all
  return [mixed(0), mixed(1), mixed(2), all]
}

export function ratioOf(first: Paint, second: Paint): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Paint): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
