/** Which spans of a text are links and references to sources. */
import type { Inline } from '../typeset/structure.ts'
import type { Rich, RichSpan } from './brief-block.ts'

/** One for every span; spans of one link in several looks share theirs. */
export function inlinesOf(text: Rich): readonly (Inline | undefined)[] {
  const inlines: (Inline | undefined)[] = []
  for (const [index, span] of text.entries()) {
    const parent = linkAt(text, index, inlines)
    inlines.push(span.isSuperscript ? { type: 'Reference', parent, text: span.text } : parent)
  }
  return inlines
}

function linkAt(
  text: Rich,
  index: number,
  before: readonly (Inline | undefined)[],
): Inline | undefined {
  const link = text[index]?.link ?? ''
  if (link === '') return undefined
  const last = before.at(-1)
  if (text[index - 1]?.link === link) return last?.type === 'Reference' ? last.parent : last
  return { type: 'Link', parent: undefined, text: textFrom(text.slice(index), link) }
}

function textFrom(rest: readonly RichSpan[], link: string): string {
  const end = rest.findIndex((span) => span.link !== link)
  return rest
    .slice(0, end === -1 ? undefined : end)
    .map((span) => span.text)
    .join('')
}
