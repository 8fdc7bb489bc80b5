/**
 * Text that is too tall for a slide, in two: at the end of a sentence, else at a space, else between
 * letters. Both halves are parsed again: what a reader sees is unchanged and no markup is torn.
 */
import { parseInline, plainText } from './rich-text.ts'
import type { InlineSource } from './slide.ts'

export type SplitText = { readonly head: InlineSource; readonly rest: InlineSource }

/** A sentence end this far into what fits is worth the empty lines below it. */
const WORTHWHILE_SHARE = 0.6

/** The longest head that fits, and what is left; undefined when no place to split was found. */
export function splitText(
  source: InlineSource,
  isFitting: (head: InlineSource) => boolean,
): SplitText | undefined {
  const spaces = placesOfSpaces(source)
  const last = lastFitting(spaces, (at) => isFitting(source.slice(0, at)))
  const sentences = spaces
    .slice(0, last + 1)
    .filter((at, index) => isSentenceEnd(source, at) && index >= last * WORTHWHILE_SHARE)
  return (
    firstSplit(source, sentences.reverse()) ??
    firstSplit(source, spaces.slice(0, last + 1).reverse()) ??
    splitBetweenLetters(source, isFitting) ??
    splitAsPlainText(source, isFitting)
  )
}

function placesOfSpaces(source: InlineSource): readonly number[] {
  return [...source.matchAll(/\s+/g)].map((match) => match.index).filter((at) => at > 0)
}

/** Index of the last place that fits, -1 when none does; what fits never stops fitting when shorter. */
function lastFitting(places: readonly number[], isFitting: (at: number) => boolean): number {
  let low = -1
  let high = places.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (isFitting(places[middle] ?? 0)) low = middle
    else high = middle - 1
  }
  return low
}

function isSentenceEnd(source: InlineSource, at: number): boolean {
  return /[.!?;:।](?:[)"'”’*_]|<[^>]*>)*$/.test(source.slice(Math.max(0, at - 24), at))
}

/** A torn text costs a parse to find out; in a hostile one every place may be torn. */
const MAX_TRIES = 60

function firstSplit(source: InlineSource, places: readonly number[]): SplitText | undefined {
  for (const at of places.slice(0, MAX_TRIES)) {
    const split = splitAt(source, at)
    if (split !== undefined) return split
  }
  return undefined
}

/** What closes an emphasis at the end of the head and opens it again in the rest. */
const SEAMS = [
  ['', ''],
  ['**', '**'],
  ['*', '*'],
  ['</strong>', '<strong>'],
  ['</em>', '<em>'],
] as const

function splitAt(source: InlineSource, at: number): SplitText | undefined {
  const before = source.slice(0, at).trimEnd()
  const after = source.slice(at).trimStart()
  if (before === '' || after === '') return undefined
  const whole = squeeze(plainText(source))
  for (const [close, open] of SEAMS) {
    const split = { head: before + close, rest: escapeOpener(open + after) }
    const joined = squeeze(plainText(split.head) + plainText(split.rest))
    if (joined === whole && isBalanced(split.head) && isBalanced(split.rest)) return split
  }
  return undefined
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Every raw tag that opens is closed, in order; `<br>` stands alone. */
function isBalanced(source: InlineSource): boolean {
  const open: string[] = []
  for (const token of parseInline(source)) {
    if (token.type !== 'html_inline') continue
    const [, slash, name = ''] = /^<(\/?)([a-z0-9]+)/i.exec(token.content) ?? []
    if (name === 'br') continue
    if (slash === '/' && open.pop() !== name) return false
    if (slash === '') open.push(name)
  }
  return open.length === 0
}

/** The rest must not open a list, a heading or a quotation where it now stands. */
function escapeOpener(text: InlineSource): InlineSource {
  if (/^(?:[#>+\-=|~:]|`{3})/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

/** For a word longer than a slide; never inside an escape, an entity or a cluster. */
function splitBetweenLetters(
  source: InlineSource,
  isFitting: (head: InlineSource) => boolean,
): SplitText | undefined {
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  const places = [...graphemes.segment(source)].map(({ index }) => index).filter((at) => at > 0)
  const last = lastFitting(places, (at) => isFitting(source.slice(0, at)))
  return firstSplit(source, places.slice(0, last + 1).reverse())
}

/** Devanagari clusters need the rules of its syllables, which are those of every locale. Made when a word is too long: 5 ms. */
let graphemes: Intl.Segmenter | undefined

/** Last resort, for a text that is one long link or emphasis: its words without the markup. */
function splitAsPlainText(
  source: InlineSource,
  isFitting: (head: InlineSource) => boolean,
): SplitText | undefined {
  const plain = plainText(source).replace(/[!-/:-@[-`{-~]/g, escapePunctuation)
  return plain === source ? undefined : splitText(plain, isFitting)
}

function escapePunctuation(character: string): string {
  if (character === '<') return '&lt;'
  return character === '&' ? '&amp;' : `\\${character}`
}
