import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartStyle, countParts, drawChart } from '../../scripts/chart/draw-chart.ts'
import type { Drawing, Shape } from '../../scripts/chart/drawing.ts'
import { measureText } from '../../scripts/font/measure-text.ts'
import { BRIEF_STYLE, bar, chartOf, DECK_STYLE, type MadeBar } from './made-chart.ts'

const STYLE = DECK_STYLE
/** Coordinates are rounded to two decimals. */
const SLACK = 0.1

function draw(bars: readonly MadeBar[], style: Partial<ChartStyle> = {}): Drawing {
  return drawChart(chartOf(bars), { ...STYLE, ...style })
}

type Text = Extract<Shape, { kind: 'text' }>
type Rect = Extract<Shape, { kind: 'rect' }>
type Extent = { readonly left: number; readonly right: number }

function textsOf({ shapes }: Drawing): readonly Text[] {
  return shapes.filter((shape) => shape.kind === 'text')
}

function rectsOf({ shapes }: Drawing): readonly Rect[] {
  return shapes.filter((shape) => shape.kind === 'rect')
}

function labelsOf(drawing: Drawing): readonly Text[] {
  return textsOf(drawing).filter(({ weight }) => weight === 400)
}

function valuesOf(drawing: Drawing): readonly Text[] {
  return textsOf(drawing).filter(({ weight }) => weight === 700)
}

function extentOf({ text, size, weight, x, anchor }: Text): Extent {
  const width = measureText(text, { stack: 'sans', weight, isItalic: false }) * size
  return anchor === 'end' ? { left: x - width, right: x } : { left: x, right: x + width }
}

/** What must be true of every chart: nothing outside, nothing on top of another thing. */
function expectSound(drawing: Drawing, bars: readonly MadeBar[]): void {
  const values = valuesOf(drawing)
  const rects = rectsOf(drawing)
  expect(values.map(({ text }) => text)).toEqual(bars.map(({ printed }) => printed))
  expect(rects).toHaveLength(bars.length)
  for (const shape of drawing.shapes)
    for (const [key, value] of Object.entries(shape))
      if (typeof value === 'number') expect([key, Number.isFinite(value)]).toEqual([key, true])
  const labelEnd = Math.max(0, ...labelsOf(drawing).map((label) => extentOf(label).right))
  for (const [index, rect] of rects.entries()) {
    expect(rect.x).toBeGreaterThanOrEqual(labelEnd - SLACK)
    // The hairline of a value near zero may pass the edge by its own thickness.
    expect(rect.x + rect.width).toBeLessThanOrEqual(drawing.width + 2 + SLACK)
    expect(rect.y).toBeGreaterThanOrEqual(-SLACK)
    expect(rect.y + rect.height).toBeLessThanOrEqual(drawing.height + SLACK)
    const value = values[index]
    if (value === undefined) throw new Error('a bar without its value')
    const { left, right } = extentOf(value)
    expect(left).toBeGreaterThanOrEqual(labelEnd - SLACK)
    expect(right).toBeLessThanOrEqual(drawing.width + SLACK)
    expect(right <= rect.x + SLACK || left >= rect.x + rect.width - SLACK).toBe(true)
  }
  for (const [index, rect] of rects.slice(1).entries())
    expect(rect.y).toBeGreaterThanOrEqual((rects[index]?.y ?? 0) + (rects[index]?.height ?? 0))
}

