/** Marp's tokens of one slide as opening tags, closing tags and text: Markdown and raw HTML alike. */
import type Token from 'markdown-it/lib/token.mjs'
import { type MarkupEvent, markupEvents } from './markup-events.ts'

/** A formula: its TeX is in the attribute `tex`. */
export const FORMULA = 'lectern-formula'
export const DISPLAY = 'lectern-display'

export type TokenMarkup = {
  /** Raw HTML of a token as Marp lets it pass: tags that it does not know come as text. */
  htmlOf(token: Token): string
}

const NONE: ReadonlyMap<string, string> = new Map()

/** @param line of the file where the tokens begin that do not say where they stand */
export function tokenEvents(
  tokens: readonly Token[],
  markup: TokenMarkup,
  line: number,
): readonly MarkupEvent[] {
  const events: MarkupEvent[] = []
  let current = line
  for (const token of tokens) {
    if (token.map !== null && token.map !== undefined) current = token.map[0] + 1
    if (token.type === 'inline') events.push(...inlineEvents(token.children ?? [], markup, current))
    else events.push(...eventsOf(token, markup, current))
  }
  return events
}

function inlineEvents(
  tokens: readonly Token[],
  markup: TokenMarkup,
  line: number,
): readonly MarkupEvent[] {
  let current = line
  return tokens.flatMap((token) => {
    const events = eventsOf(token, markup, current)
    if (token.type === 'softbreak' || token.type === 'hardbreak') current += 1
    return events
  })
}

type Write = (token: Token, markup: TokenMarkup, line: number) => readonly MarkupEvent[]

const WRITERS: Readonly<Record<string, Write>> = {
  text: ({ content }, _, line) => [text(content, line)],
  text_special: ({ content }, _, line) => [text(content, line)],
  marp_emoji: ({ content }, _, line) => [text(content, line)],
  code_inline: ({ content }, _, line) => wrapped('code', NONE, { content, line }),
  softbreak: (_token, _, line) => leaf('br', NONE, line),
  hardbreak: (_token, _, line) => leaf('br', NONE, line),
  html_inline: (token, markup, line) => markupEvents(markup.htmlOf(token), line),
  html_block: (token, markup, line) => markupEvents(markup.htmlOf(token), line),
  code_block: ({ content }, _, line) => wrapped('pre', NONE, { content, line }),
  fence: ({ content, info }, _, line) =>
    wrapped('pre', new Map([['data-language', info.trim().split(/\s+/)[0] ?? '']]), {
      content,
      line,
    }),
  image: imageEvents,
  marp_math_inline: ({ content }, _, line) => leaf(FORMULA, new Map([['tex', content]]), line),
  marp_math_block: ({ content }, _, line) => leaf(DISPLAY, new Map([['tex', content]]), line),
  front_matter: () => [],
  marpit_comment: () => [],
  marpit_style: () => [],
}

function eventsOf(token: Token, markup: TokenMarkup, line: number): readonly MarkupEvent[] {
  const write = WRITERS[token.type]
  if (write !== undefined) return write(token, markup, line)
  // Paragraphs of a tight list, and what Marp itself keeps from view.
  if (token.hidden || token.type.startsWith('marpit_')) return []
  if (token.tag === '') return token.content === '' ? [] : [text(token.content, line)]
  if (token.nesting < 0) return [{ kind: 'close', tag: token.tag, line }]
  if (token.nesting === 0) return leaf(token.tag, attributesOf(token), line)
  return [{ kind: 'open', tag: token.tag, attributes: attributesOf(token), line }]
}

function attributesOf({ attrs, meta, markup }: Token): ReadonlyMap<string, string> {
  const attributes = new Map((attrs ?? []).map(([name, value]) => [name, String(value)]))
  if (meta?.marpAutoScaling === true) attributes.set('data-fit', 'true')
  if (markup === 'linkify' || markup === 'autolink') attributes.set('data-auto', 'true')
  return attributes
}

/** What Marpit has read off the words of an image. */
type ImageWishes = {
  readonly width?: string
  readonly height?: string
  readonly filters?: readonly (readonly [string, string])[]
  readonly options?: readonly { readonly content: string; readonly consumed: boolean }[]
}

function imageEvents(token: Token, _: TokenMarkup, line: number): readonly MarkupEvent[] {
  if (token.hidden) return []
  const {
    width,
    height,
    filters = [],
    options = [],
  } = (token.meta?.marpitImage ?? {}) as ImageWishes
  const alt = options
    .filter(({ consumed }) => !consumed)
    .map(({ content }) => content)
    .join(' ')
  const opacity = filters.find(([name]) => name === 'opacity')?.[1]
  const attributes = new Map([
    ['src', String(token.attrGet('src') ?? '')],
    ['alt', alt],
    ['title', String(token.attrGet('title') ?? '')],
    ...(width === undefined ? [] : [['width', width] as const]),
    ...(height === undefined ? [] : [['height', height] as const]),
    ...(opacity === undefined ? [] : [['data-opacity', opacity] as const]),
  ])
  return leaf('img', attributes, line)
}

function text(content: string, line: number): MarkupEvent {
  return { kind: 'text', text: content, line }
}

function leaf(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  line: number,
): readonly MarkupEvent[] {
  return [
    { kind: 'open', tag, attributes, line },
    { kind: 'close', tag, line },
  ]
}

function wrapped(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  { content, line }: { readonly content: string; readonly line: number },
): readonly MarkupEvent[] {
  return [
    { kind: 'open', tag, attributes, line },
    text(content, line),
    { kind: 'close', tag, line },
  ]
}
