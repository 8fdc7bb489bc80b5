/** Ids from titles and labels: readable, unique, never a name that programs reserve. */

const MAX_ID = 40
const RESERVED = new Set(['constructor', 'prototype', 'null', 'true', 'false', 'yes', 'no'])

/** Words too common to tell two ids apart. */
const STOPWORDS = new Set(
  'a an and are as at be been by can for from had has have in into is it its of on or our that the their these this those to was were which will with would'.split(
    ' ',
  ),
)

export type IdMaker = (text: string) => string

/** @param fallback stem for a text without letters or digits */
export function createIdMaker(
  fallback: string,
  options: { readonly maxWords: number; readonly taken?: readonly string[] },
): IdMaker {
  const used = new Set(options.taken)
  return (text) => {
    const stem = stemOf(text, options.maxWords) || fallback
    let id = stem
    for (let count = 2; used.has(id) || RESERVED.has(id); count++) id = `${stem}-${count}`
    used.add(id)
    return id
  }
}

function stemOf(text: string, maxWords: number): string {
  const words = text
    .normalize('NFC')
    .replace(/(?<=\p{L})['’]s\b/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.replace(/^\p{M}+/u, ''))
    .filter((word) => word !== '')
  const telling = words.filter((word) => !STOPWORDS.has(word))
  return (telling.length > 0 ? telling : words)
    .slice(0, maxWords)
    .reduce((id, word) => (id.length + word.length < MAX_ID ? joinWords(id, word) : id), '')
}

function joinWords(id: string, word: string): string {
  return id === '' ? word : `${id}-${word}`
}
