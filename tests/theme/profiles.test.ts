import { describe, expect, it } from 'vitest'
import { parseThemeYaml } from '../../scripts/theme/parse-theme-yaml.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'

const read = (yaml: string) => makeTheme({ name: 't', tokens: parseThemeYaml(yaml).data, css: '' })

describe('the profiles of a template set', () => {
  it('take the values of their base and change what they name', () => {
    const { theme, problems } = read(
      'profiles:\n  exam:\n    base: a5-2up\n    watermark: Sample\n    brief: { titleSize: 18 }\n',
    )
    expect(problems).toEqual([])
    expect(theme.profiles['exam']).toMatchObject({ copies: 2, watermark: 'Sample' })
    expect(theme.profiles['exam']?.brief).toMatchObject({ titleSize: 18, pageWidthMm: 148.5 })
    expect(theme.profiles['a5-2up']?.watermark).toBe('')
  })

  it('may stand on one another, change a built-in one, and be the choice of the set', () => {
    const { theme, problems } = read(
      'profile: b\nprofiles:\n  a: { base: copier, punchMarginMm: 22 }\n  b: { base: a, watermark: X }\n  a4: { bleedMm: 5 }\n',
    )
    expect(problems).toEqual([])
    expect(theme.profile).toBe('b')
    expect(theme.profiles['b']).toMatchObject({ ink: 'grey', punchMarginMm: 22, watermark: 'X' })
    expect(theme.profiles['a4']?.bleedMm).toBe(5)
  })

  it('follow the measures of the set', () => {
    const { theme } = read('brief: { marginLeftMm: 18, titleSize: 30 }\n')
    expect(theme.profiles['copier']?.brief).toMatchObject({ marginLeftMm: 18, titleSize: 30 })
  })

  it.each([
    ['profiles: { a: { bleedmm: 3 } }', 'profiles.a.bleedmm', 'bleedMm'],
    ['profiles: { a: { ink: gray } }', 'profiles.a.ink', 'grey'],
    ['profiles: { a: { copies: 3 } }', 'profiles.a.copies', '2'],
    ['profiles: { a: { base: a4-duplx } }', 'profiles.a.base', 'a4-duplex'],
    ['profiles: { a: { brief: { titelSize: 3 } } }', 'profiles.a.brief.titelSize', 'titleSize'],
    ['profiles: { a: { bleedMm: 21 } }', 'profiles.a.bleedMm', ''],
    ['profiles: { a: { punchMarginMm: 200 } }', 'profiles.a.punchMarginMm', ''],
    ['profiles: { a: { brief: { pageWidthMm: 9000 } } }', 'profiles.a.brief.pageWidthMm', ''],
    ['brief: { pageHeightMm: 10 }', 'brief.pageHeightMm', ''],
    ['profiles: 3', 'profiles', ''],
    ['profiles: { a: 3 }', 'profiles.a', ''],
    ['profile: a4-duplx', 'profile', 'a4-duplex'],
    ['profiel: a4', 'profiel', 'profile'],
  ])('report %s with its place', (yaml, path, candidate) => {
    const { theme, problems } = read(yaml)
    expect(problems.map((problem) => problem.path.join('.'))).toEqual([path])
    if (candidate !== '') expect(problems[0]?.candidates).toContain(candidate)
    expect(theme.profiles['a'] ?? theme.profiles['a4']).toMatchObject({ ink: 'colour', copies: 1 })
    expect(theme.profile).toBe('a4')
  })

  it('are widened where no printer reaches', () => {
    const { theme, problems } = read(
      'brief: { marginTopMm: 4 }\nprofiles: { a: { brief: { marginLeftMm: 9.9 } } }\n',
    )
    expect(problems.map(({ path }) => path.join('.'))).toEqual([
      'brief.marginTopMm',
      'profiles.a.brief.marginLeftMm',
    ])
    expect(theme.brief.marginTopMm).toBe(10)
    expect(theme.profiles['a']?.brief).toMatchObject({ marginLeftMm: 10, marginTopMm: 10 })
  })

  it('reports margins that leave no page', () => {
    const { problems } = read('brief: { marginLeftMm: 200 }\n')
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['brief.marginLeftMm'])
  })
})
