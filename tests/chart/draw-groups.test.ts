import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartStyle, countParts, drawChart } from '../../scripts/chart/draw-chart.ts'
import type { Drawing, Shape } from '../../scripts/chart/drawing.ts'
import { outsideOf, overlapsOf, textBoxes } from './boxes.ts'
import { BRIEF_STYLE, DECK_STYLE, type MadeSeries, seriesChart } from './made-chart.ts'

const BUYERS = ['China', 'India', 'European Union']
const TWO: readonly MadeSeries[] = [
  { label: '2022', values: [50.6, 25.5, 89.2] },
  { label: '2024', values: [62.6, 52.7, 25.2] },
]

function draw(
  categories: readonly string[],
  series: readonly MadeSeries[],
  style: Partial<ChartStyle> = {},
): Drawing {
  return drawChart(seriesChart('grouped-bar', categories, series), { ...DECK_STYLE, ...style })
}

function rectsOf({ shapes }: Drawing): readonly Extract<Shape, { kind: 'rect' }>[] {
  return shapes.filter((shape) => shape.kind === 'rect')
}

function expectSound(drawing: Drawing): void {
  expect(overlapsOf(textBoxes(drawing))).toEqual([])
  expect(outsideOf(drawing)).toEqual([])
}

describe('grouped bars', () => {
  it('stand on one scale, named beside the first group', () => {
    const drawing = draw(BUYERS, TWO)
    expectSound(drawing)
    const widths = rectsOf(drawing).map(({ width }) => width)
    const scale = (widths[4] ?? 0) / 89.2
    for (const [index, value] of [50.6, 62.6, 25.5, 52.7, 89.2, 25.2].entries())
      expect(widths[index]).toBeCloseTo(value * scale, 1)
    expect(textBoxes(drawing).map(({ text }) => text)).toEqual([
      ...['China', '50.6', '2022', '62.6', '2024'],
      ...['India', '25.5', '52.7', 'European Union', '89.2', '25.2'],
    ])
  })

  it('have long names above them, each with a sample of its colour', () => {
    const name = 'Imports of crude oil and of petroleum products'
    const drawing = draw(BUYERS, [
      { label: name, values: [1, 2, 3] },
      { label: 'Gas', values: [3, 2, 1] },
    ])
    expectSound(drawing)
    expect(rectsOf(drawing)).toHaveLength(8)
    expect(textBoxes(drawing)[0]?.text).toBe(name)
  })

  it('name the series again on each slide they go on to', () => {
    const categories = Array.from({ length: 20 }, (_, i) => `District ${i + 1}`)
    const series = TWO.map(({ label }) => ({ label, values: categories.map((_, i) => i + 1) }))
    const of = countParts(seriesChart('grouped-bar', categories, series), DECK_STYLE)
    expect(of).toBeGreaterThan(2)
    for (let number = 1; number <= of; number++) {
      const part = draw(categories, series, { part: { number, of } })
      expect(textBoxes(part).filter(({ text }) => text === '2022')).toHaveLength(1)
      expect(part.height).toBeLessThanOrEqual(DECK_STYLE.maxHeight)
    }
  })

  it('of any figures are drawn whole, in deck and brief', () => {
    const figure = fc.option(fc.integer({ min: -9999, max: 99999 }), { freq: 6, nil: undefined })
    const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
      fc.array(fc.array(figure, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 5,
      }),
    )
    fc.assert(
      fc.property(table, fc.boolean(), (rows, isBrief) => {
        const categories = rows.map((_, i) => `Partner number ${i}`)
        const series = (rows[0] ?? []).map((_, i) => ({
          label: `Series ${i}`,
          values: rows.map((row) => row[i]),
        }))
        const drawing = draw(categories, series, isBrief ? BRIEF_STYLE : { maxHeight: 2000 })
        expectSound(drawing)
        expect(rectsOf(drawing)).toHaveLength(
          rows.flat().filter((value) => value !== undefined).length,
        )
      }),
      { seed: 9, numRuns: 120 },
    )
  })
})
