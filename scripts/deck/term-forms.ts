/**
 * How a word is compared, and the forms in which a text may hold it: singular and plural, of Hindi also the
 * oblique case. Only endings that keep the word are known: what is missed here stays in sight, what is too
 * much would hide another word.
 */

/** Spellings that readers take for the same: candrabindu or anusvara, `त्त्व` or `त्व`, joiners or none. */
const SAME_SPELLING: readonly (readonly [RegExp, string])[] = [
  [/[\u200c\u200d]/g, ''],
  [/ँ/g, 'ं'],
  [/त्त्व/g, 'त्व'],
]

export function foldWord(word: string): string {
  const folded = word.normalize('NFC').toLowerCase()
  return SAME_SPELLING.reduce((text, [from, to]) => text.replace(from, to), folded)
}

/** What stands between two words: spaces and hyphens are one (`rare-earth supply`), apostrophes too. */
export function foldGap(gap: string): string {
  return gap.replace(/[\s\u00ad\u200b\u2060\p{Pd}]+/gu, ' ').replace(/[’‘]/g, "'")
}

/**
 * `WHO` is not the word “who”, nor `SWIFT` the word “swift”: short names in capitals, and single letters, are compared
 * letter by letter.
 */
export function isAbbreviation(name: string): boolean {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 1 && [...name].length === 1) return true
  return /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) && words.every((word) => word.length <= 6)
}

/** @param word folded */
export function formsOf(word: string): readonly string[] {
  if (/^[a-z]{3,}$/.test(word)) return englishForms(word)
  return /[\u0900-\u097f]$/.test(word) ? hindiForms(word) : [word]
}

/** Of an abbreviation, as it is written: `REE`, `REEs`. */
export function abbreviationForms(word: string): readonly string[] {
  if (/^\p{Lu}{2,}$/u.test(word)) return [word, `${word}s`]
  return /^\p{Lu}{2,}s$/u.test(word) ? [word, word.slice(0, -1)] : [word]
}

const ENGLISH: readonly (readonly [RegExp, readonly string[]])[] = [
  [/([^aeiou])y$/, ['$1y', '$1ies']],
  [/([^aeiou])ies$/, ['$1ies', '$1y']],
  [/sis$/, ['sis', 'ses']],
  [/(ss|x|z|ch|sh)$/, ['$1', '$1es']],
  [/(ss|x|z|ch|sh)es$/, ['$1es', '$1']],
  [/([^sui])s$/, ['$1s', '$1']],
  [/([ui])s$/, ['$1s', '$1ses']],
  [/$/, ['', 's']],
]

function englishForms(word: string): readonly string[] {
  return formsBy(word, ENGLISH)
}

const HINDI: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ा$/, ['ा', 'े', 'ों', 'ो', 'ाओं', 'ाओ', 'ाएं']],
  [/ी$/, ['ी', 'ियां', 'ियों', 'ियो']],
  [/ि$/, ['ि', 'ियां', 'ियों', 'ियो']],
  [/[ुू]$/, ['ु', 'ू', 'ुओं', 'ुओ', 'ुएं']],
  [/(ियां|ियों)$/, ['ियां', 'ियों', 'ी', 'ि']],
  [/(ाएं|ाओं)$/, ['ाएं', 'ाओं', 'ा']],
  [/([क-ह]़?)(?:ों|ें)$/, ['$1', '$1ों', '$1ें', '$1ो', '$1ा', '$1े']],
  [/([क-ह]़?)$/, ['$1', '$1ों', '$1ें', '$1ो']],
]

function hindiForms(word: string): readonly string[] {
  return formsBy(word, HINDI)
}

function formsBy(
  word: string,
  rules: readonly (readonly [RegExp, readonly string[]])[],
): readonly string[] {
  const rule = rules.find(([ending]) => ending.test(word))
  const forms = rule === undefined ? [] : rule[1].map((ending) => word.replace(rule[0], ending))
  return [...new Set([word, ...forms])]
}

/** Words before the last one: of a Hindi adjective the oblique case (`काले धन`). */
export function leadingForms(word: string): readonly string[] {
  return /ा$/.test(word) ? [word, word.replace(/ा$/, 'े')] : [word]
}
