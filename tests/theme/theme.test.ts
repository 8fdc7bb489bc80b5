import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseThemeYaml } from '../../scripts/theme/parse-theme-yaml.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import { rootDir } from '../run-lectern.ts'

const builtIn = makeTheme({ name: 't', tokens: null, css: '' }).theme

describe('the built-in theme', () => {
  it('writes nothing on a slide that the last row reads, smaller than 24 px', () => {
    const { sizes } = builtIn.deck
    // 24 px are 18 pt on a slide of 13.33 in; running text must be larger still: 24 pt are 32 px.
    expect(sizes.text.sizePx).toBeGreaterThanOrEqual(32)
    for (const name of ['nested', 'deep', 'groupText', 'label', 'glossary', 'timeline'] as const)
      expect(sizes[name].sizePx).toBeGreaterThanOrEqual(24)
  })

  it('has a line height above the type size everywhere', () => {
    for (const { sizePx, linePx } of Object.values(builtIn.deck.sizes))
      expect(linePx).toBeGreaterThan(sizePx)
  })
})

describe('theme.yaml', () => {
  const names = readdirSync(join(rootDir, 'templates'))

  it.each(names)('of %s has no key without a meaning', (name) => {
    const source = readFileSync(join(rootDir, 'templates', name, 'theme.yaml'), 'utf8')
    const { data: tokens, mistakes } = parseThemeYaml(source)
    expect(mistakes).toEqual([])
    expect(makeTheme({ name, tokens, css: '' }).problems).toEqual([])
  })

  it('gives every value its line and column', () => {
    const { placeOf } = parseThemeYaml('# colours\ncolors:\n  ink: "#000000"\n  inc: red\n')
    expect(placeOf(['colors', 'inc'])).toEqual({ line: 4, column: 8 })
    expect(placeOf(['colors', 'none'])).toBeUndefined()
  })

  it('that is no YAML is a mistake with its place, and no tokens', () => {
    const { data: tokens, mistakes } = parseThemeYaml('colors:\n  ink: "#000000\n')
    expect(tokens).toBeNull()
    expect(mistakes[0]?.place.line).toBeGreaterThanOrEqual(2)
  })

  it.each([
    ['colors:\n  ink: #102030\n', 2, 8],
    ['colors: { ink: "#000000", paper: #fff }\n', 1, 34],
  ])('tells of a colour that YAML takes for a comment: %j', (source, line, column) => {
    const { mistakes } = parseThemeYaml(source)
    expect(mistakes.map(({ place }) => place)).toEqual([{ line, column }])
    expect(mistakes[0]?.message).toContain('put it in quotes')
  })

  it.each(['', '# only a comment\n', 'null\n'])(
    'that says nothing (%j) is no mistake',
    (source) => {
      const { data: tokens, mistakes } = parseThemeYaml(source)
      expect([tokens, mistakes]).toEqual([null, []])
    },
  )
})

describe('sizes of letters', () => {
  const briefOf = (values: object) => makeTheme({ name: 't', tokens: { brief: values }, css: '' })

  it.each([
    ['standardMinSize', 9.75],
    ['denseMinSize', 6],
    ['clearPrintMinSize', 11],
    ['titleSize', 900],
    ['footSize', 1],
    ['maxSize', 200],
  ] as const)('`%s: %d` is a mistake, and the built-in size stays', (key, value) => {
    const { theme, problems } = briefOf({ [key]: value })
    expect(problems.map(({ path }) => path)).toEqual([['brief', key]])
    expect(theme.brief[key]).toBe(builtIn.brief[key])
  })

  it('may be larger than a preset asks for', () => {
    const { theme, problems } = briefOf({ standardMinSize: 11 })
    expect([problems, theme.brief.standardMinSize]).toEqual([[], 11])
  })
})

it('README names every colour that theme.yaml may hold', () => {
  const readme = readFileSync(join(rootDir, 'README.md'), 'utf8')
  for (const color of Object.keys(builtIn.colors)) expect(readme).toContain(`\`${color}\``)
})
