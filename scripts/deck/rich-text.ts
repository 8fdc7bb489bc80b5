/** Inline Markdown as stretches of one style each, for measuring. */
import type Token from 'markdown-it/lib/token.mjs'
import { formulaText } from '../math/formula-text.ts'
import { markdownIt } from './marp-parser.ts'
import type { InlineSource } from './slide.ts'

export type TextRun = {
  readonly text: string
  readonly isStrong: boolean
  readonly isItalic: boolean
  /** `<sup>`, `<sub>` and `<small>`: set smaller by the style sheet. */
  readonly isSmall: boolean
  /** Of a formula; `text` is then what a line without formulas says. */
  readonly tex?: string
}

/** Lines as the author broke them. */
export type RichText = readonly (readonly TextRun[])[]

const cache = new Map<InlineSource, RichText>()
/** Enough for every text of a deck; a long run over many decks must not grow. */
const CACHE_LIMIT = 4000

export function parseRichText(source: InlineSource): RichText {
  const known = cache.get(source)
  if (known !== undefined) return known
  if (cache.size >= CACHE_LIMIT) cache.clear()
  const text = toRichText(parseInline(source))
  cache.set(source, text)
  return text
}

export function parseInline(source: InlineSource): readonly Token[] {
  return markdownIt.parseInline(source, {})[0]?.children ?? []
}

/** The characters a reader sees, line breaks as spaces. */
export function plainText(source: InlineSource): string {
  return parseRichText(source)
    .map((line) => line.map((run) => run.text).join(''))
    .join(' ')
}

const TAG_RE = /^<(\/?)([a-z]+)/i
const STRONG_TAGS = ['strong', 'b']
const ITALIC_TAGS = ['em', 'i']
const SMALL_TAGS = ['sup', 'sub', 'small']

type Depths = { strong: number; italic: number; small: number }

function toRichText(tokens: readonly Token[]): RichText {
  const lines: TextRun[][] = [[]]
  const depths: Depths = { strong: 0, italic: 0, small: 0 }
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') lines.push([])
    else if (token.type === 'text' || token.type === 'code_inline')
      lines.at(-1)?.push({
        text: token.content,
        isStrong: depths.strong > 0,
        isItalic: depths.italic > 0,
        isSmall: depths.small > 0,
      })
    else if (token.type === 'formula_inline')
      lines.at(-1)?.push({
        text: formulaText(token.content, false),
        isStrong: false,
        isItalic: false,
        isSmall: depths.small > 0,
        tex: token.content,
      })
    else if (tagOf(token) === 'br') lines.push([])
    else changeDepths(depths, token)
  }
  return lines
}

export function tagOf(token: Token): string {
  if (token.type !== 'html_inline') return token.tag
  return (TAG_RE.exec(token.content)?.[2] ?? '').toLowerCase()
}

function changeDepths(depths: Depths, token: Token): void {
  const tag = tagOf(token)
  const isClosing =
    token.type === 'html_inline' ? token.content.startsWith('</') : token.nesting < 0
  const step = isClosing ? -1 : 1
  if (STRONG_TAGS.includes(tag)) depths.strong += step
  if (ITALIC_TAGS.includes(tag)) depths.italic += step
  if (SMALL_TAGS.includes(tag)) depths.small += step
}
