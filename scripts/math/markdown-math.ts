/**
 * Formulas in Markdown: `$x$` in a line, and lines between `$$` and `$$` as a block, as Marp's own tools and
 * pandoc read them. The renderer of each room gives the tokens `formula_inline` and `formula_block` a look.
 */
import type MarkdownIt from 'markdown-it'
import { findFormula } from './dollar-rule.ts'

type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1]
type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1]

export function useMath(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'formula', readInline)
  md.block.ruler.before('fence', 'formula', readBlock, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  })
}

const readInline: InlineRule = (state, isSilent) => {
  if (state.src[state.pos] !== '$') return false
  const found = findFormula(state.src, state.pos)
  if (found === undefined || found.end > state.posMax) return false
  if (!isSilent) state.push('formula_inline', '', 0).content = found.tex
  state.pos = found.end
  return true
}

const readBlock: BlockRule = (state, startLine, endLine, isSilent) => {
  const lineAt = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  if (lineAt(startLine).trim() !== '$$') return false
  let line = startLine + 1
  while (line < endLine && lineAt(line).trim() !== '$$') line++
  if (line >= endLine) return false
  if (isSilent) return true
  const token = state.push('formula_block', '', 0)
  const lines = Array.from({ length: line - startLine - 1 }, (_, index) =>
    lineAt(startLine + 1 + index),
  )
  const { tex, alt } = readAlt(lines)
  token.block = true
  token.content = tex
  token.meta = { alt }
  token.map = [startLine, line + 1]
  state.line = line + 1
  return true
}

/** The words of the author stand in a comment of TeX, which other tools pass over. */
function readAlt(lines: readonly string[]): { readonly tex: string; readonly alt: string } {
  const [first = '', ...rest] = lines
  const isAlt = first.startsWith('% ')
  return { tex: (isAlt ? rest : lines).join('\n').trim(), alt: isAlt ? first.slice(2).trim() : '' }
}
