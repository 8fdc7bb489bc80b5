/** Which language the letters of a paragraph are in, so that each is spelt, hyphenated and read aloud as such. */
import { isDevanagari } from '../../font/faces.ts'

export const LANGS = { en: 'en-IN', hi: 'hi-IN' } as const

export type RunLang = (typeof LANGS)[keyof typeof LANGS]

export type Stretch = { readonly text: string; readonly lang: RunLang }

const LATIN = /\p{Script=Latin}/u
const MARK = /\p{M}/u

/**
 * Each text as stretches of one language. Digits, signs and spaces go with the letters before them, also when those
 * stand in the text before; what comes before all letters goes with the first, and so does white space at the start of a
 * text. A mark stays with its letter.
 */
export function splitLanguages(
  texts: readonly string[],
  lang: 'en' | 'hi',
): readonly (readonly Stretch[])[] {
  let current = firstLang(texts) ?? LANGS[lang]
  return texts.map((text) => {
    const stretches: { text: string; lang: RunLang }[] = []
    for (const letter of text) {
      const last = stretches.at(-1)
      if (last === undefined || !MARK.test(letter)) current = langOf(letter) ?? current
      if (last?.lang === current) last.text += letter
      else if (last !== undefined && stretches.length === 1 && last.text.trim() === '')
        stretches[0] = { text: last.text + letter, lang: current }
      else stretches.push({ text: letter, lang: current })
    }
    return stretches
  })
}

function firstLang(texts: readonly string[]): RunLang | undefined {
  for (const text of texts)
    for (const letter of text) {
      const lang = langOf(letter)
      if (lang !== undefined) return lang
    }
  return undefined
}

function langOf(letter: string): RunLang | undefined {
  const code = letter.codePointAt(0) ?? 0
  // Most letters: no expression is asked for them.
  if (code < 0x41) return undefined
  if (isDevanagari(code)) return LANGS.hi
  return LATIN.test(letter) ? LANGS.en : undefined
}
