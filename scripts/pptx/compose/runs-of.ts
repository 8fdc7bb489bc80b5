/** Inline Markdown as runs of text. */
import type Token from 'markdown-it/lib/token.mjs'
import { decodeReferences } from '../../deck/html-text.ts'
import type { InlineSource } from '../../deck/slide.ts'
import { formulaRuns } from '../../math/formula-runs.ts'
import type { Run } from '../presentation.ts'
import { deckMarkdown } from './markdown.ts'

type Style = Omit<Run, 'text'>

/** As the style sheet of the slides draws them. */
const TAG_STYLES: Readonly<Record<string, Style>> = {
  strong: { isStrong: true },
  b: { isStrong: true },
  em: { isItalic: true },
  i: { isItalic: true },
  cite: { isItalic: true },
  s: { isStruck: true },
  del: { isStruck: true },
  strike: { isStruck: true },
  u: { isUnderlined: true },
  ins: { isUnderlined: true },
  mark: { isMarked: true },
  code: { isCode: true },
  kbd: { isCode: true },
  sup: { rise: 'super', color: 'accent' },
  sub: { rise: 'sub' },
  small: { isSmall: true },
}

/** Of tags that show something themselves: opened and closed. */
const TAG_TEXTS: Readonly<Record<string, readonly [string, string]>> = {
  q: ['“', '”'],
  wbr: ['\u200b', ''],
}

/** A line that the author broke stays broken. */
export function runsOf(source: InlineSource): readonly (Run | 'break')[] {
  return runsOfTokens(deckMarkdown().parseInline(source, {})[0]?.children ?? [])
}

/** The same on the full ground of covers and right answers, where the accent has another name. */
export function onGround(runs: readonly (Run | 'break')[]): readonly (Run | 'break')[] {
  return runs.map((run) => {
    if (run === 'break') return run
    if (run.color === 'accent') return { ...run, color: 'onPrimaryAccent' }
    return run.isSmall === true ? { ...run, color: 'onPrimaryMuted' } : run
  })
}

/** @param softBreak what the end of a line of the source is */
export function runsOfTokens(
  tokens: readonly Token[],
  softBreak: 'break' | ' ' = 'break',
): readonly (Run | 'break')[] {
  const runs: (Run | 'break')[] = []
  const open: { readonly tag: string; readonly style: Style }[] = []
  for (const token of tokens) {
    const style: Style = Object.assign({}, ...open.map((one) => one.style))
    const tag = tagOf(token)
    if (token.type === 'softbreak' && softBreak === ' ') runs.push({ ...style, text: ' ' })
    else if (isBreak(token, tag)) runs.push('break')
    else if (token.nesting === 0 && token.type !== 'html_inline')
      runs.push(...textRuns(token, style))
    else {
      const isEnd = isClosing(token)
      const text = TAG_TEXTS[tag]?.[isEnd ? 1 : 0]
      if (text !== undefined) runs.push({ ...style, text })
      if (!isEnd) open.push({ tag, style: styleOf(token, tag) })
      else close(open, tag)
    }
  }
  return joined(runs)
}

function textRuns(token: Token, style: Style): readonly Run[] {
  switch (token.type) {
    case 'text':
    case 'text_special':
      return [{ ...style, text: token.content }]
    case 'code_inline':
      return [{ ...style, text: token.content, isCode: true }]
    case 'formula_inline':
      return formulaRuns(token.content).map((piece) => ({ ...style, ...piece }))
    // Beside words: the words for those who cannot see it.
    case 'image':
      return [{ ...style, text: token.content }]
    default:
      return []
  }
}

const TAG_RE = /^<(\/?)([a-z][a-z0-9]*)/i

function tagOf(token: Token): string {
  if (token.type !== 'html_inline') return token.tag
  return (TAG_RE.exec(token.content)?.[2] ?? '').toLowerCase()
}

function isBreak({ type }: Token, tag: string): boolean {
  return type === 'softbreak' || type === 'hardbreak' || tag === 'br'
}

function isClosing(token: Token): boolean {
  return token.type === 'html_inline' ? token.content.startsWith('</') : token.nesting < 0
}

function styleOf(token: Token, tag: string): Style {
  const own = Object.hasOwn(TAG_STYLES, tag) ? TAG_STYLES[tag] : undefined
  if (tag !== 'a') return own ?? {}
  const link = addressOf(token)
  const title = token.attrGet('title')
  return { ...(link !== undefined && { link }), ...(title !== null && { linkTitle: title }) }
}

const HREF_RE = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i

/** Where a link leads, be it Markdown or a raw tag. */
export function addressOf(token: Token): string | undefined {
  if (token.type !== 'html_inline') return token.attrGet('href') ?? undefined
  const match = HREF_RE.exec(token.content)
  const written = match?.[1] ?? match?.[2] ?? match?.[3]
  return written === undefined ? undefined : decodeReferences(written)
}

function close(open: { readonly tag: string }[], tag: string): void {
  const index = open.findLastIndex((one) => one.tag === tag)
  if (index >= 0) open.splice(index, 1)
}

/** Neighbours of one style are one run; a text holds no line break. */
function joined(runs: readonly (Run | 'break')[]): readonly (Run | 'break')[] {
  const all: (Run | 'break')[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (run === 'break') all.push(run)
    else if (run.text === '') continue
    else if (last !== undefined && last !== 'break' && isSameStyle(last, run))
      all[all.length - 1] = { ...last, text: last.text + oneLine(run.text) }
    else all.push({ ...run, text: oneLine(run.text) })
  }
  return all
}

function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ')
}

function isSameStyle({ text: _a, ...one }: Run, { text: _b, ...other }: Run): boolean {
  const keys = Object.keys(one) as (keyof Style)[]
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}
