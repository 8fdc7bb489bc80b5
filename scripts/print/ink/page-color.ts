/** Colours as the page computes them. */
import { hexOf } from '../../color/contrast.ts'

/** `#rrggbb`, and how much of it is there, 0 to 1. */
export type PageColor = { readonly hex: string; readonly alpha: number }

const CLEAR: PageColor = { hex: '#ffffff', alpha: 0 }
const known = new Map<string, PageColor>()

/** Of a computed value: any colour that CSS can write. What is no colour (`none`) is not there. */
export function pageColor(value: string): PageColor {
  const found = known.get(value) ?? readRgb(value) ?? paintColor(value)
  known.set(value, found)
  return found
}

/** What nearly all computed values are. */
function readRgb(value: string): PageColor | undefined {
  const [all, red, green, blue, alpha = '1'] =
    /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(value) ?? []
  if (all === undefined) return undefined
  return { hex: hexOf([Number(red), Number(green), Number(blue)]), alpha: Number(alpha) }
}

let canvas: CanvasRenderingContext2D | null | undefined

/** `oklch()`, `color()` and the like: the browser converts them best itself. */
function paintColor(value: string): PageColor {
  if (!CSS.supports('color', value)) return CLEAR
  canvas ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
    '2d',
    { willReadFrequently: true },
  )
  if (!canvas) return CLEAR
  canvas.clearRect(0, 0, 1, 1)
  canvas.fillStyle = value
  canvas.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
  return { hex: hexOf([red, green, blue]), alpha: alpha / 255 }
}

/** Every colour in a value such as that of a gradient or a shadow. */
export const COLORS_IN =
  /(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\((?:[^()]|\([^()]*\))*\)/g

export function colorsIn(value: string): readonly PageColor[] {
  return (value.match(COLORS_IN) ?? []).map(pageColor)
}
