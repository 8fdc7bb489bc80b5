import { bundledLanguages, bundledLanguagesInfo } from 'shiki/langs'
import { describe, expect, it } from 'vitest'
import { highlight } from '../../scripts/code/highlight.ts'
import { LANGUAGE_NAMES, languageOf } from '../../scripts/code/languages.ts'

describe('languages of listings', () => {
  it('are those of Shiki, and plain text', () => {
    const names = bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases])
    const plain = ['text', 'txt', 'plain', 'plaintext']
    expect([...LANGUAGE_NAMES].sort()).toEqual([...names, ...plain].sort())
    for (const name of names)
      expect(Object.hasOwn(bundledLanguages, languageOf(name) ?? '')).toBe(true)
  })

  it.each([
    'python',
    'c',
    'cpp',
    'java',
    'javascript',
    'sql',
    'r',
    'matlab',
    'html',
    'shellscript',
    'fortran-free-form',
    'latex',
  ])('%s is read by the JavaScript engine, to the last character', async (language) => {
    const lines = [
      '# include "a" // x',
      'if (a < 1) { return "कुल" }',
      '',
      '\\frac{1}{2} SELECT * FROM t; -- c',
    ]
    const words = await highlight(lines, language)
    expect(words.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines)
  })

  it('tells keywords, strings, comments and numbers', async () => {
    const [line = []] = await highlight(['return "a" + 1  # why'], 'python')
    const kinds = Object.fromEntries(line.map(({ text, kind }) => [text.trim(), kind]))
    expect(kinds).toMatchObject({
      return: 'keyword',
      '"a"': 'string',
      '1': 'number',
      '# why': 'comment',
    })
  })
})
