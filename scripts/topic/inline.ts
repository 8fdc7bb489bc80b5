/**
 * Inline markup: `{fact}`, `[@source]`, `$formula$`, `**bold**`, `*italic*`, `[text](url)`, backslash escapes.
 * Everything else is text, so that data can never become a slide, a directive or a tag.
 *
 * One pass over the text with a stack of open markers: time is linear on any input.
 */
import { findFormula } from '../math/dollar-rule.ts'
import type { Span } from './topic.ts'

/** What the text may refer to; answers undefined after it has reported an unknown name. */
export type InlineScope = {
  readonly isHtmlTrusted: boolean
  readonly figure: (factId: string, start: number, end: number) => Span | undefined
  readonly citation: (
    sources: readonly { readonly id: string; readonly start: number; readonly end: number }[],
  ) => Span | undefined
  readonly formula: (tex: string, start: number, end: number) => Span | undefined
  readonly refuseLink: (url: string, start: number, end: number) => void
}

type Marker = 'strong' | 'emphasis' | 'link'

type Open = {
  readonly marker: Marker
  /** The characters of the marker, put back when it is never closed. */
  readonly written: string
  readonly spans: Span[]
}

type State = {
  readonly text: string
  readonly scope: InlineScope
  readonly stack: Open[]
  readonly root: Span[]
  /** First offset from which the text has no further `]`, `>` or `)`: hostile text is not searched twice. */
  readonly ends: Map<string, number>
}

type Step = (state: State, at: number) => number

