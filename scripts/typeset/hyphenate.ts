/** Where a word may be divided. */

/** Offsets inside the word at which a hyphen may stand; empty when the word must not be divided. */
export type Hyphenator = (word: string) => readonly number[]

const MIN_LETTERS = 6
const MIN_LETTERS_BEFORE = 2
const MIN_LETTERS_AFTER = 3
const HYPHEN_CHAR = '|'
/** Only words of letters; one capital at most, at the start: codes and abbreviations stay whole. */
const DIVISIBLE = /^\p{L}\p{Ll}+$/u

export const neverHyphenate: Hyphenator = () => []

let english: Hyphenator | undefined

/**
 * The hyphenator of a language. English by the en-GB patterns of `hyphen` (Liang's algorithm); none for
 * Hindi, where print does not divide words. The patterns cost 35 ms to load, so only when asked for.
 */
export async function loadHyphenator(lang: string): Promise<Hyphenator> {
  if (lang !== 'en') return neverHyphenate
  if (english !== undefined) return english
  const { default: library } = await import('hyphen/en-gb/index.js')
  const known = new Map<string, readonly number[]>()
  english = (word) => {
    const cached = known.get(word)
    if (cached !== undefined) return cached
    const offsets = offsetsOf(word, (text) =>
      library.hyphenateSync(text, { hyphenChar: HYPHEN_CHAR }),
    )
    known.set(word, offsets)
    return offsets
  }
  return english
}

function offsetsOf(word: string, divide: (word: string) => string): readonly number[] {
  if (word.length < MIN_LETTERS || !DIVISIBLE.test(word)) return []
  const offsets: number[] = []
  let offset = 0
  for (const part of divide(word).split(HYPHEN_CHAR)) {
    offset += part.length
    if (offset >= MIN_LETTERS_BEFORE && offset <= word.length - MIN_LETTERS_AFTER) {
      offsets.push(offset)
    }
  }
  return offsets
}
