/** A Marp Markdown file as a deck: its tokens for the page, its slides as trees for everything else. */
import type Token from 'markdown-it/lib/token.mjs'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { firstHeading } from './first-heading.ts'
import { textOf } from './markup-tree.ts'
import type { MarpDeck, MarpSlide } from './marp-deck.ts'
import type { Marp } from './open-marp.ts'
import { readSlides } from './read-slides.ts'

export type ReadMarp = {
  readonly deck: MarpDeck
  /** Of markdown-it, as Marp's renderer takes them. */
  readonly tokens: Token[]
  /** Raw HTML of a token as Marp lets it pass: tags that it does not know come as text. */
  htmlOf(token: Token): string
  /** What the YAML reader says of front matter that Marp passes over; undefined: nothing. */
  readonly frontMatterFault: { readonly line: number; readonly reason: string } | undefined
}

export function readMarpDeck(text: string, marp: Marp): ReadMarp {
  const tokens = marp.markdown.parse(text, {})
  const htmlOf = (token: Token): string => sanitized(token, marp)
  const slides = readSlides(tokens, { htmlOf })
  const { values, fault } = readFrontMatter(text)
  const { widthPx, heightPx } = sizeOf(marp)
  const theme = marp.lastGlobalDirectives['theme']
  return {
    deck: {
      title: values.get('title') || titleOf(slides),
      author: values.get('author') ?? '',
      description: values.get('description') ?? '',
      keywords: (values.get('keywords') ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
      lang: values.get('lang') ?? '',
      theme: typeof theme === 'string' ? theme : '',
      widthPx,
      heightPx,
      slides,
    },
    tokens,
    htmlOf,
    frontMatterFault: Object.keys(marp.lastGlobalDirectives).length > 0 ? undefined : fault,
  }
}

/** Programs in a text go; tags that Marp does not know are text, as they are in its own page. */
function sanitized(token: Token, marp: Marp): string {
  const { renderer, options } = marp.markdown
  const content = token.content.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  if (!content.includes('<')) return content
  const plain = Object.assign(Object.create(Object.getPrototypeOf(token)), token, {
    content,
  }) as Token
  return renderer.rules[token.type]?.([plain], 0, options, {}, renderer) ?? ''
}

function titleOf(slides: readonly MarpSlide[]): string {
  for (const { content } of slides) {
    const heading = firstHeading(content)
    const text = heading === undefined ? '' : textOf(heading.children).replace(/\s+/g, ' ').trim()
    if (text !== '') return text
  }
  return ''
}

/** Of the theme, for the size that the deck asks for; Marp has set both when it read the deck. */
function sizeOf(marp: Marp): { readonly widthPx: number; readonly heightPx: number } {
  const { theme, size } = marp.lastGlobalDirectives
  const name = typeof theme === 'string' && marp.themeSet.has(theme) ? theme : 'default'
  const own = definedSize(marp, name, String(size ?? ''))
  const prop = (side: 'width' | 'height'): string =>
    String(marp.themeSet.getThemeProp(name, side) ?? '')
  const widthPx = pixels(own?.width ?? prop('width'))
  const heightPx = pixels(own?.height ?? prop('height'))
  return widthPx >= 100 && heightPx >= 100
    ? { widthPx, heightPx }
    : { widthPx: 1280, heightPx: 720 }
}

function definedSize(marp: Marp, theme: string, size: string) {
  const found = marp.themeSet.getThemeMeta(theme, 'size')
  const all = Array.isArray(found) ? found.map(String) : []
  const parts = all.findLast((entry) => entry.split(/\s+/)[0] === size)?.split(/\s+/)
  return parts?.length === 3 ? { width: parts[1] ?? '', height: parts[2] ?? '' } : undefined
}

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
}

/** CSS Values 4, 6.2 “Absolute lengths”. */
function pixels(length: string): number {
  const [, number = '', unit = ''] = /^([\d.]+)([a-z]+)$/.exec(length.trim()) ?? []
  return Math.min(20_000, Number(number) * (PIXELS[unit] ?? Number.NaN))
}

const FRONT_MATTER_RE = /^-{3,}[^\S\n]*\n([\s\S]*?)\n-{3,}[^\S\n]*(?:\n|$)/

function readFrontMatter(text: string) {
  const source = FRONT_MATTER_RE.exec(text)?.[1]
  const values = new Map<string, string>()
  if (source === undefined) return { values, fault: undefined }
  const document = parseDocument(source, {
    schema: 'failsafe',
    logLevel: 'silent',
    uniqueKeys: false,
  })
  const [error] = document.errors
  if (error !== undefined || !isMap(document.contents)) {
    const line = 1 + (error?.linePos?.[0].line ?? 1)
    const reason = error?.message.split(/ at line|\n/)[0] ?? 'it is not a list of keys with values'
    return { values, fault: { line, reason } }
  }
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue
    // Aliases are passed over: a few lines of them can stand for more than any machine holds.
    const parts = isSeq(value) ? value.items : [value]
    const texts = parts.flatMap((part) => (isScalar(part) ? [String(part.value ?? '')] : []))
    values.set(String(key.value), texts.join(', ').replace(/\s+/g, ' ').trim())
  }
  return { values, fault: undefined }
}
