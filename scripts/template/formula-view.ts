/** Formulas and listings as a template sees them: blocks of Markdown, ready to stand on lines of their own. */
import type { Formula, Listing } from '../topic/topic.ts'
import { inlineMarkdown } from './inline-markdown.ts'

type BlockView = { readonly block: string; readonly caption: string }

/** `block` is a display formula of Marp, with the author's words for it as a comment of TeX. */
export function formulaView({ tex, alt, caption }: Formula): BlockView {
  const words = alt === '' ? '' : `% ${alt.replaceAll('$', '')}\n`
  return { block: `$$\n${words}${tex}\n$$`, caption: inlineMarkdown(caption) }
}

/** `block` is a fence longer than any in the code; behind the language stand the lines to stress. */
export function codeView({ language, lines, highlighted, caption }: Listing): BlockView {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  const marks = highlighted.length === 0 ? '' : ` {${highlighted.join(',')}}`
  return {
    block: [`${fence}${language}${marks}`, ...lines, fence].join('\n'),
    caption: inlineMarkdown(caption),
  }
}
