import { describe, expect, it } from 'vitest'
import { looksOf, quietColors, quietMark, seriesColors } from '../../scripts/chart/series-look.ts'
import { contrast } from '../../scripts/color/contrast.ts'
import { differenceOf, labDifference, SIGHTS } from './color-vision.ts'
import { COLORS, seriesChart } from './made-chart.ts'

const colors = seriesColors(COLORS)

function leastDifference(palette: readonly string[], sight: (typeof SIGHTS)[number]): number {
  const pairs = palette.flatMap((first, i) =>
    palette.slice(i + 1).map((second) => [first, second] as const),
  )
  return Math.min(...pairs.map(([first, second]) => differenceOf(first, second, sight)))
}

describe('the colours of series', () => {
  it('are seen on paper: 3:1 (WCAG 2.2, 1.4.11)', () => {
    for (const color of colors) expect(contrast(color, COLORS.paper)).toBeGreaterThanOrEqual(3)
  })

  it.each(SIGHTS)('differ by 15 or more (CIEDE2000) in %s sight', (sight) => {
    expect(leastDifference(colors, sight)).toBeGreaterThanOrEqual(15)
  })

  it('differ more for the colour-blind than those of Okabe and Ito without the two that paper swallows', () => {
    const okabeIto = ['#000000', '#d55e00', '#0072b2', '#009e73', '#cc79a7', '#e69f00']
    const worst = (palette: readonly string[]) =>
      Math.min(...SIGHTS.map((sight) => leastDifference(palette, sight)))
    expect(worst(colors)).toBeGreaterThan(worst(okabeIto))
  })

  it('leave one stressed series its own colour, and the others are still seen', () => {
    const series = ['a', 'b', 'c', 'd'].map((label) => ({ label, values: [1, 2] }))
    const looks = looksOf(seriesChart('line', ['x', 'y'], series, { series: 2 }), COLORS)
    expect(looks.map(({ color }) => color === COLORS.accent)).toEqual([false, false, true, false])
    for (const color of quietColors(6, COLORS))
      expect(contrast(color, COLORS.paper)).toBeGreaterThanOrEqual(3)
  })

  it('are not needed: patterns and dashes differ too', () => {
    const series = ['a', 'b', 'c', 'd', 'e', 'f'].map((label) => ({ label, values: [1] }))
    const looks = looksOf(seriesChart('line', ['x'], series), COLORS)
    expect(new Set(looks.map(({ greyPattern }) => greyPattern)).size).toBe(6)
    expect(new Set(looks.map(({ greyDash }) => greyDash.join())).size).toBe(6)
  })
})

it('the measure of difference gives the published values (Sharma, Wu and Dalal 2005, table 1)', () => {
  const gap = (first: readonly number[], second: readonly number[]) => labDifference(first, second)
  expect(gap([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4)
  expect(gap([50, -1.1848, -84.8006], [50, 0, -82.7485])).toBeCloseTo(1, 4)
  expect(gap([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4)
})

describe('a brand of one colour', () => {
  it.each(['#7a1f2b', '#000000', '#0b3c5d', '#767676'])(
    'leaves what is stressed in %s seen beside the rest',
    (color) => {
      const colors = { ...COLORS, primary: color, accent: color }
      const marks = [quietMark(colors), ...quietColors(3, colors).slice(1)]
      for (const mark of marks) {
        expect(contrast(mark, colors.paper)).toBeGreaterThanOrEqual(3)
        expect(mark).not.toBe(color)
      }
    },
  )

  it('changes nothing where the two are apart', () => {
    expect(quietMark(COLORS)).toBe(COLORS.primary)
  })
})
