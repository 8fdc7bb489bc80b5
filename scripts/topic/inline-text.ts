/** The plain text of inline content: what a screen reader says; citations have no text. */
import type { Inline, Span } from './topic.ts'

export function inlineText(inline: Inline): string {
  return inline.map(spanText).join('')
}

function spanText(span: Span): string {
  switch (span.kind) {
    case 'text':
    case 'formula':
      return span.text
    case 'figure':
      return span.printed.phrase
    case 'citation':
      return ''
    case 'html':
      return ''
    default:
      return inlineText(span.children)
  }
}
