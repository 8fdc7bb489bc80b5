/** What a template set says in its own words, from its `words.yaml`. */
import type { Lang } from '../topic/topic.ts'

/** Labels of a template in one language: `sources`, `question`, … */
export type Words = { readonly [key: string]: string }

/** The words of a language from the data of `words.yaml`; English stands in for what a language does not say. */
export function wordsOf(all: unknown, lang: Lang): Words {
  return { ...wordsIn(all, 'en'), ...wordsIn(all, lang) }
}

const LANGS: readonly Lang[] = ['en', 'hi']

export type WrongWord = {
  readonly path: readonly string[]
  readonly message: string
  /** Names that would be right here. */
  readonly known: readonly string[]
}

/**
 * What in the data of `words.yaml` can never be printed as it stands; an empty file says nothing and is right.
 * @param english the words that its own and all sets it extends say in English
 */
export function wrongWords(all: unknown, english: readonly string[]): readonly WrongWord[] {
  if (all === null) return []
  if (!isRecord(all))
    return [{ path: [], message: 'words.yaml is not a list of languages', known: LANGS }]
  return Object.entries(all).flatMap(([lang, words]) => {
    if (!LANGS.some((known) => known === lang))
      return [{ path: [lang], message: `\`${lang}\` is not a language of Lectern`, known: LANGS }]
    if (!isRecord(words))
      return [{ path: [lang], message: `\`${lang}\` is not a list of words`, known: [] }]
    return Object.entries(words).flatMap(([key, value]) => wrongWord([lang, key], value, english))
  })
}

/** A word that only another language has is a slip: templates are written against the English names. */
function wrongWord(
  path: readonly string[],
  value: unknown,
  english: readonly string[],
): readonly WrongWord[] {
  const name = path.join('.')
  const key = path.at(-1) ?? ''
  if (typeof value !== 'string' && typeof value !== 'number')
    return [{ path, message: `\`${name}\` is not text`, known: [] }]
  if (!english.includes(key))
    return [{ path, message: `\`${name}\` has no English word of that name`, known: english }]
  return []
}

function wordsIn(all: unknown, lang: Lang): Words {
  if (!isRecord(all)) return {}
  const words = all[lang]
  if (!isRecord(words)) return {}
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, String(value)]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
