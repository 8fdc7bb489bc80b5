import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartStyle, drawChart } from '../../scripts/chart/draw-chart.ts'
import type { Drawing } from '../../scripts/chart/drawing.ts'
import { isCrossing } from '../../scripts/chart/line-values.ts'
import { type Box, dataLines, outsideOf, overlapsOf, pointsOf, textBoxes } from './boxes.ts'
import { BRIEF_STYLE, DECK_STYLE, type MadeSeries, seriesChart } from './made-chart.ts'

const YEARS = ['2018', '2019', '2020', '2021', '2022', '2023', '2024']

function draw(
  categories: readonly string[],
  series: readonly MadeSeries[],
  style: Partial<ChartStyle> = {},
  highlight = {},
): Drawing {
  return drawChart(seriesChart('line', categories, series, highlight), { ...DECK_STYLE, ...style })
}

const one = (...values: readonly (number | undefined)[]): readonly MadeSeries[] => [
  { label: '', values },
]

/** Texts that a line of the chart runs through. */
function struckOf(drawing: Drawing, em: number): readonly string[] {
  const struck = (box: Box): boolean =>
    dataLines(drawing, em).some((line) =>
      pointsOf(line).some(({ x, y }, index, points) => {
        const before = points[index - 1]
        return before !== undefined && isCrossing([before.x, before.y], [x, y], box)
      }),
    )
  return textBoxes(drawing)
    .filter(struck)
    .map(({ text }) => text)
}

function expectSound(drawing: Drawing, em: number): void {
  for (const shape of drawing.shapes)
    for (const [key, value] of Object.entries(shape))
      if (typeof value === 'number') expect([key, Number.isFinite(value)]).toEqual([key, true])
  expect(overlapsOf(textBoxes(drawing))).toEqual([])
  expect(outsideOf(drawing)).toEqual([])
  expect(struckOf(drawing, em)).toEqual([])
}

const wordsIn = (drawing: Drawing): readonly string[] => textBoxes(drawing).map(({ text }) => text)

