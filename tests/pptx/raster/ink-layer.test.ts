/** Ink is as much as the area that outlines enclose, to the hundredth of a pixel. */
import { describe, expect, it } from 'vitest'
import { circlePath } from '../../../scripts/chart/path-shapes.ts'
import { metricsOf } from '../../../scripts/font/coverage.ts'
import type { FontFace } from '../../../scripts/font/faces.ts'
import { glyphOutline, type OutlineStep } from '../../../scripts/font/glyph-outline.ts'
import { fillOutline, openLayer } from '../../../scripts/pptx/raster/ink-layer.ts'
import { edgesOf } from '../../../scripts/pptx/raster/outline-edges.ts'
import { glyphArea } from '../../../scripts/typeset/outline-area.ts'

const AS_IT_IS = { scaleX: 1, scaleY: 1, x: 0, y: 0 }

function coverageOf(outlines: readonly (readonly OutlineStep[])[], size = 20): Uint8Array {
  const layer = openLayer(size, size)
  for (const steps of outlines) fillOutline(layer, edgesOf(steps, AS_IT_IS))
  return layer.coverage
}

function sumOf(coverage: Uint8Array): number {
  return coverage.reduce((sum, ink) => sum + ink, 0) / 255
}

function rectangle(x: number, y: number, right: number, bottom: number): readonly OutlineStep[] {
  return [
    { to: 'move', x, y },
    { to: 'line', x: right, y },
    { to: 'line', x: right, y: bottom },
    { to: 'line', x, y: bottom },
    { to: 'close' },
  ]
}

describe('an outline', () => {
  it('covers each pixel by its share', () => {
    const coverage = coverageOf([rectangle(1.5, 1.25, 4, 3)], 5)
    expect([...coverage.subarray(5, 10)]).toEqual([0, 96, 191, 191, 0])
    expect([...coverage.subarray(10, 15)]).toEqual([0, 128, 255, 255, 0])
    expect(sumOf(coverage)).toBeCloseTo(2.5 * 1.75, 1)
  })

  it('is the same whichever way it runs round, and not blacker where it runs round twice', () => {
    const square = rectangle(3, 3, 9, 8)
    const back = square.filter(({ to }) => to === 'line').toReversed()
    const [first] = square
    const turned = [...(first === undefined ? [] : [first]), ...back, { to: 'close' } as const]
    expect(coverageOf([turned])).toEqual(coverageOf([square]))
    expect(coverageOf([[...square, ...square]])).toEqual(coverageOf([square]))
  })

  it('has holes where an inner one runs the other way', () => {
    const inner: readonly OutlineStep[] = [
      { to: 'move', x: 6, y: 6 },
      { to: 'line', x: 6, y: 10 },
      { to: 'line', x: 10, y: 10 },
      { to: 'line', x: 10, y: 6 },
      { to: 'close' },
    ]
    const coverage = coverageOf([[...rectangle(2, 2, 14, 14), ...inner]])
    expect(sumOf(coverage)).toBe(12 * 12 - 4 * 4)
    expect(coverage[7 * 20 + 7]).toBe(0)
  })

  it('is closed, and cut at the edges of the grid without a shadow', () => {
    const open = rectangle(-7, -5, 4, 6).slice(0, -1)
    expect(sumOf(coverageOf([open]))).toBe(24)
    expect(sumOf(coverageOf([rectangle(15, 15, 40, 90)]))).toBe(25)
    expect(sumOf(coverageOf([rectangle(-9, -9, -1, -1)]))).toBe(0)
  })

  it('of curves and slants has its area', () => {
    const circle = circlePath([10, 10], 7.3, '#000000').steps
    expect(sumOf(coverageOf([circle]))).toBeCloseTo(Math.PI * 7.3 ** 2, 0)
    const triangle: readonly OutlineStep[] = [
      { to: 'move', x: 1.2, y: 18.7 },
      { to: 'line', x: 17.9, y: 16.1 },
      { to: 'line', x: 3.3, y: 2.4 },
      { to: 'close' },
    ]
    expect(sumOf(coverageOf([triangle]))).toBeCloseTo(133.4, 0)
  })

  it('leaves no seam where it meets another inside a pixel', () => {
    const coverage = coverageOf([rectangle(2, 2, 7.4, 8), rectangle(7.4, 2, 12, 8)])
    expect(Math.min(...coverage.subarray(3 * 20 + 2, 3 * 20 + 12))).toBeGreaterThanOrEqual(254)
  })
})

/** By Green's theorem from the same points, which are of faces whose parts do not overlap. */
describe.each<FontFace>([
  { family: 'KaTeX_Main', weight: 400, isItalic: false },
  { family: 'KaTeX_Size4', weight: 400, isItalic: false },
  { family: 'Noto Sans', weight: 700, isItalic: true },
])('glyphs of $family', (face) => {
  it('take as much ink as their outlines enclose', () => {
    const em = 60
    const characters = [...'AgQ%&@{∫√∑8é']
    const found = characters.flatMap((character) => {
      const id = metricsOf(face).glyphOf(character.codePointAt(0) ?? 0)
      return id === 0 ? [] : [{ character, id }]
    })
    expect(found.length).toBeGreaterThan(1)
    for (const { character, id } of found) {
      const layer = openLayer(4 * em, 8 * em)
      const placing = { scaleX: em, scaleY: em, x: em, y: 4 * em }
      fillOutline(layer, edgesOf(glyphOutline(face, id), placing))
      const ratio = sumOf(layer.coverage) / (glyphArea(face, { id, parts: [] }) * em * em)
      expect(Math.abs(ratio - 1), character).toBeLessThan(0.02)
    }
  })
})
