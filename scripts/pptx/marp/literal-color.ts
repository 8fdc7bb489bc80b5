/** A colour that a deck asks for, whatever the master is changed to. */
import { cssColor } from '../../color/css-color.ts'

/**
 * White and black of a deck are those of many themes, and would turn with the colours of a dark slide: one step of blue
 * beside them they stay what they are, and nobody sees it.
 */
export function literalColor(css: string): `#${string}` | undefined {
  const color = cssColor(css)
  if (color === undefined) return undefined
  const blue = Number.parseInt(color.slice(5), 16)
  const near = blue > 127 ? blue - 1 : blue + 1
  return `${color.slice(0, 5)}${near.toString(16).padStart(2, '0')}` as `#${string}`
}