describe('drawChart', () => {
  it('draws every bar in proportion to its value, from one zero', () => {
    const bars = [bar('China', 62.6), bar('India', 52.7), bar('European Union', 39.1)]
    const drawing = draw(bars)
    expectSound(drawing, bars)
    const rects = rectsOf(drawing)
    const scale = (rects[0]?.width ?? 0) / 62.6
    expect(new Set(rects.map(({ x }) => x)).size).toBe(1)
    for (const [index, { value }] of bars.entries())
      expect(rects[index]?.width).toBeCloseTo(value * scale, 1)
  })

  it('draws one bar alone', () => {
    const bars = [bar('India', 52.7)]
    expectSound(draw(bars), bars)
    expect(draw(bars).height).toBeLessThan(120)
  })

  it('draws nothing for no bars', () => {
    expect(draw([])).toEqual({ width: STYLE.width, height: 0, shapes: [] })
  })

  it('draws a value of zero as a hairline with its figure', () => {
    const bars = [bar('Before', 0), bar('After', 30)]
    const drawing = draw(bars)
    expectSound(drawing, bars)
    expect(rectsOf(drawing)[0]?.width).toBeGreaterThan(0)
    expect(rectsOf(drawing)[0]?.width).toBeLessThan(4)
  })

  it('draws nothing but zeros', () => {
    const bars = [bar('a', 0), bar('b', 0)]
    expectSound(draw(bars), bars)
  })

  it('draws negative values to the left of zero and positive ones to the right', () => {
    const bars = [bar('Exports', 40), bar('Imports', -25, '−25'), bar('Rest', -40, '−40')]
    const drawing = draw(bars)
    expectSound(drawing, bars)
    const [up, down, low] = rectsOf(drawing)
    const zero = up?.x ?? 0
    expect((down?.x ?? 0) + (down?.width ?? 0)).toBeCloseTo(zero, 1)
    expect((low?.x ?? 0) + (low?.width ?? 0)).toBeCloseTo(zero, 1)
    expect(up?.width).toBeCloseTo(low?.width ?? 0, 1)
    expect(valuesOf(drawing).map(({ anchor }) => anchor)).toEqual(['start', 'end', 'end'])
  })

  it('draws only negative values', () => {
    const bars = [bar('2023', -1.5, '−1.5'), bar('2024', -7, '−7')]
    expectSound(draw(bars), bars)
  })

  it('writes ranges and qualified figures as they are printed elsewhere', () => {
    const bars = [
      bar('Supply', 90, '85–95'),
      bar('Share', 30, 'nearly 30'),
      bar('Other', 60, 'over 60'),
    ]
    expectSound(draw(bars), bars)
  })

  it('moves bars closer before it makes letters smaller, and never below the least size', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => bar(`Partner ${i}`, i * 3.7))
    const sizeOf = (count: number) => valuesOf(draw(many(count)))[0]?.size ?? 0
    expect([8, 9].map(sizeOf)).toEqual([STYLE.textSize, STYLE.textSize])
    expect(sizeOf(12)).toBeLessThan(STYLE.textSize)
    expect(sizeOf(60)).toBe(24)
    expect(draw(many(11)).height).toBeLessThanOrEqual(STYLE.maxHeight)
  })

  it('gives few bars larger letters and most of the height of a slide, but not of a column', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => bar(`Partner ${i}`, 5 + i))
    for (const count of [2, 3, 4]) {
      const { height, shapes } = draw(many(count))
      const sizes = shapes.flatMap((shape) => (shape.kind === 'text' ? shape.size : []))
      expect(Math.min(...sizes), `${count} bars`).toBeGreaterThan(STYLE.textSize)
      expect(height / STYLE.maxHeight, `${count} bars`).toBeGreaterThan(0.55)
      expect(height).toBeLessThanOrEqual(STYLE.maxHeight)
    }
    expect(valuesOf(draw(many(2), BRIEF_STYLE))[0]?.size).toBe(BRIEF_STYLE.textSize)
  })

  it('has no larger letters where a label would need one line more', () => {
    const label = 'Imports of crude oil and petroleum'
    const bars = [bar(label, 3), bar('b', 5)]
    const usual = labelsOf(draw(bars, { isRoomy: false }))
    expect(labelsOf(draw(bars))).toHaveLength(usual.length)
  })

  it('sets the label of the stressed bar in bold, for screens and paper without colour', () => {
    const drawing = draw([bar('Oil', 1), bar('Coal', 2, '2', true)])
    const weights = textsOf(drawing).map(({ text, weight }) => `${text} ${weight}`)
    expect(weights).toEqual(['Oil 400', '1 700', 'Coal 700', '2 700'])
  })

  it('shows 60 bars in parts on one scale, each bar once', () => {
    const bars = Array.from({ length: 60 }, (_, i) =>
      bar(`A partner of medium length ${i}`, 1 + i * 3.7),
    )
    const of = countParts(chartOf(bars), STYLE)
    expect(of).toBe(5)
    const parts = Array.from({ length: of }, (_, i) => draw(bars, { part: { number: i + 1, of } }))
    expect(parts.flatMap((part) => valuesOf(part).map(({ text }) => text))).toEqual(
      bars.map(({ printed }) => printed),
    )
    for (const part of parts) expect(part.height).toBeLessThanOrEqual(STYLE.maxHeight + SLACK)
    const rects = parts.flatMap(rectsOf)
    expect(new Set(rects.map(({ x }) => x)).size).toBe(1)
    const scale = (rects.at(-1)?.width ?? 0) / (bars.at(-1)?.value ?? 1)
    for (const [i, { value }] of bars.entries())
      expect(rects[i]?.width).toBeCloseTo(value * scale, 1)
    expect(countParts(chartOf(bars.slice(0, 5)), STYLE)).toBe(1)
  })

  it('wraps long labels inside the label column, every word once', () => {
    const label =
      'Imports of crude oil and petroleum products from the Russian Federation by the European Union'
    const bars = [bar(label, 39.1), bar('India', 52.7)]
    const drawing = draw(bars)
    expectSound(drawing, bars)
    const lines = labelsOf(drawing).filter(({ text }) => text !== 'India')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.map(({ text }) => text).join(' ')).toBe(label)
    for (const line of lines)
      expect(extentOf(line).right).toBeLessThanOrEqual(STYLE.width * 0.42 + SLACK)
  })

  it('wraps long Hindi labels inside the label column', () => {
    const label = 'रूस से भारत का कच्चे तेल और पेट्रोलियम उत्पादों का कुल आयात वित्त वर्ष 2024 में'
    const bars = [bar(label, 52.7), bar('चीन', 62.6)]
    expectSound(draw(bars), bars)
  })

  it('keeps a single endless word inside the label column', () => {
    const bars = [bar('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen', 5), bar('b', 9)]
    expectSound(draw(bars), bars)
  })

  it('keeps a long figure inside the width', () => {
    const bars = [bar('a', 1_234_567.89, 'nearly 1,234,567.89'), bar('b', 2_000_000, '2,000,000')]
    expectSound(draw(bars, { width: 240, textSize: 9, minTextSize: 9 }), bars)
  })

  it('stresses only the highlighted bar', () => {
    const drawing = draw([bar('a', 1), bar('b', 2, '2', true), bar('c', 3)])
    expect(rectsOf(drawing).map(({ fill }) => fill === STYLE.colors.accent)).toEqual([
      false,
      true,
      false,
    ])
  })

  it('keeps the rules for any bars, in the deck and in a column of the brief', () => {
    const word = fc.constantFrom(
      'India',
      'oil',
      'imports',
      'European',
      'भारत',
      'क्षेत्रीय',
      'US$',
      '2024–25',
    )
    const anyBar = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 14 }), fc.integer({ min: -1e7, max: 1e7 }))
      .map(([words, tenths]) => bar(words.join(' '), tenths / 10))
    fc.assert(
      fc.property(
        fc.array(anyBar, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (bars, isBrief) => {
          const style = isBrief
            ? { width: 245, textSize: 8.2, minTextSize: 8.2, maxHeight: 200 }
            : {}
          const drawing = draw(bars, style)
          expectSound(drawing, bars)
          if (countParts(chartOf(bars), { ...STYLE, ...style }) === 1)
            expect(drawing.height).toBeLessThanOrEqual((isBrief ? 200 : STYLE.maxHeight) + SLACK)
        },
      ),
      { seed: 17, numRuns: 300 },
    )
  })

  it('draws the same bars the same way twice', () => {
    const bars = [bar('a', 1 / 3), bar('b', 2 / 3)]
    expect(draw(bars)).toEqual(draw(bars))
  })
})
