/** Layers of a box-shadow: themes draw stripes, rings and whole bands with them. */
import { contrast } from '../../color/contrast.ts'
import { COLORS_IN, pageColor } from './page-color.ts'
import { INVISIBLE, lineOnPaper, outlineOf, PAPER, type PaperInk } from './paper-color.ts'

type Layer = {
  readonly color: string
  readonly x: number
  readonly y: number
  readonly blur: number
  readonly spread: number
  readonly isInset: boolean
}

/** A band is wider than any line. */
export const WIDEST_LINE_PX = 16
const LINE_PX = 4

/**
 * The computed shadow with lines in the place of bands, and nothing soft: that would be a picture in a PDF. A wide
 * layer under a wider one that shows only its edge is a line already.
 */
export function shadowOnPaper(value: string, ground: string, ink: PaperInk): string {
  const all = layersOf(value)
  const layers = all.flatMap((layer, index) =>
    isEdge(layer, all.slice(0, index))
      ? [{ ...layer, color: lineOnPaper(layer.color, ground, ink) }]
      : layerOnPaper(layer, ground, ink),
  )
  return layers.length === 0 ? 'none' : layers.map(write).join(', ')
}

function layersOf(value: string): readonly Layer[] {
  return splitLayers(value).flatMap((text): readonly Layer[] => {
    const [color] = text.match(COLORS_IN) ?? []
    if (color === undefined || pageColor(color).alpha === 0) return []
    const lengths = text.replace(color, '').match(/-?[\d.]+(?=px)/g) ?? []
    const [x = 0, y = 0, blur = 0, spread = 0] = lengths.map(Number)
    return [{ color: pageColor(color).hex, x, y, blur, spread, isInset: text.includes('inset') }]
  })
}

function splitLayers(value: string): readonly string[] {
  return value === 'none' ? [] : value.split(/,(?![^(]*\))/)
}

/** Whether layers above it leave no more of it than a line. */
function isEdge(layer: Layer, above: readonly Layer[]): boolean {
  return (
    layer.isInset &&
    above.some(
      ({ isInset, x, y, spread }) =>
        isInset &&
        [layer.x - x, layer.y - y, layer.spread - spread].every(
          (visible) => Math.abs(visible) <= WIDEST_LINE_PX,
        ),
    )
  )
}

/** A band keeps its edge: paper as wide as it was, less a line. */
function layerOnPaper(layer: Layer, ground: string, ink: PaperInk): readonly Layer[] {
  const { x, y, spread, blur, isInset, color } = layer
  if (blur > 0) return []
  const isPaper = contrast(color, PAPER) < INVISIBLE
  if (isInset && isPaper) return [{ ...layer, color: PAPER }]
  const width = Math.max(Math.abs(x), Math.abs(y), Math.abs(spread))
  if (width <= WIDEST_LINE_PX || !isInset)
    return [{ ...layer, color: lineOnPaper(color, ground, ink) }]
  const shrink = (length: number): number =>
    Math.sign(length) * Math.max(0, Math.abs(length) - LINE_PX)
  const inner = { ...layer, x: shrink(x), y: shrink(y), spread: shrink(spread), color: PAPER }
  return [inner, { ...layer, color: outlineOf(color, ink) }]
}

function write({ color, x, y, spread, isInset }: Layer): string {
  return `${color} ${x}px ${y}px 0px ${spread}px${isInset ? ' inset' : ''}`
}
