/**
 * A line of Markdown as the text in which terms are looked for; `write-inline.ts` is the way back. Formulas, programs,
 * addresses and source numbers are no text here.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { formulaText } from '../math/formula-text.ts'
import { parseInline } from './rich-text.ts'
import type { InlineSource } from './slide.ts'

export type Range = { readonly start: number; readonly end: number }

export type InlineText = {
  /** The characters a reader sees; what is no text is a character that no word holds. */
  readonly text: string
  /** Bold stretches, each without what is bold in it once more. */
  readonly strong: readonly Range[]
  readonly pieces: readonly Piece[]
}

/** A token and where it stands in the text. */
export type Piece = Range & { readonly token: Token; readonly isSourceNumber: boolean }

/** Object replacement character: Unicode Standard, 23.8. */
const NO_TEXT = '\ufffc'
/** An address of mail is looked for at the beginning of a word alone: at each letter a long one would take minutes. */
const URL_RE = /(?:https?:\/\/|www\.)\S+|(?<![^\s@])[^\s@]+@[^\s@]+\.[^\s@]+/gi

export function readInline(source: InlineSource): InlineText {
  const pieces: Piece[] = []
  const strong: Range[] = []
  const open: number[] = []
  let text = ''
  let raised = 0
  let addresses = 0
  for (const token of parseInline(source)) {
    raised += raisingStep(token)
    // Of a link whose text is its address.
    addresses += token.info === 'auto' ? token.nesting : 0
    const start = text.length
    text += textOf(token, raised + addresses > 0)
    pieces.push({ token, start, end: text.length, isSourceNumber: raised > 0 })
    const step = strongStep(token)
    if (step > 0) open.push(start)
    const opened = step < 0 ? open.pop() : undefined
    if (opened !== undefined && open.length === 0) strong.push({ start: opened, end: start })
  }
  return { text: text.replace(URL_RE, (url) => NO_TEXT.repeat(url.length)), strong, pieces }
}

function textOf(token: Token, isHidden: boolean): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n'
  if (token.type === 'text') return isHidden ? NO_TEXT.repeat(token.content.length) : token.content
  if (token.type === 'html_inline')
    return /^<\/?(?:sup|sub|br)\b/i.test(token.content) ? NO_TEXT : ''
  return token.nesting === 0 ? NO_TEXT : ''
}

/** Source numbers are superscript. */
function raisingStep({ type, content }: Token): number {
  if (type !== 'html_inline' || !/^<\/?sup\b/i.test(content)) return 0
  return content.startsWith('</') ? -1 : 1
}

function strongStep({ type, content, nesting }: Token): number {
  if (type !== 'html_inline') return type.startsWith('strong_') ? nesting : 0
  return /^<(?:strong|b)\b/i.test(content) ? 1 : /^<\/(?:strong|b)\b/i.test(content) ? -1 : 0
}

/** What a reader sees of a stretch, formulas as a line of text; without the numbers of sources. */
export function wordsIn({ pieces }: InlineText, { start, end }: Range): string {
  return pieces
    .filter((piece) => piece.start < end && piece.end > start && !piece.isSourceNumber)
    .map((piece) => wordsOfPiece(piece, { start, end }))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOfPiece(piece: Piece, { start, end }: Range): string {
  const { type, content } = piece.token
  if (type === 'formula_inline') return formulaText(content, false)
  if (type === 'code_inline') return content
  if (type !== 'text') return ' '
  return content.slice(Math.max(0, start - piece.start), end - piece.start)
}

/** The whole line. */
export function wordsOf(source: InlineSource): string {
  const inline = readInline(source)
  return wordsIn(inline, { start: 0, end: inline.text.length })
}

/** What the formulas and programs of a line show behind a place, and the addresses that stand there. */
export function unblankable({ pieces }: InlineText, from = 0): readonly string[] {
  return pieces
    .filter((piece) => piece.start >= from)
    .flatMap(({ token: { type, content } }) => {
      if (type === 'code_inline') return [content]
      if (type === 'formula_inline') return [formulaText(content, false)]
      if (type !== 'text') return []
      return [...content.matchAll(URL_RE)].map(([url]) => wordsOfAddress(url))
    })
}

/** `example.org/critical-minerals` as words. */
export function wordsOfAddress(url: string): string {
  return decode(url).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}
