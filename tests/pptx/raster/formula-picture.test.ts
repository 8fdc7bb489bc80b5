/** Formulas as pictures: all of their ink, in the colours of the theme, and the same in SVG. */
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import type { OutlineStep } from '../../../scripts/font/glyph-outline.ts'
import { joinParts, layoutFormula } from '../../../scripts/math/layout-formula.ts'
import { readSvgPath } from '../../../scripts/math/svg-path.ts'
import { boundsOf, type FormulaInk, inkOf } from '../../../scripts/pptx/raster/formula-ink.ts'
import {
  type FormulaFrame,
  formulaPng,
  formulaSvg,
  PIXELS_PER_PX,
} from '../../../scripts/pptx/raster/formula-picture.ts'
import { fillOutline, openLayer } from '../../../scripts/pptx/raster/ink-layer.ts'
import { edgesOf, type Placing } from '../../../scripts/pptx/raster/outline-edges.ts'
import { FORMULAS } from '../../math/formulas.ts'
import { readPalettePng } from './read-png.ts'

const EM_PX = 24
const INK = '#1a2b3c'
const ACCENT = '#a23b12'

type Drawn = {
  readonly inks: readonly FormulaInk[]
  readonly frame: FormulaFrame
}

function draw(tex: string): Drawn {
  const inks = inkOf(joinParts(layoutFormula(tex, true)))
  const bounds = boundsOf(inks)
  const frame = {
    widthPx: Math.ceil((bounds.right - bounds.left) * EM_PX) + 2,
    heightPx: Math.ceil((bounds.bottom - bounds.top) * EM_PX) + 2,
    x: 1 - bounds.left * EM_PX,
    y: 1 - bounds.top * EM_PX,
    emPx: EM_PX,
    ink: INK,
    accent: ACCENT,
  }
  return { inks, frame }
}

it.each(FORMULAS)('draws %s inside its frame', (tex) => {
  const { inks, frame } = draw(tex)
  const { widthPx, heightPx, alphas } = readPalettePng(formulaPng(inks, frame))
  expect([widthPx, heightPx]).toEqual([
    frame.widthPx * PIXELS_PER_PX,
    frame.heightPx * PIXELS_PER_PX,
  ])
  const share = alphas.reduce((sum, alpha) => sum + alpha, 0) / 255 / alphas.length
  expect(share).toBeGreaterThan(0.005)
  expect(share).toBeLessThan(0.5)
  const isEdge = (index: number): boolean => {
    const [x, y] = [index % widthPx, Math.floor(index / widthPx)]
    return x === 0 || y === 0 || x === widthPx - 1 || y === heightPx - 1
  }
  expect(alphas.filter((alpha, index) => alpha > 0 && isEdge(index))).toEqual([])
})

function inkedBy(
  paths: readonly (readonly OutlineStep[])[],
  placing: Placing,
  frame: FormulaFrame,
) {
  const layer = openLayer(frame.widthPx, frame.heightPx)
  for (const steps of paths) fillOutline(layer, edgesOf(steps, placing))
  return layer.coverage
}

it.each(FORMULAS)('draws %s in SVG as it does in pixels', (tex) => {
  const { inks, frame } = draw(tex)
  const svg = formulaSvg(inks, frame)
  const parser = new SaxesParser({ xmlns: true })
  const paths: (readonly OutlineStep[])[] = []
  let unit = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'svg') unit = frame.widthPx / Number(attributes['viewBox']?.value.split(' ')[2])
    const place = { x: (at: number) => at * unit, y: (at: number) => at * unit }
    if (name === 'path') paths.push(readSvgPath(attributes['d']?.value ?? '', place))
  })
  parser.write(svg).close()
  const { x, y, emPx } = frame
  const steps = inks.map((ink) => ink.steps)
  const meant = inkedBy(steps, { scaleX: emPx, scaleY: emPx, x, y }, frame)
  const drawn = inkedBy(paths, { scaleX: 1, scaleY: 1, x: 0, y: 0 }, frame)
  const total = meant.reduce((sum, ink) => sum + ink, 0)
  const wrong = meant.reduce((sum, ink, at) => sum + Math.abs(ink - (drawn[at] ?? 0)), 0)
  expect(wrong / total).toBeLessThan(0.04)
})

describe('the colours of a formula', () => {
  it('are the ink alone in half a byte for each pixel', () => {
    const { inks, frame } = draw('x + y')
    const { bits, colors } = readPalettePng(formulaPng(inks, frame))
    expect(bits).toBe(4)
    expect(new Set(colors)).toEqual(new Set([INK]))
  })

  it('are the accent where the author gave any colour', () => {
    const { inks, frame } = draw('x + \\textcolor{red}{y}')
    const { colors, alphas } = readPalettePng(formulaPng(inks, frame))
    const seen = colors.filter((_, pixel) => (alphas[pixel] ?? 0) > 128)
    expect(new Set(seen)).toEqual(new Set([INK, ACCENT]))
    expect(formulaSvg(inks, frame)).toContain(`fill="${ACCENT}"`)
  })
})