describe('a line', () => {
  it('has a figure at each point where there is room', () => {
    const drawing = draw(YEARS, one(12, 14, 9, 18, 31, 44, 52.7))
    expectSound(drawing, 28)
    expect(wordsIn(drawing)).toEqual(
      expect.arrayContaining(['12', '14', '9', '18', '31', '44', '52.7', ...YEARS]),
    )
  })

  it('of 200 points has its figures at the ends and extremes, and few labels', () => {
    const labels = Array.from({ length: 200 }, (_, i) => String(1800 + i))
    const values = labels.map((_, i) => Math.round(500 + 300 * Math.sin(i / 9) + i))
    const drawing = draw(labels, one(...values))
    expectSound(drawing, 28)
    const words = wordsIn(drawing)
    for (const value of [values[0], values.at(-1), Math.max(...values), Math.min(...values)])
      expect(words).toContain(String(value))
    expect(words).toContain('1800')
    expect(words).toContain('1999')
    expect(words.length).toBeLessThan(40)
  })

  it('has names that are too long for its end above it, each with a sample', () => {
    const long = 'Imports of crude oil and of petroleum products by sea and by pipeline '.repeat(2)
    const series = ['a', 'b', 'c'].map((label, at) => ({
      label: `${label} ${long}`,
      values: [at, 5 - at, 3],
    }))
    const drawing = draw(YEARS.slice(0, 3), series)
    expectSound(drawing, DECK_STYLE.minTextSize)
    expect(drawing.height).toBeLessThanOrEqual(DECK_STYLE.maxHeight + 0.1)
    expect(Math.min(...textBoxes(drawing).map(({ left }) => left))).toBeGreaterThan(0)
  })

  it('of one point has its figure once, beside it', () => {
    const drawing = draw(['2024'], one(7.5))
    expect(wordsIn(drawing)).toEqual(['2024', '7.5'])
    expectSound(drawing, 28)
  })

  it('breaks where a figure is missing', () => {
    const drawing = draw(YEARS, one(1, 2, undefined, 3, undefined, 4, 5))
    expect(dataLines(drawing, 28).map((line) => pointsOf(line).length)).toEqual([2, 2])
    expect(wordsIn(drawing)).toContain('3')
    expectSound(drawing, 28)
  })

  it('stands years as far apart as they are', () => {
    const drawing = draw(['2000', '2010', '2015', '2020'], one(1, 2, 3, 4))
    const [line] = dataLines(drawing, 28)
    const [a, b, c, d] = (line === undefined ? [] : pointsOf(line)).map(({ x }) => x)
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo(2 * ((c ?? 0) - (b ?? 0)), 0)
    expect((c ?? 0) - (b ?? 0)).toBeCloseTo((d ?? 0) - (c ?? 0), 0)
  })

  it('has a rule at zero when its figures reach down to half of the highest, and none when they do not', () => {
    const rules = (...values: readonly number[]) =>
      draw(YEARS.slice(0, 3), one(...values)).shapes.filter(
        (shape) => shape.kind === 'line' && shape.y1 === shape.y2,
      ).length
    expect([rules(10, 20, 30), rules(90, 95, 100), rules(-5, 0, 5), rules(0, 0, 0)]).toEqual([
      1, 0, 1, 1,
    ])
  })

  it('stresses a series, a point of one series, or a point of all', () => {
    const series = ['a', 'b'].map((label, at) => ({
      label,
      values: YEARS.map((_, i) => i * 5 + at * 30 + 3),
    }))
    const stressed = (highlight: object) =>
      draw(YEARS, series, {}, highlight).shapes.filter(
        (shape) =>
          (shape.kind === 'text' && shape.fill === DECK_STYLE.colors.accent) ||
          (shape.kind === 'path' && (shape.stroke ?? shape.fill) === DECK_STYLE.colors.accent),
      ).length
    expect(stressed({})).toBe(0)
    expect(stressed({ series: 1 })).toBeGreaterThan(8)
    expect(stressed({ category: 3 })).toBe(5)
    expect(stressed({ category: 3, series: 0 })).toBe(3)
  })

  it.each([
    ['one point', ['2024'], one(5)],
    ['all zeros', YEARS, one(0, 0, 0, 0, 0, 0, 0)],
    ['equal figures', YEARS, one(7, 7, 7, 7, 7, 7, 7)],
    ['huge and tiny figures', YEARS, one(0.001, 1e12, 3, 0.5, 1e9, 2, 1)],
    ['nothing at its ends', YEARS, one(undefined, 2, 9, 4, 5, 3, undefined)],
    ['only below zero', YEARS, one(-5, -9, -3, -4, -20, -7, -1)],
    [
      'labels of 120 characters',
      ['a '.repeat(60).trim(), 'word '.repeat(24).trim(), 'x'.repeat(120)],
      one(1, 3, 2),
    ],
    ['the same label thrice', ['Delhi', 'Delhi', 'Delhi'], one(1, 3, 2)],
    ['Hindi labels', ['अप्रैल से जून', 'जुलाई से सितंबर', 'अक्टूबर से दिसंबर'], one(1, 3, 2)],
  ] as const)('with %s is drawn whole', (_, categories, series) => {
    expectSound(draw(categories, series), 28)
    expectSound(draw(categories, series, { width: 792, maxHeight: 360 }), 28)
    expectSound(draw(categories, series, BRIEF_STYLE), 8.2)
  })

  it('never writes over a figure or a line, whatever the figures', () => {
    const value = fc.option(fc.integer({ min: -500, max: 5000 }), { freq: 8, nil: undefined })
    const lines = fc.integer({ min: 1, max: 24 }).chain((count) =>
      fc.array(fc.array(value, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 6,
      }),
    )
    fc.assert(
      fc.property(lines, fc.boolean(), (values, isBrief) => {
        const style = isBrief ? BRIEF_STYLE : DECK_STYLE
        const count = values[0]?.length ?? 1
        const labels = Array.from({ length: count }, (_, i) => String(2000 + i))
        const series = values.map((list, i) => ({ label: `Country ${i + 1}`, values: list }))
        expectSound(draw(labels, series, style, { category: count - 1 }), style.textSize)
      }),
      { seed: 5, numRuns: 80 },
    )
  })
})
