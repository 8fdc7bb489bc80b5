/** A formula as a picture twice over: outlines for programs that know SVG, pixels for all others. */
import type { OutlineStep } from '../../font/glyph-outline.ts'
import type { FormulaInk } from './formula-ink.ts'
import { fillOutline, openLayer } from './ink-layer.ts'
import { edgesOf } from './outline-edges.ts'
import { writeInkPng } from './png.ts'

export type FormulaFrame = {
  readonly widthPx: number
  readonly heightPx: number
  /** Where the formula's own origin stands inside. */
  readonly x: number
  readonly y: number
  /** Of an em of the formula. */
  readonly emPx: number
  /** `#rrggbb` */
  readonly ink: string
  readonly accent: string
}

/** Pixels for each px of the slide: one for one on a screen of 3,840 pixels. */
export const PIXELS_PER_PX = 3

export function formulaPng(inks: readonly FormulaInk[], frame: FormulaFrame): Uint8Array {
  const scale = frame.emPx * PIXELS_PER_PX
  const placing = {
    scaleX: scale,
    scaleY: scale,
    x: frame.x * PIXELS_PER_PX,
    y: frame.y * PIXELS_PER_PX,
  }
  const colored = colorsOf(inks, frame).map(({ color, parts }) => {
    const layer = openLayer(frame.widthPx * PIXELS_PER_PX, frame.heightPx * PIXELS_PER_PX)
    for (const { steps } of parts) fillOutline(layer, edgesOf(steps, placing))
    return { layer, color }
  })
  return writeInkPng(colored)
}

/** Its unit is a twentieth of a px, so that all numbers are whole. */
const UNITS_PER_PX = 20

export function formulaSvg(inks: readonly FormulaInk[], frame: FormulaFrame): string {
  const paths = colorsOf(inks, frame).flatMap(({ color, parts }) =>
    // Outlines of one path could take each other away where they overlap and run round in two directions.
    parts.map(({ steps }) => {
      const data = pathData(steps, frame)
      return data === '' ? '' : `<path fill="${color}" d="${data}"/>`
    }),
  )
  const { widthPx, heightPx } = frame
  const view = `0 0 ${widthPx * UNITS_PER_PX} ${heightPx * UNITS_PER_PX}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="${view}">${paths.join('')}</svg>`
}

function colorsOf(inks: readonly FormulaInk[], { ink, accent }: FormulaFrame) {
  const colored = inks.filter(({ isColored }) => isColored)
  const plain = inks.filter(({ isColored }) => !isColored)
  return [
    { color: ink, parts: plain },
    ...(colored.length === 0 ? [] : [{ color: accent, parts: colored }]),
  ]
}

/** Counted from the pen, which makes short numbers. */
function pathData(steps: readonly OutlineStep[], { x, y, emPx }: FormulaFrame): string {
  const toX = (at: number): number => Math.round((x + at * emPx) * UNITS_PER_PX)
  const toY = (at: number): number => Math.round((y + at * emPx) * UNITS_PER_PX)
  let [penX, penY, startX, startY] = [0, 0, 0, 0]
  const pair = (atX: number, atY: number): string => {
    const [right, down] = [toX(atX) - penX, toY(atY) - penY]
    return `${right}${down < 0 ? '' : ' '}${down}`
  }
  return steps
    .map((step) => {
      if (step.to === 'close') {
        ;[penX, penY] = [startX, startY]
        return 'z'
      }
      const words =
        step.to === 'curve'
          ? `c${pair(step.x1, step.y1)} ${pair(step.x2, step.y2)} ${pair(step.x, step.y)}`
          : `${step.to === 'move' ? 'm' : 'l'}${pair(step.x, step.y)}`
      ;[penX, penY] = [toX(step.x), toY(step.y)]
      if (step.to === 'move') [startX, startY] = [penX, penY]
      return words
    })
    .join('')
}
