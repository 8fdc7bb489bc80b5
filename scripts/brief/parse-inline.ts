/** Inline tokens of markdown-it → spans. */
import type { Token } from 'markdown-it/index.js'
import { formulaText } from '../math/formula-text.ts'
import { BriefMarkdownError, type Rich, type RichSpan } from './brief-block.ts'

type Look = Omit<RichSpan, 'text' | 'tex'>

const PLAIN: Look = {
  isBold: false,
  isItalic: false,
  isSuperscript: false,
  isSmall: false,
  link: '',
}

const OPENING: Readonly<Record<string, Partial<Look>>> = {
  strong_open: { isBold: true },
  em_open: { isItalic: true },
  '<strong>': { isBold: true },
  '<b>': { isBold: true },
  '<em>': { isItalic: true },
  '<i>': { isItalic: true },
  '<sup>': { isSuperscript: true },
  '<small>': { isSmall: true },
}

const CLOSING = new Set([
  'strong_close',
  'em_close',
  'link_close',
  '</strong>',
  '</b>',
  '</em>',
  '</i>',
  '</sup>',
  '</small>',
  '</span>',
])
const SPAN = /^<span(?: data-of="([^"]+)")?[^>]*>$/i
const SAFE_LINK = /^(?:https?:|mailto:)/i

export function parseInline(tokens: readonly Token[], line: number): Rich {
  const spans: RichSpan[] = []
  const looks: Look[] = [PLAIN]
  for (const token of tokens) {
    const name = token.type === 'html_inline' ? token.content.toLowerCase().trim() : token.type
    const look = looks.at(-1) ?? PLAIN
    if (CLOSING.has(name)) closeLook(looks)
    else if (name === 'link_open') looks.push({ ...look, link: safeLink(token) })
    else if (SPAN.test(name)) looks.push({ ...look, ...ofBlock(token.content) })
    else if (OPENING[name] !== undefined) looks.push({ ...look, ...OPENING[name] })
    else if (token.type === 'formula_inline')
      addText(spans, { ...look, text: formulaText(token.content, false), tex: token.content })
    else addText(spans, { ...look, text: textOf(token, line) })
  }
  return spans
}

function ofBlock(tag: string): Pick<Look, 'of'> {
  const of = SPAN.exec(tag.trim())?.[1]
  return of === undefined ? {} : { of }
}

/** A closing tag that closes nothing can come from trusted HTML; the plain look stays. */
function closeLook(looks: Look[]): void {
  if (looks.length > 1) looks.pop()
}

function addText(spans: RichSpan[], span: RichSpan): void {
  if (span.text !== '') spans.push(span)
}

/** Other addresses stay text: a printed page must not carry `javascript:` or a local path. */
function safeLink(token: Token): string {
  const url = token.attrGet('href') ?? ''
  return SAFE_LINK.test(url) ? url : ''
}

function textOf(token: Token, line: number): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'code_inline':
      return token.content
    case 'softbreak':
    case 'hardbreak':
      return ' '
    case 'html_inline':
      // Other tags come from trusted HTML and mean nothing in print: their text stays, they go.
      return /^<br\s*\/?>$/i.test(token.content) ? ' ' : ''
    default:
      throw new BriefMarkdownError(line, `inline ${token.type} has no meaning here`)
  }
}
