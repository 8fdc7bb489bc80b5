/** What becomes of a theme on paper. */
import { describe, expect, it } from 'vitest'
import { channelsOf, contrast } from '../../scripts/color/contrast.ts'
import { TEXT_GROUNDS } from '../../scripts/theme/palette.ts'
import { paperTheme } from '../../scripts/theme/paper-theme.ts'
import { applyBrand, type Theme } from '../../scripts/theme/theme.ts'
import { sampleTheme } from '../deck/sample-deck.ts'

const SETS = ['lecture', 'lecture-dark', 'coaching']
const BRANDS = [
  { primary: '', accent: '' },
  { primary: '#fff2a8', accent: '#ffd400' },
  { primary: '#7a1f2b', accent: '#0a7d3c' },
]
const themes = SETS.flatMap((set) =>
  BRANDS.map(
    (brand) => [`${set} ${brand.primary}`, applyBrand(sampleTheme(set), brand).theme] as const,
  ),
)
const GROUNDS = ['paper', 'tint', 'primaryGround'] as const
const SERIES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const

/** All that the layout is made from: the stripe takes no room. */
function measuresOf({ deck, deck43 }: Theme): unknown {
  return [deck, deck43].map((one) => ({ ...one, stripePx: 0 }))
}

describe.each(themes)('%s', (_, theme) => {
  it('in colour is the theme itself', () => {
    expect(paperTheme(theme, 'colour')).toBe(theme)
  })

  it.each(['saving', 'grey'] as const)(
    'in %s has no ground but paper, and keeps its measures',
    (ink) => {
      const paper = paperTheme(theme, ink)
      for (const name of GROUNDS) expect(paper.deckColors[name]).toBe('#ffffff')
      expect(measuresOf(paper)).toEqual(measuresOf(theme))
      expect(paper.colors).toBe(theme.colors)
    },
  )

  it.each(['saving', 'grey'] as const)(
    'in %s has text that is read and marks that are seen',
    (ink) => {
      const { deckColors } = paperTheme(theme, ink)
      const texts = Object.keys(TEXT_GROUNDS) as (keyof typeof TEXT_GROUNDS)[]
      for (const name of texts)
        expect(contrast(deckColors[name], '#ffffff'), name).toBeGreaterThanOrEqual(4.5)
      for (const name of SERIES)
        expect(contrast(deckColors[name], '#ffffff'), name).toBeGreaterThanOrEqual(3)
      expect(contrast(deckColors.rule, '#ffffff')).toBeGreaterThanOrEqual(2)
    },
  )

  it('in grey has greys alone, none paler than a copier keeps', () => {
    for (const [name, color] of Object.entries(paperTheme(theme, 'grey').deckColors)) {
      const [red, green, blue] = channelsOf(color)
      expect([red, red], name).toEqual([green, blue])
      if (color !== '#ffffff') expect(contrast(color, '#ffffff'), name).toBeGreaterThanOrEqual(4.5)
    }
  })
})

it('a dark set takes the colours that it has for paper, in charts too', () => {
  const dark = sampleTheme('lecture-dark')
  const { deckColors } = paperTheme(dark, 'saving')
  expect(deckColors.primary).toBe(dark.colors.primary)
  expect(deckColors.series3).toBe(dark.colors.series3)
})