const ID = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,79}/uy
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,1000})?\/?>/iuy
const SAFE_URL = /^(?:https?:\/\/|mailto:|#)/iu
const ESCAPABLE = /[\\{}[\]*<()@`_#!|~$-]/u
const MAX_NESTING = 8

/** The rule for each character that may begin markup; a rule answers the offset it has read up to, or its own. */
const RULES: Readonly<Record<string, Step>> = {
  '\\': readEscape,
  '{': readFigure,
  '[': readBracket,
  ']': readLinkEnd,
  '*': readStars,
  '<': readTag,
  $: readFormula,
}

export function parseInline(text: string, scope: InlineScope): readonly Span[] {
  const state: State = { text, scope, stack: [], root: [], ends: new Map() }
  let at = nextMarkup(text, 0)
  let plainFrom = 0
  while (at < text.length) {
    const rule = RULES[text[at] ?? '']
    if (rule === undefined) throw new Error(`no rule begins with ${text[at]}`)
    addText(state, text.slice(plainFrom, at))
    const next = rule(state, at)
    plainFrom = next === at ? at : next
    at = nextMarkup(text, next === at ? at + 1 : next)
  }
  addText(state, text.slice(plainFrom))
  while (state.stack.length > 0) abandon(state)
  return state.root
}

const MARKUP = /[\\{[\]*<$]/gu

function nextMarkup(text: string, from: number): number {
  MARKUP.lastIndex = from
  return MARKUP.exec(text)?.index ?? text.length
}

function current(state: State): Span[] {
  return state.stack.at(-1)?.spans ?? state.root
}

function add(state: State, span: Span): void {
  current(state).push(span)
}

/** Line breaks inside a value are spaces: a value is one paragraph. */
function addText(state: State, written: string): void {
  if (written === '') return
  const text = written.replace(/[\t\n ]+/gu, ' ')
  const spans = current(state)
  const last = spans.at(-1)
  if (last?.kind === 'text') spans[spans.length - 1] = { kind: 'text', text: last.text + text }
  else spans.push({ kind: 'text', text })
}

/** The innermost open marker was never closed: its characters are text. */
function abandon(state: State): void {
  const open = state.stack.pop()
  if (open === undefined) return
  addText(state, open.written)
  for (const span of open.spans) {
    if (span.kind === 'text') addText(state, span.text)
    else add(state, span)
  }
}

function readEscape(state: State, at: number): number {
  const next = state.text[at + 1]
  if (next === undefined || !ESCAPABLE.test(next)) return at
  addText(state, next)
  return at + 2
}

function readFigure(state: State, at: number): number {
  // `{{` is text: a template language's sign, never ours.
  if (state.text[at + 1] === '{') {
    let end = at + 2
    while (state.text[end] === '{') end++
    addText(state, state.text.slice(at, end))
    return end
  }
  const id = matchAt(ID, state.text, at + 1)
  const end = at + 1 + id.length
  if (id === '' || state.text[end] !== '}') return at
  const span = state.scope.figure(id, at, end + 1)
  add(state, span ?? { kind: 'text', text: state.text.slice(at, end + 1) })
  return end + 1
}

function readFormula(state: State, at: number): number {
  const found = findFormula(state.text, at)
  // What is no formula is money, and all signs side by side are one.
  if (found === undefined) return at
  const { tex, start, end } = found
  const span = state.scope.formula(tex, start, start + tex.length)
  add(state, span ?? { kind: 'text', text: state.text.slice(at, end) })
  return end
}

function readBracket(state: State, at: number): number {
  if (state.text[at + 1] === '@') return readCitation(state, at)
  if (!isOpenable(state) || !hasAhead(state, '](', at)) return at
  state.stack.push({ marker: 'link', written: '[', spans: [] })
  return at + 1
}

function readCitation(state: State, at: number): number {
  const sources: { id: string; start: number; end: number }[] = []
  let position = at + 1
  for (;;) {
    while (state.text[position] === ' ') position++
    if (state.text[position] !== '@') return at
    const id = matchAt(ID, state.text, position + 1)
    if (id === '') return at
    sources.push({ id, start: position, end: position + 1 + id.length })
    position += 1 + id.length
    while (state.text[position] === ' ') position++
    if (state.text[position] === ']') break
    if (state.text[position] !== ';' && state.text[position] !== ',') return at
    position++
  }
  const span = state.scope.citation(sources)
  const spans = current(state)
  const last = spans.at(-1)
  // `[@a][@b]` is one citation: “1,2”, not source 12.
  if (span?.kind === 'citation' && last?.kind === 'citation')
    spans[spans.length - 1] = { ...span, numbers: [...new Set([...last.numbers, ...span.numbers])] }
  else add(state, span ?? { kind: 'text', text: state.text.slice(at, position + 1) })
  return position + 1
}

function readLinkEnd(state: State, at: number): number {
  const depth = state.stack.findLastIndex((open) => open.marker === 'link')
  if (depth === -1) return at
  const end = state.text[at + 1] === '(' ? endOf(state, ')', at + 2) : -1
  const url = end === -1 ? '' : state.text.slice(at + 2, end)
  if (end === -1 || url === '' || /\s/u.test(url)) {
    closeTo(state, depth)
    abandon(state)
    return at
  }
  closeTo(state, depth)
  const open = state.stack.pop()
  const children = open?.spans ?? []
  if (SAFE_URL.test(url)) {
    add(state, { kind: 'link', url, children })
    return end + 1
  }
  state.scope.refuseLink(url, at + 2, end)
  for (const child of children) add(state, child)
  return end + 1
}

function readStars(state: State, at: number): number {
  const marker = markerAt(state, at)
  const written = marker === 'strong' ? '**' : '*'
  const after = state.text[at + written.length] ?? ' '
  const before = state.text[at - 1] ?? ' '
  const depth = state.stack.findLastIndex((open) => open.marker === marker)
  if (depth !== -1 && !/\s/u.test(before)) {
    closeTo(state, depth)
    const open = state.stack.pop()
    if (open !== undefined && open.spans.length > 0)
      add(state, { kind: marker, children: open.spans })
    else addText(state, written + written)
    return at + written.length
  }
  if (/\s/u.test(after) || !isOpenable(state)) {
    addText(state, written)
    return at + written.length
  }
  state.stack.push({ marker, written, spans: [] })
  return at + written.length
}

/** Of three stars, the first closes the emphasis that is innermost: `***x***`. */
function markerAt({ text, stack }: State, at: number): 'strong' | 'emphasis' {
  if (text[at + 1] !== '*') return 'emphasis'
  const isTriple = text[at + 2] === '*'
  return isTriple && stack.at(-1)?.marker === 'emphasis' ? 'emphasis' : 'strong'
}

function readTag(state: State, at: number): number {
  if (!state.scope.isHtmlTrusted || !hasAhead(state, '>', at)) return at
  const html = matchAt(TAG, state.text, at)
  if (html === '') return at
  add(state, { kind: 'html', html })
  return at + html.length
}

/** Markers opened inside a marker that is being closed were never closed. */
function closeTo(state: State, depth: number): void {
  while (state.stack.length > depth + 1) abandon(state)
}

function isOpenable(state: State): boolean {
  return state.stack.length < MAX_NESTING
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** The end of a link's address: round brackets in pairs belong to it. */
function endOf(state: State, sign: string, from: number): number {
  if (!hasAhead(state, sign, from)) return -1
  let depth = 0
  for (let i = from; i < Math.min(state.text.length, from + 2000); i++) {
    if (state.text[i] === '(') depth++
    if (state.text[i] === sign && depth-- === 0) return i
  }
  return -1
}

function hasAhead(state: State, sign: string, at: number): boolean {
  const known = state.ends.get(sign)
  const last = known ?? state.text.lastIndexOf(sign)
  if (known === undefined) state.ends.set(sign, last)
  return at <= last
}
