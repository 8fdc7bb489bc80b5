import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartStyle, drawChart } from '../../scripts/chart/draw-chart.ts'
import type { Drawing, Shape } from '../../scripts/chart/drawing.ts'
import { outsideOf, overlapsOf, textBoxes } from './boxes.ts'
import { BRIEF_STYLE, bar, chartOf, DECK_STYLE, type MadeBar } from './made-chart.ts'

function draw(parts: readonly MadeBar[], style: Partial<ChartStyle> = {}): Drawing {
  return drawChart(chartOf(parts, 'share'), { ...DECK_STYLE, ...style })
}

function rectsOf({ shapes }: Drawing): readonly Extract<Shape, { kind: 'rect' }>[] {
  return shapes.filter((shape) => shape.kind === 'rect')
}

function expectSound(drawing: Drawing): void {
  expect(overlapsOf(textBoxes(drawing))).toEqual([])
  expect(outsideOf(drawing)).toEqual([])
  for (const { y, height } of rectsOf(drawing)) {
    expect(y).toBeGreaterThanOrEqual(-0.1)
    expect(y + height).toBeLessThanOrEqual(drawing.height + 0.1)
  }
}

describe('a share', () => {
  it('gives each part the height of its figure, in the order given', () => {
    const drawing = draw([bar('a', 50), bar('b', 20), bar('c', 30)])
    const ends = rectsOf(drawing).map(({ y, height }) => (y + height) / drawing.height)
    for (const [index, end] of [0.5, 0.7, 1].entries()) expect(ends[index]).toBeCloseTo(end, 2)
    expectSound(drawing)
  })

  it('leaves the rest of a whole open', () => {
    const chart = {
      ...chartOf([bar('China', 90, '85–95'), bar('Rest', 10, '5–15')], 'share'),
      unit: '%',
    }
    const drawing = drawChart({ ...chart, hasRest: true }, DECK_STYLE)
    expect(rectsOf(drawing)).toHaveLength(1)
    expect(textBoxes(drawing).map(({ text }) => text)).toEqual([
      '85–95\u00a0%',
      'China',
      '5–15\u00a0%',
      'Rest',
    ])
  })

  it('stresses one part', () => {
    const fills = rectsOf(draw([bar('a', 1), bar('b', 2, '2', true), bar('c', 3)])).map(
      ({ fill }) => fill,
    )
    expect(fills).toEqual(
      ['primary', 'accent', 'primary'].map((name) => DECK_STYLE.colors[name as 'primary']),
    )
  })

  it('names any parts in full, over nothing else, in deck and brief', () => {
    const words = fc.array(
      fc.constantFrom('Coal', 'solar', 'and', 'power', 'ऊर्जा', 'क्षेत्रीय', '2024–25'),
      {
        minLength: 1,
        maxLength: 20,
      },
    )
    const part = fc
      .tuple(
        words,
        fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 1e9 })),
      )
      .map(([list, value]) => bar(list.join(' '), value))
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 10 }),
        fc.boolean(),
        (parts, isBrief) => {
          const drawing = draw(parts, isBrief ? BRIEF_STYLE : {})
          expectSound(drawing)
          const text = textBoxes(drawing)
            .map((box) => box.text)
            .join(' ')
          for (const { label } of parts)
            for (const word of label.split(' ')) expect(text).toContain(word)
        },
      ),
      { seed: 3, numRuns: 120 },
    )
  })
})
