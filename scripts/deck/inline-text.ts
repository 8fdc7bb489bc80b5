/**
 * A line of Markdown as the text in which terms are looked for, and back again with parts of it replaced. Formulas,
 * programs, addresses and source numbers are no text here.
 */
import type Token from 'markdown-it/lib/token.mjs'
import { parseInline, plainText } from './rich-text.ts'
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
export type Piece = Range & { readonly token: Token }

/** Replaced by Markdown, which stands for itself. */
export type Replacement = Range & { readonly by: InlineSource }

/** Object replacement character: Unicode Standard, 23.8. */
const NO_TEXT = '\ufffc'
const URL_RE = /(?:https?:\/\/|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+/gi

export function readInline(source: InlineSource): InlineText {
  const pieces: Piece[] = []
  const strong: Range[] = []
  const open: number[] = []
  let text = ''
  let hidden = 0
  for (const token of parseInline(source)) {
    hidden += hidingStep(token)
    const start = text.length
    text += textOf(token, hidden > 0)
    pieces.push({ token, start, end: text.length })
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

/** Numbers of sources, and links whose text is their address. */
function hidingStep({ type, info, content, nesting }: Token): number {
  if (type === 'html_inline')
    return /^<sup\b/i.test(content) ? 1 : /^<\/sup\b/i.test(content) ? -1 : 0
  return info === 'auto' ? nesting : 0
}

function strongStep({ type, content, nesting }: Token): number {
  if (type !== 'html_inline') return type.startsWith('strong_') ? nesting : 0
  return /^<(?:strong|b)\b/i.test(content) ? 1 : /^<\/(?:strong|b)\b/i.test(content) ? -1 : 0
}

/** What the formulas and programs of a line show, and the addresses that stand in it. */
export function unblankable({ pieces }: InlineText, source: InlineSource): readonly string[] {
  const code = pieces.flatMap(({ token }) => (token.type === 'code_inline' ? [token.content] : []))
  const formulas = pieces.some(({ token }) => token.type === 'formula_inline')
    ? [plainText(source)]
    : []
  const addresses = [...plainText(source).matchAll(URL_RE)].map(([url]) => wordsOfAddress(url))
  return [...code, ...formulas, ...addresses]
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
