/** Inline tokens of markdown-it → spans. */
import type { Token } from 'markdown-it/index.js'
import { BriefMarkdownError, type Rich, type RichSpan } from './brief-block.ts'

type Look = Omit<RichSpan, 'text'>

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
  '<sup>': { isSuperscript: true },
  '<small>': { isSmall: true },
}

const CLOSING = new Set(['strong_close', 'em_close', 'link_close', '</sup>', '</small>'])
const SAFE_LINK = /^(?:https?:|mailto:)/i

export function parseInline(tokens: readonly Token[], line: number): Rich {
  const spans: RichSpan[] = []
  const looks: Look[] = [PLAIN]
  for (const token of tokens) {
    const name = token.type === 'html_inline' ? token.content.toLowerCase().trim() : token.type
    const look = looks.at(-1) ?? PLAIN
    if (CLOSING.has(name)) looks.pop()
    else if (name === 'link_open') looks.push({ ...look, link: safeLink(token) })
    else if (OPENING[name] !== undefined) looks.push({ ...look, ...OPENING[name] })
    else addText(spans, { ...look, text: textOf(token, line) })
  }
  return spans
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
      if (/^<br\s*\/?>$/i.test(token.content)) return ' '
      throw new BriefMarkdownError(line, `the tag ${token.content} has no meaning here`)
    default:
      throw new BriefMarkdownError(line, `inline ${token.type} has no meaning here`)
  }
}
