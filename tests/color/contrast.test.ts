import { describe, expect, it } from 'vitest'
import { contrast, LEAST_CONTRAST, luminance } from '../../scripts/color/contrast.ts'
import { legibleOn, mix } from '../../scripts/color/legible.ts'
import { fromOklch, toOklch } from '../../scripts/color/oklch.ts'

describe('contrast', () => {
  // #777777 and #767676 are the two greys on either side of 4.5:1 on white (WebAIM, "Contrast and color").
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#0000ff', '#ffffff', 8.59],
    ['#ff0000', '#ffffff', 4],
    ['#00ff00', '#ffffff', 1.37],
  ])('of %s and %s is %d:1', (first, second, ratio) => {
    expect(contrast(first, second)).toBeCloseTo(ratio, 2)
    expect(contrast(second, first)).toBe(contrast(first, second))
  })

  it('weighs light as the eye does', () => {
    expect(luminance('#ff0000')).toBeCloseTo(0.2126, 6)
    expect(luminance('#00ff00')).toBeCloseTo(0.7152, 6)
    expect(luminance('#0000ff')).toBeCloseTo(0.0722, 6)
  })
})

describe('Oklch', () => {
  // CSS Color Module Level 4, sample conversions of `red` and `white`.
  it('gives the published values of red', () => {
    const { lightness, chroma, hue } = toOklch('#ff0000')
    expect(lightness).toBeCloseTo(0.62796, 4)
    expect(chroma).toBeCloseTo(0.25768, 4)
    expect((hue * 180) / Math.PI).toBeCloseTo(29.23, 1)
  })

  it.each(['#000000', '#ffffff', '#0b3c5d', '#f7e27a', '#00ff00', '#123456'])(
    'gives %s back',
    (color) => expect(fromOklch(toOklch(color))).toBe(color),
  )

  it('gives up chroma, not hue, where no screen has the colour', () => {
    const wanted = { lightness: 0.9, chroma: 0.3, hue: 4.5 }
    const got = toOklch(fromOklch(wanted))
    expect(got.lightness).toBeCloseTo(0.9, 1)
    expect(got.chroma).toBeLessThan(0.1)
  })
})

describe('legibleOn', () => {
  const grounds = ['#ffffff', '#f4f1ea', '#0e1420', '#777777', '#f7e27a', '#a33b0b']
  const colors = ['#f7e27a', '#ff6600', '#0b3c5d', '#808080', '#00ffff', '#ffffff', '#000000']
  const pairs = grounds.flatMap((ground) => colors.map((color) => [color, ground] as const))

  it.each(pairs)('makes of %s a colour that can be read on %s', (color, ground) => {
    const got = legibleOn(color, [ground])
    expect(contrast(got, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST)
    if (contrast(color, ground) >= LEAST_CONTRAST) expect(got).toBe(color)
  })

  it('goes no further than it must and keeps the hue', () => {
    const got = legibleOn('#f7941d', ['#ffffff'])
    expect(contrast(got, '#ffffff')).toBeLessThan(4.7)
    expect(toOklch(got).hue).toBeCloseTo(toOklch('#f7941d').hue, 1)
  })

  it('looks at every ground', () => {
    const got = legibleOn('#c0c0c0', ['#ffffff', '#e0e0e0'])
    expect(contrast(got, '#e0e0e0')).toBeGreaterThanOrEqual(LEAST_CONTRAST)
  })
})

it('mixes by share', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080')
  expect(mix('#102030', '#ffffff', 0)).toBe('#102030')
})
