/** Every text colour on every ground of every set that comes with the program, and of brands that nobody chose well. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contrast, LEAST_CONTRAST } from '../../scripts/color/contrast.ts'
import { toOklch } from '../../scripts/color/oklch.ts'
import { themeOfSet } from '../../scripts/render/set-theme.ts'
import { readTemplateSet } from '../../scripts/template/template-set.ts'
import { TEXT_GROUNDS, type TextName } from '../../scripts/theme/palette.ts'
import { applyBrand, makeTheme, type Theme, type ThemeColors } from '../../scripts/theme/theme.ts'
import { rootDir } from '../run-lectern.ts'

const folder = { path: join(rootDir, 'templates'), displayPath: 'templates' }
const names = readdirSync(folder.path)

function madeOf(name: string): ReturnType<typeof themeOfSet> {
  const set = readTemplateSet(name, [folder])
  if (set === undefined) throw new Error(`no set ${name}`)
  return themeOfSet(set)
}

/** `onPrimary on primaryGround 3.2` for each pair below what text needs. */
function faintPairs(colors: ThemeColors): readonly string[] {
  return (Object.keys(TEXT_GROUNDS) as TextName[]).flatMap((text) =>
    TEXT_GROUNDS[text]
      .map((ground) => ({ ground, ratio: contrast(colors[text], colors[ground]) }))
      .filter(({ ratio }) => ratio < LEAST_CONTRAST)
      .map(({ ground, ratio }) => `${text} on ${ground} ${ratio.toFixed(2)}`),
  )
}

function expectLegible({ colors, deckColors }: Theme): void {
  expect(faintPairs(colors)).toEqual([])
  expect(faintPairs(deckColors)).toEqual([])
}

describe.each(names)('the set %s', (name) => {
  const { theme, problems } = madeOf(name)

  it('is written in colours that can be read, so that none had to be replaced', () => {
    expect(problems).toEqual([])
    expectLegible(theme)
  })

  it('has marks that are seen on slides and paper: 3:1 (WCAG 2.2, 1.4.11)', () => {
    for (const colors of [theme.colors, theme.deckColors])
      for (const key of ['series1', 'series2', 'series3', 'series4', 'series5', 'series6'] as const)
        expect(contrast(colors[key], colors.paper)).toBeGreaterThanOrEqual(3)
  })

  it.each([
    ['pale yellow', '#fff2a8', '#ffd400'],
    ['white', '#ffffff', '#ffffff'],
    ['black', '#000000', '#000000'],
    ['middle grey', '#808080', '#777777'],
    ['orange and blue', '#f7941d', '#1d6ff7'],
    ['navy and gold', '#1a2a4f', '#c8a24a'],
    ['neon', '#00ff00', '#ff00ff'],
  ])('can be read in the brand colours %s', (_, primary, accent) => {
    expectLegible(applyBrand(theme, { primary, accent }).theme)
    expectLegible(applyBrand(theme, { primary, accent: '' }).theme)
    expectLegible(applyBrand(theme, { primary: '', accent }).theme)
  })
})

describe('lecture-dark', () => {
  const { theme } = madeOf('lecture-dark')

  it('has dark slides that are not black, and white paper', () => {
    expect(theme.colors.paper).toBe('#ffffff')
    const { lightness } = toOklch(theme.deckColors.paper)
    expect(lightness).toBeGreaterThan(0.15)
    expect(lightness).toBeLessThan(0.25)
  })

  it('keeps its full-colour slides deep when the brand is bright', () => {
    const { theme: branded } = applyBrand(theme, { primary: '#fff2a8', accent: '' })
    expect(toOklch(branded.deckColors.primaryGround).lightness).toBeLessThan(0.45)
    expect(branded.colors.primaryGround).toBe('#fff2a8')
  })
})

describe('a brand', () => {
  const { theme } = madeOf('lecture')

  it('that can be read is used as it is', () => {
    const { theme: branded, faint } = applyBrand(theme, { primary: '#4a1442', accent: '#8a4b00' })
    expect(branded.colors).toMatchObject({
      primary: '#4a1442',
      primaryGround: '#4a1442',
      accent: '#8a4b00',
      onPrimary: '#ffffff',
    })
    expect(faint).toEqual([])
  })

  it('in pale yellow has dark letters on its full-colour slides and dark headings on paper', () => {
    const { theme: branded, faint } = applyBrand(theme, { primary: '#fff2a8', accent: '' })
    expect(branded.colors.primaryGround).toBe('#fff2a8')
    expect(toOklch(branded.colors.onPrimary).lightness).toBeLessThan(0.4)
    expect(faint).toMatchObject([
      { name: 'primary', color: '#fff2a8', drawn: branded.colors.primary },
    ])
  })

  it('that gives nothing changes nothing', () => {
    expect(applyBrand(theme, { primary: '', accent: '' })).toEqual({ theme, faint: [] })
  })
})

describe('theme.yaml', () => {
  it('whose colour follows from another need not give it', () => {
    const tokens = { colors: { primary: '#fff2a8' } }
    const { theme } = makeTheme({ name: 't', tokens, css: '' })
    expect(theme.colors.primaryGround).toBe('#fff2a8')
    expect(faintPairs(theme.colors)).toEqual([])
  })

  it('that is too faint is told by its path and drawn legibly', () => {
    const tokens = { colors: { muted: '#cccccc' }, deck: { colors: { ink: '#eeeeee' } } }
    const { theme, faint } = makeTheme({ name: 't', tokens, css: '' })
    expect(faint.map(({ path }) => path.join('.'))).toEqual(['colors.muted', 'deck.colors.ink'])
    expectLegible(theme)
  })

  it('colours slides apart from paper', () => {
    const tokens = { deck: { colors: { paper: '#101010', ink: '#ffffff', inc: 'red' } } }
    const { theme, problems } = makeTheme({ name: 't', tokens, css: '' })
    expect([theme.deckColors.paper, theme.colors.paper]).toEqual(['#101010', '#ffffff'])
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['deck.colors.inc'])
  })
})
