import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BASE_FACES, baseCharactersOf } from '../../scripts/font/base-characters.ts'
import { cutWebFont } from '../../scripts/font/cut-web-font.ts'
import { faceKey, readFontFile } from '../../scripts/font/faces.ts'
import { readTables } from '../../scripts/font/sfnt-tables.ts'
import { type FontUse, webFontCss } from '../../scripts/font/web-fonts.ts'
import { rootDir } from '../run-lectern.ts'

const PLAIN = { lang: 'en', hasItalic: false, hasSerifText: false, css: '', script: '' } as const

function fontsFor(html: string, more: Partial<FontUse> = {}): Promise<string> {
  return webFontCss({ ...PLAIN, html, ...more })
}

/** `Noto Sans 400 U+20-7E,…` of every rule. */
function rulesIn(css: string): readonly string[] {
  return [
    ...css.matchAll(
      /family:'([^']+)';(font-style:italic;)?font-weight:([\d ]+);.*?range:([^}]+)}/g,
    ),
  ].map(([, family, italic, weight, range]) =>
    [family, weight, ...(italic === undefined ? [] : ['italic']), range].join(' '),
  )
}

describe('webFontCss', () => {
  it('carries only the faces that are used', async () => {
    const english = rulesIn(await fontsFor('Oil'))
    expect(english.map((rule) => rule.replace(/ U.*/, ''))).toEqual([
      'Noto Sans 400',
      'Noto Sans 600',
      'Noto Sans 700',
      'Noto Serif 700',
    ])
    const hindi = rulesIn(await fontsFor('तेल 2024', { lang: 'hi' }))
    expect(hindi.map((rule) => rule.replace(/ U.*/, ''))).toEqual([
      'Noto Sans 400',
      'Noto Sans 700',
      'Noto Sans Devanagari 400',
      'Noto Sans Devanagari 700',
    ])
    const rich = rulesIn(await fontsFor('Oil', { hasItalic: true, hasSerifText: true }))
    expect(rich.filter((rule) => /italic|Serif 400/.test(rule))).toHaveLength(2)
  })

  it('puts a further letter into every face of the page, so that it kerns with its neighbours', async () => {
    for (const rule of rulesIn(await fontsFor('Café'))) expect(rule).toMatch(/U\+E9\b/)
  })

  it('takes a sign that the text faces lack from the face that has it', async () => {
    const css = await fontsFor('a → b')
    expect(rulesIn(css)).toContain('Noto Sans Math 100 900 U+2192')
    expect(css.length - (await fontsFor('a')).length).toBeLessThan(4000)
  })

  it.each([
    ['an entity', { html: '&#x3a9; &#969;' }, /U\+3A9,U\+3C9/],
    ['a style sheet', { css: "li::before { content: '\\3a9' }" }, /U\+3A9/],
    ['a script', { script: 'a="\\u03a9\\u{3c9}\\xe9"' }, /U\+E9.*U\+3A9,U\+3C9/],
    ['capitals', { html: 'ω', css: 'p{text-transform:uppercase}' }, /U\+3A9,U\+3C9/],
    ['an accent set apart', { html: 'e\u0301' }, /U\+E9.*U\+301/],
    ['an accent set with it', { html: 'é' }, /U\+E9.*U\+301/],
  ])('sees the characters of %s', async (_name, source, range) => {
    expect(rulesIn(await fontsFor('', source))[0]).toMatch(range)
  })

  it('cuts Devanagari in an English page to the letters that stand there', async () => {
    const css = await fontsFor('the word तेल')
    expect(rulesIn(css)).toContain(
      'Noto Sans Devanagari 400 U+20,U+A0,U+924,U+932,U+947,U+200C-200D,U+25CC',
    )
    expect(css.length - (await fontsFor('the word')).length).toBeLessThan(12_000)
  })

  it('asks no font for what has no mark', async () => {
    expect(await fontsFor('a\u2060b\ufeffc\ufe0fd\te')).toBe(await fontsFor('abcde'))
  })

  it('gives the same bytes twice', async () => {
    expect(await fontsFor('Ωmega')).toBe(await fontsFor('Ωmega'))
  })
})

describe('the fonts cut with the program', () => {
  it.each(BASE_FACES.map((face) => [faceKey(face), face] as const))(
    '%s is what an uncompiled program would cut',
    (name, face) => {
      const path = join(rootDir, 'dist', 'fonts', `${name}.woff2`)
      expect(existsSync(path)).toBe(true)
      const cut = cutWebFont(face, baseCharactersOf(face), 'tight')
      expect(Buffer.compare(readFileSync(path), cut)).toBe(0)
    },
  )
})

describe('a lean page', () => {
  it('carries of Devanagari what its words show, half of what all could', async () => {
    const use = { lang: 'hi', html: '<p>प्रौद्योगिकी और <b>रा</b>ष्ट्रीय नीति</p>' } as const
    const lean = await fontsFor(use.html, { ...use, isLean: true })
    const shared = await fontsFor(use.html, use)
    expect(lean.length).toBeLessThan(shared.length / 2)
    expect(rulesIn(lean).filter((rule) => /Devanagari/.test(rule))).toHaveLength(2)
    expect(await fontsFor(use.html, { ...use, isLean: true })).toBe(lean)
  })

  it('may shape for one weight and cut the other: their rules are the same', () => {
    const [regular, bold] = BASE_FACES.filter(
      ({ family }) => family === 'Noto Sans Devanagari',
    ).map((face) => readTables(readFontFile(face)))
    for (const table of ['GSUB', 'GDEF', 'cmap'])
      expect(
        Buffer.compare(regular?.get(table) ?? Buffer.of(0), bold?.get(table) ?? Buffer.of(1)),
      ).toBe(0)
  })
})
