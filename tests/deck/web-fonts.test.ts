import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { webFontCss } from '../../scripts/font/web-fonts.ts'

const require = createRequire(import.meta.url)
const plain = { lang: 'en', hasItalic: false, hasSerifText: false } as const

describe('webFontCss', () => {
  it('carries only the faces that are used', async () => {
    const css = await webFontCss({ ...plain, text: 'Oil' })
    expect(css.match(/@font-face/g)).toHaveLength(4)
    expect(css).not.toContain('Devanagari')
    const hindi = await webFontCss({ ...plain, lang: 'hi', text: 'तेल 2024' })
    expect(hindi.match(/@font-face/g)).toHaveLength(4)
    expect(hindi).not.toContain('Serif')
  })

  it('cuts a character that the files lack from the face that has it', async () => {
    const css = await webFontCss({ ...plain, text: 'a ₹ b → c' })
    expect(css).toMatch(/unicode-range:U\+20B9[},]/)
    expect(css).toContain('U+2192')
    expect(css.length - (await webFontCss({ ...plain, text: 'a' })).length).toBeLessThan(20_000)
  })

  it('claims for its Latin files only what they draw', async () => {
    const css = await webFontCss({
      ...plain,
      lang: 'en',
      hasItalic: true,
      hasSerifText: true,
      text: 'a',
    })
    const ranges = /unicode-range:([^}]+)}/.exec(css)?.[1]?.split(',') ?? []
    const names = [
      'noto-sans-latin-400-normal',
      'noto-sans-latin-700-normal',
      'noto-serif-latin-700-normal',
    ]
    for (const name of names) {
      const folder = name.startsWith('noto-sans') ? 'noto-sans' : 'noto-serif'
      const font = create(readFileSync(require.resolve(`@fontsource/${folder}/files/${name}.woff`)))
      if (!('characterSet' in font) || !Array.isArray(font.characterSet))
        throw new Error('a collection, not a font')
      const drawn = new Set<unknown>(font.characterSet)
      expect(
        ranges.flatMap(codePointsOf).filter((code) => !drawn.has(code)),
        name,
      ).toEqual([])
    }
  })
})

function codePointsOf(range: string): readonly number[] {
  const [first = 0, last = first] = range
    .replace('U+', '')
    .split('-')
    .map((hex) => Number.parseInt(hex, 16))
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
