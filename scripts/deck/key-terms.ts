/** The key terms of a deck: those of its glossary, and what stands in bold in running text. */

import { type InlineText, readInline, wordsIn } from './inline-text.ts'
import type { Slide } from './slide.ts'
import { mapTexts } from './slide-texts.ts'
import { foldWord } from './term-forms.ts'

export type KeyTerm = {
  /** As it stands where it was first found, without emphasis. */
  readonly name: string
  /** `Rare earths (REE)` is also met as `Rare earths` and as `REE`. */
  readonly names: readonly string[]
}

/** In the order in which they come; each once. */
export function keyTermsOf(slides: readonly Slide[]): readonly KeyTerm[] {
  const glossary: string[] = []
  const bold: string[] = []
  for (const slide of slides)
    mapTexts(slide, (source, role) => {
      if (role === 'label') return source
      const inline = readInline(source)
      const lead = leadOf(inline)
      if (role === 'entry' && lead !== undefined) glossary.push(wordsIn(inline, lead))
      bold.push(...boldTerms(inline, role === 'running' ? -1 : (lead?.end ?? -1)))
      return source
    })
  const terms = new Map<string, KeyTerm>()
  for (const found of [...glossary, ...bold]) {
    const name = found.replace(/\s+/g, ' ').trim()
    const key = foldWord(name)
    if (name !== '' && !terms.has(key)) terms.set(key, { name, names: namesOf(name) })
  }
  return [...terms.values()]
}

/** The bold words with which a line begins. */
export function leadOf({ strong, text }: InlineText): InlineText['strong'][number] | undefined {
  return strong.find(({ start, end }) => end > start && text.slice(0, start).trim() === '')
}

/** Longer stretches are sentences that somebody stressed. */
const MOST_WORDS = 5

/** Bold lines as a whole are headings of what follows. */
function boldTerms({ text, strong }: InlineText, after: number): readonly string[] {
  return strong
    .filter(({ start }) => start >= after)
    .filter(
      ({ start, end }) =>
        (text.slice(0, start) + text.slice(end)).replace(/\ufffc/g, '').trim() !== '',
    )
    .map(({ start, end }) => text.slice(start, end).replace(/^[\s"“‘'(]+|[\s"”’'),.;:!?।]+$/g, ''))
    .filter(isTerm)
}

/** A figure is no term, nor is a small word that is stressed (`not`, `केवल`). */
function isTerm(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > MOST_WORDS || text.includes('\ufffc')) return false
  if (/[%\p{Sc}]|\d[.,]\d/u.test(text) || /^\d+$/.test(words[0] ?? '')) return false
  return text.length > 1 && !words.every((word) => SMALL_WORDS.has(word.toLowerCase()))
}

const SMALL_WORDS: ReadonlySet<string> = new Set(
  `a all also always an and any are as at be both but by can cannot each either every few first from if in is it last least less
  many may more most much must neither never no none nor not note now of on once one only or other second should some than that
  the their then these they third this those three to too true two was were what when which who why will with without false
  correct incorrect except अतः अधिक अन्य और एक कभी कम किंतु किसी केवल कोई क्या क्यों गलत तथा तीन दो दोनों न नहीं ना पर परंतु पहला
  पहले प्रत्येक बिना भी मत मात्र या यह ये वह वे सबसे सभी सही सिर्फ़ सिर्फ ही हर`.split(/\s+/),
)

const BRACKETS_RE = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/u

function namesOf(name: string): readonly string[] {
  const [, outer, inner] = BRACKETS_RE.exec(name) ?? []
  const whole = [name, ...name.split(/\s+\/\s+/)]
  const names =
    outer === undefined || inner === undefined
      ? whole
      : [...whole, outer, ...(isOtherName(outer, inner) ? [inner] : [])]
  return [...new Set(names.flatMap((one) => [one, one.replace(/^(?:the|an?)\s+/i, '')]))]
}

/**
 * What stands in brackets is the abbreviation (`Rare earths (REE)`) or the name in the other script; `Mercury (planet)`
 * only says which one is meant.
 */
function isOtherName(outer: string, inner: string): boolean {
  if (/^\p{Lu}/u.test(inner) && /\p{Lu}.*\p{Lu}/u.test(inner) && !/\s\p{Ll}/u.test(inner))
    return true
  const isHindi = (text: string): boolean => /[\u0904-\u0939]/.test(text)
  if (isHindi(outer) !== isHindi(inner)) return true
  return isHindi(inner) && /\s/.test(outer) && !/\s/.test(inner)
}
