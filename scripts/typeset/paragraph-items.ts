/**
 * Text → boxes, glue and penalties (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). All widths
 * are in em of the paragraph, so that the same items serve every size that the page tries.
 */
import { mainFace } from '../font/coverage.ts'
import type { Hyphenator } from './hyphenate.ts'
import { type BoxItem, type DivisionKind, type GlueItem, type Item, isStiff } from './item.ts'
import { type ShapedRun, shapeRun } from './shape-run.ts'
import { shapeWord, type WordRun } from './shape-word.ts'
import type { TextSpan } from './text-span.ts'

export type ItemOptions = {
  readonly hyphenate: Hyphenator
  /** Words wider than this may be divided between any two letters. */
  readonly longWordEm: number
}

export function makeItems(spans: readonly TextSpan[], options: ItemOptions): readonly Item[] {
  const tokens = tokenize(spans)
  const items: Item[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'word') addWord(items, token.parts, options)
    else items.push(makeSpace(token, items.at(-1), tokens[index + 1]))
  }
  return items.at(-1)?.type === 'glue' ? items.slice(0, -1) : items
}

type WordPart = { readonly span: TextSpan; readonly text: string }
type WordToken = { readonly kind: 'word'; readonly parts: WordPart[] }
type SpaceToken = { readonly kind: 'space'; readonly span: TextSpan; readonly isBreaking: boolean }
type Token = WordToken | SpaceToken

/** Spaces and words; a word may run through several spans (“**Mains.**”, “2024<sup>1</sup>”). */
function tokenize(spans: readonly TextSpan[]): readonly Token[] {
  const tokens: Token[] = []
  for (const span of spans) {
    if (span.drawings !== undefined) {
      addPart(tokens, { span, text: '' })
      continue
    }
    for (const text of span.text.match(/[ \t\r\n]+|\u00a0|[^ \t\r\n\u00a0]+/gu) ?? []) {
      const last = tokens.at(-1)
      const isSpace = /^[ \t\r\n\u00a0]/u.test(text)
      if (isSpace) addSpace(tokens, span, text !== '\u00a0' && !isLabel(last))
      else addPart(tokens, { span, text })
    }
  }
  return tokens
}

function addPart(tokens: Token[], part: WordPart): void {
  const last = tokens.at(-1)
  if (last?.kind === 'word') last.parts.push(part)
  else tokens.push({ kind: 'word', parts: [part] })
}

/** The letter of an option, “(b)”, stays with its text. */
function isLabel(token: Token | undefined): boolean {
  const word = shortWordOf(token)
  return word !== '' && /^\([\p{L}\p{M}\p{N}]{1,2}\)$/u.test(word)
}

/** A dash or dot between two spaces ends a line; no line begins with it. */
function isSeparator(token: Token | undefined): boolean {
  return /^[–—·•|/]$/u.test(shortWordOf(token))
}

const LONGEST_LABEL = 8

/** The text of a word of one part; empty for anything longer than a label. */
function shortWordOf(token: Token | undefined): string {
  if (token?.kind !== 'word' || token.parts.length > 1) return ''
  const text = token.parts[0]?.text ?? ''
  return text.length > LONGEST_LABEL ? '' : text
}

/** Spaces that meet, as at the border of two spans, are one; a text never starts with one. */
function addSpace(tokens: Token[], span: TextSpan, isBreaking: boolean): void {
  if (tokens.length === 0 || tokens.at(-1)?.kind === 'space') return
  tokens.push({ kind: 'space', span, isBreaking })
}

function makeSpace(
  { span, isBreaking }: SpaceToken,
  before: Item | undefined,
  after: Token | undefined,
): GlueItem {
  const face = mainFace(span.style)
  const width = shapeRun(face, ' ').width * span.scale
  return {
    type: 'glue',
    width,
    face,
    scale: span.scale,
    isBreaking: isBreaking && !isSeparator(after),
    isAfterLetter: before?.type === 'box' && !isStiff(before),
  }
}

function addWord(items: Item[], parts: readonly WordPart[], options: ItemOptions): void {
  let from = 0
  for (const [index, { span }] of parts.entries()) {
    if (span.drawings === undefined) continue
    addLetters(items, parts.slice(from, index), options)
    addDrawings(items, span)
    from = index + 1
  }
  addLetters(items, parts.slice(from), options)
}

/** A line may end between the parts of a formula, as after a dash. */
function addDrawings(items: Item[], span: TextSpan): void {
  const run = shapeRun(mainFace(span.style), '')
  for (const [index, drawing] of (span.drawings ?? []).entries()) {
    if (index > 0) items.push({ type: 'penalty', kind: 'dash', hyphen: undefined })
    items.push({
      type: 'box',
      width: drawing.width * span.scale,
      run,
      from: 0,
      to: 0,
      span,
      drawing,
    })
  }
}

function addLetters(items: Item[], parts: readonly WordPart[], options: ItemOptions): void {
  const runs: (WordRun & { readonly span: TextSpan })[] = []
  let width = 0
  for (const { span, text } of parts) {
    for (const { run, divisions } of shapeWord(text, span.style, options.hyphenate)) {
      runs.push({ run, divisions, span })
      width += boxWidth(run, 0, run.glyphs.length, span)
    }
  }
  for (const run of runs) addRun(items, run, width > options.longWordEm)
  // A dash at the end of the word is followed by a space, which is the place to break.
  if (items.at(-1)?.type === 'penalty') items.pop()
}

/** Boxes of one run with its inner break points between them. */
function addRun(items: Item[], word: WordRun & { readonly span: TextSpan }, isLong: boolean): void {
  const { run, span } = word
  let from = 0
  for (const { glyph, kind } of isLong ? withEmergencies(word) : word.divisions) {
    const hyphen = kind === 'syllable' || kind === 'name' ? makeHyphen(span) : undefined
    items.push(makeBox(run, from, glyph, span), { type: 'penalty', kind, hyphen })
    from = glyph
  }
  if (from < run.glyphs.length) items.push(makeBox(run, from, run.glyphs.length, span))
}

type AnyDivision = { readonly glyph: number; readonly kind: DivisionKind }

/** Between any two clusters of the run, where nothing better is. */
function withEmergencies({ run, divisions }: WordRun): readonly AnyDivision[] {
  const kinds = new Map(divisions.map(({ glyph, kind }) => [glyph, kind]))
  const all: AnyDivision[] = []
  for (const [index, end] of run.ends.entries()) {
    const glyph = index + 1
    const kind = kinds.get(glyph)
    const isInside = end > 0 && end < run.text.length
    if (kind !== undefined || isInside) all.push({ glyph, kind: kind ?? 'emergency' })
  }
  return all
}

function makeBox(run: ShapedRun, from: number, to: number, span: TextSpan): BoxItem {
  return { type: 'box', width: boxWidth(run, from, to, span), run, from, to, span }
}

function boxWidth(run: ShapedRun, from: number, to: number, span: TextSpan): number {
  let width = from === 0 && to === run.glyphs.length ? run.width : 0
  if (width === 0) for (let i = from; i < to; i++) width += run.glyphs[i]?.advance ?? 0
  if (!run.isDevanagari) width += span.trackingEm * (to - from)
  return width * span.scale
}

const hyphens = new WeakMap<TextSpan, BoxItem>()

function makeHyphen(span: TextSpan): BoxItem {
  const known = hyphens.get(span)
  if (known !== undefined) return known
  const run = shapeRun(mainFace(span.style), '-')
  const hyphen = makeBox(run, 0, run.glyphs.length, span)
  hyphens.set(span, hyphen)
  return hyphen
}
