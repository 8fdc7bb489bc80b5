/**
 * Marpit's rules for comments, in linear time: its expression takes 19 s for 8 KB of `<!--`. They find the same
 * comments; what is told of directives is Marp's own work on the tokens that they make.
 */
import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

type BlockRule = Parameters<MarkdownIt['block']['ruler']['push']>[1]
type InlineRule = Parameters<MarkdownIt['inline']['ruler']['push']>[1]

/** What Marpit makes of the text of a comment: the directives that it names, or none. */
export type ReadDirectives = (token: Token) => void

export function useComments(md: MarkdownIt, readDirectives: ReadDirectives): void {
  md.block.ruler.at('marpit_comment', blockRule(readDirectives), { alt: [] })
  md.inline.ruler.at('marpit_inline_comment', inlineRule(readDirectives))
}

const OPENING = '<!--'
const CLOSING = '-->'

function blockRule(readDirectives: ReadDirectives): BlockRule {
  return (state, startLine, endLine, isSilent) => {
    const lineAt = (line: number): string =>
      state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
    if (!lineAt(startLine).startsWith(OPENING)) return false
    if (isSilent) return true
    let next = startLine + 1
    if (!lineAt(startLine).includes(CLOSING))
      while (next < endLine && (state.sCount[next] ?? 0) >= state.blkIndent) {
        const isLast = lineAt(next).includes(CLOSING)
        next += 1
        if (isLast) break
      }
    state.line = next
    const token = state.push('marpit_comment', '', 0)
    token.map = [startLine, next]
    token.markup = state.getLines(startLine, next, state.blkIndent, true)
    token.hidden = true
    token.content = textOf(token.markup)?.text ?? ''
    readDirectives(token)
    return true
  }
}

function inlineRule(readDirectives: ReadDirectives): InlineRule {
  return (state, isSilent) => {
    const { src, pos } = state
    if (!src.startsWith(OPENING, pos)) return false
    const found = textOf(src, pos)
    if (found === undefined) {
      // No comment can begin here or later: each of them is text, and is not looked at again.
      if (!isSilent) state.pending += OPENING
      state.pos += OPENING.length
      return true
    }
    if (!isSilent) {
      const token = state.push('marpit_comment', '', 0)
      token.hidden = true
      token.markup = src.slice(pos, found.end)
      token.content = found.text
      readDirectives(token)
    }
    state.pos = found.end
    return true
  }
}

/** Where no comment ends, by the text that was searched last: it is asked once for every `<!--` of it. */
let unclosed: { readonly src: string; readonly from: number } | undefined

/** Dashes and spaces at both ends are no part of it. */
function textOf(
  src: string,
  from = 0,
): { readonly text: string; readonly end: number } | undefined {
  const start = src.indexOf(OPENING, from)
  if (start < 0 || (unclosed?.src === src && from >= unclosed.from)) return undefined
  const close = src.indexOf(CLOSING, start + OPENING.length)
  if (close < 0) {
    unclosed = { src, from }
    return undefined
  }
  let left = start + OPENING.length
  while (left < close && src[left] === '-') left += 1
  let right = close
  while (right > left && src[right - 1] === '-') right -= 1
  return { text: src.slice(left, right).trim(), end: close + CLOSING.length }
}
