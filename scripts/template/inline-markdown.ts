/** Inline content as Markdown: the only place where a span of the model becomes markup. */
import { inlineText } from '../topic/inline-text.ts'
import type { Inline, Span } from '../topic/topic.ts'
import { escapeMarkdown, escapeMarkdownSpan } from './escape-markdown.ts'

/** For the cell of a table, where a bar of a formula would end the cell (GFM, tables). */
export function cellMarkdown(inline: Inline): string {
  return inlineMarkdown(inline.map(inCell))
}

function inCell(span: Span): Span {
  if (span.kind === 'formula') return { ...span, tex: span.tex.replaceAll('|', '\\|') }
  return 'children' in span ? { ...span, children: span.children.map(inCell) } : span
}

export function inlineMarkdown(inline: Inline): string {
  const [first] = inline
  if (inline.length === 1 && first?.kind === 'text') return escapeMarkdown(first.text)
  // The first text may open a block, the others cannot.
  return inline
    .map((span, index) =>
      index === 0 && span.kind === 'text' ? openLine(span.text) : spanMarkdown(span),
    )
    .reduce(joinSpans, '')
    .trim()
}

/** Text that a template sets bold itself: bold inside bold is no Markdown that reads the same everywhere. */
export function boldMarkdown(inline: Inline): string {
  return inlineMarkdown(withoutStrong(inline))
}

function withoutStrong(inline: Inline): Inline {
  return inline.flatMap((span): Inline => {
    if (span.kind === 'strong') return withoutStrong(span.children)
    const isWrapper = span.kind === 'emphasis' || span.kind === 'link'
    return isWrapper ? [{ ...span, children: withoutStrong(span.children) }] : [span]
  })
}

/** `!` before a link would make an image of it (CommonMark §6.4). */
function joinSpans(before: string, next: string): string {
  return next.startsWith('[') && before.endsWith('!')
    ? `${before.slice(0, -1)}\\!${next}`
    : before + next
}

function openLine(text: string): string {
  const escaped = escapeMarkdown(`${text}x`)
  return escaped.slice(0, -1)
}

function spanMarkdown(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeMarkdownSpan(span.text)
    case 'figure':
      return escapeMarkdownSpan(span.printed.phrase)
    case 'formula':
      return `$${span.tex}$`
    case 'citation':
      return `<sup>${span.numbers.join(',')}</sup>`
    case 'html':
      return span.html
    case 'link':
      return `[${inlineMarkdown(span.children)}](<${linkTarget(span.url)}>)`
    case 'strong':
      return emphasize(span.children, { marker: '**', tag: 'strong' })
    case 'emphasis':
      return emphasize(span.children, { marker: '*', tag: 'em' })
  }
}

type Emphasis = { readonly marker: string; readonly tag: string }

/**
 * Asterisks where they are sure to be read as emphasis, tags elsewhere: CommonMark §6.2 leaves `**"a"**b`
 * as asterisks, because punctuation stands inside and a letter outside.
 */
function emphasize(children: Inline, { marker, tag }: Emphasis): string {
  // A formula at an edge is punctuation to CommonMark: it begins and ends with a dollar sign.
  const text = children
    .map((child) => (child.kind === 'formula' ? '$' : inlineText([child])))
    .join('')
  const inner = children.map(spanMarkdown).reduce(joinSpans, '')
  const isPlain = /^[\p{L}\p{N}].*[\p{L}\p{M}\p{N}]$|^[\p{L}\p{N}]$/su.test(text)
  return isPlain ? `${marker}${inner}${marker}` : `<${tag}>${inner}</${tag}>`
}

/** Angle-bracket destination (CommonMark §6.3): no line break, no bracket, no backslash left raw. */
function linkTarget(url: string): string {
  return url.replace(/[\s<>\\]/g, (character) => encodeURIComponent(character))
}
