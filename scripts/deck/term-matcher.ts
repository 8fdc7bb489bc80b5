/** Finds terms in running text: whole words, in either number, the longest term first. */
import {
  abbreviationForms,
  foldGap,
  foldWord,
  formsOf,
  isAbbreviation,
  leadingForms,
} from './term-forms.ts'

export type TermMatch = {
  /** In UTF-16 units of the text. */
  readonly start: number
  readonly end: number
  /** Index of the term. */
  readonly term: number
}

export type TermMatcher = {
  /** Matches that do not overlap, from left to right. */
  find(text: string): readonly TermMatch[]
  /** Every term that stands in the text, also inside a longer one. */
  among(text: string): ReadonlySet<number>
}

type Word = { readonly text: string; readonly start: number; readonly end: number }

type Pattern = {
  readonly term: number
  /** For each word the forms it may have. */
  readonly words: readonly ReadonlySet<string>[]
  /** What stands between them, folded. */
  readonly gaps: readonly string[]
  /** Signs that belong to the name: `C++`. */
  readonly tail: string
  /** Compared letter by letter. */
  readonly isExact: boolean
}

/** With its marks: a Devanagari vowel sign is no letter of its own, and no end of a word. */
const WORD_RE = /[\p{L}\p{M}\p{N}\u200c\u200d]+/gu
const TAIL_RE = /[+#°′″]+$/u
/** Beside a single letter these make another name of it: `R&D`, `U-turn`, `A+`. */
const BINDING_RE = /[&\-\u2010-\u2015+#/'’.]/u

/** @param terms for each term the names it may have */
export function openMatcher(terms: readonly (readonly string[])[]): TermMatcher {
  const byFirstWord = new Map<string, Pattern[]>()
  for (const [term, names] of terms.entries())
    for (const pattern of names.flatMap((name) => patternOf(name, term)))
      for (const first of pattern.words[0] ?? []) {
        const key = foldWord(first)
        byFirstWord.set(key, [...(byFirstWord.get(key) ?? []), pattern])
      }
  const matchesAt = (text: string, words: readonly Word[], at: number): readonly TermMatch[] =>
    (byFirstWord.get(foldWord(words[at]?.text ?? '')) ?? []).flatMap((pattern) =>
      matchPattern(pattern, { text, words, at }),
    )
  return {
    find: (text) => longestMatches(text, matchesAt),
    among: (text) => {
      const words = wordsOf(text)
      return new Set(words.flatMap((_, at) => matchesAt(text, words, at).map(({ term }) => term)))
    },
  }
}

type MatchesAt = (text: string, words: readonly Word[], at: number) => readonly TermMatch[]

function longestMatches(text: string, matchesAt: MatchesAt): readonly TermMatch[] {
  const words = wordsOf(text)
  const found: TermMatch[] = []
  for (const [at, word] of words.entries()) {
    if (word.start < (found.at(-1)?.end ?? 0)) continue
    const [longest] = [...matchesAt(text, words, at)].sort((a, b) => b.end - a.end)
    if (longest !== undefined) found.push(longest)
  }
  return found
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(WORD_RE)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** None for a name without a letter or a digit. */
function patternOf(name: string, term: number): readonly Pattern[] {
  const words = wordsOf(name)
  if (words.length === 0) return []
  const isExact = isAbbreviation(name)
  const gaps = words
    .slice(1)
    .map((word, index) => foldGap(name.slice(words[index]?.end ?? 0, word.start)))
  const forms = words.map(({ text }, index): ReadonlySet<string> => {
    const isLast = index === words.length - 1
    if (isExact) return new Set(isLast ? abbreviationForms(text) : [text])
    return new Set(isLast ? formsOf(foldWord(text)) : leadingForms(foldWord(text)))
  })
  const tail = TAIL_RE.exec(name.slice(words.at(-1)?.end ?? 0).trim())?.[0] ?? ''
  return [{ term, words: forms, gaps, tail, isExact }]
}

type Position = { readonly text: string; readonly words: readonly Word[]; readonly at: number }

function matchPattern(pattern: Pattern, { text, words, at }: Position): readonly TermMatch[] {
  for (const [index, forms] of pattern.words.entries()) {
    const word = words[at + index]
    if (word === undefined) return []
    if (!forms.has(pattern.isExact ? word.text : foldWord(word.text))) return []
    const before = index === 0 ? undefined : words[at + index - 1]
    if (
      before !== undefined &&
      foldGap(text.slice(before.end, word.start)) !== pattern.gaps[index - 1]
    )
      return []
  }
  const start = words[at]?.start ?? 0
  const end = (words[at + pattern.words.length - 1]?.end ?? 0) + pattern.tail.length
  if (!text.slice(0, end).endsWith(pattern.tail)) return []
  return isBound(text, { start, end, pattern }) ? [] : [{ start, end, term: pattern.term }]
}

/** A single letter that is part of another name. */
function isBound(
  text: string,
  { start, end, pattern }: { start: number; end: number; pattern: Pattern },
): boolean {
  if (pattern.tail !== '' || end - start > 1) return false
  const [before = '', after = '', next = ''] = [text[start - 1], text[end], text[end + 1]]
  const isEnd = /[.'’]/.test(after) && !/[\p{L}\p{N}]/u.test(next)
  return BINDING_RE.test(before) || (BINDING_RE.test(after) && !isEnd)
}
