/**
 * Text → boxes, glue and penalties (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). All widths
 * are in em of the paragraph, so that the same items serve every size that the page tries.
 */
import { mainFace } from '../font/coverage.ts'
import type { Hyphenator } from './hyphenate.ts'
import {
  type BoxItem,
  type DivisionKind,
  type GlueItem,
  type Item,
  isStiff,
  type PenaltyItem,
} from './item.ts'
import { type ShapedRun, shapeRun } from './shape-run.ts'
import { splitRuns } from './split-runs.ts'
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
    if (token.kind === 'word') items.push(...wordItems(token.parts, options))
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
    for (const text of span.text.match(/[ \t\r\n]+|\u00a0|[^ \t\r\n\u00a0]+/gu) ?? []) {
      const last = tokens.at(-1)
      const isSpace = /^[ \t\r\n\u00a0]/u.test(text)
      if (isSpace) addSpace(tokens, span, text !== '\u00a0' && !isLabel(last))
      else if (last?.kind === 'word') last.parts.push({ span, text })
      else tokens.push({ kind: 'word', parts: [{ span, text }] })
    }
  }
  return tokens
}

/** The letter of an option, “(b)”, stays with its text. */
function isLabel(token: Token | undefined): boolean {
  return /^\([\p{L}\p{M}\p{N}]{1,2}\)$/u.test(wordOf(token))
}

/** A dash or dot between two spaces ends a line; no line begins with it. */
function isSeparator(token: Token | undefined): boolean {
  return /^[–—·•|/]$/u.test(wordOf(token))
}

function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.parts.map((part) => part.text).join('') : ''
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

function wordItems(parts: readonly WordPart[], options: ItemOptions): readonly Item[] {
  const runs = parts.flatMap(({ span, text }) =>
    splitRuns(text.normalize('NFC'), span.style).map((run) => ({
      span,
      run: shapeRun(run.face, run.text),
    })),
  )
  const width = runs.reduce(
    (sum, { run, span }) => sum + boxWidth(run, 0, run.glyphs.length, span),
    0,
  )
  const isLong = width > options.longWordEm
  return runs.flatMap(({ run, span }, index) =>
    runItems(run, span, { ...options, isLong, isLastRun: index === runs.length - 1 }),
  )
}

type RunOptions = ItemOptions & { readonly isLong: boolean; readonly isLastRun: boolean }

/** Boxes of one run with its inner break points between them. */
function runItems(run: ShapedRun, span: TextSpan, options: RunOptions): readonly Item[] {
  const items: Item[] = []
  let from = 0
  for (const point of breakPoints(run, span, options)) {
    items.push(makeBox(run, from, point.glyph, span), point.item)
    from = point.glyph
  }
  if (from < run.glyphs.length) items.push(makeBox(run, from, run.glyphs.length, span))
  return items
}

type BreakPoint = { readonly glyph: number; readonly item: PenaltyItem }

function breakPoints(run: ShapedRun, span: TextSpan, options: RunOptions): readonly BreakPoint[] {
  const divisions = findDivisions(run, options.hyphenate)
  const dashes = findDashes(run.text, options.isLastRun)
  const points: BreakPoint[] = []
  for (const [index, end] of run.ends.entries()) {
    const glyph = index + 1
    const isInside = end > 0 && end < run.text.length
    const division = isInside ? divisions.get(end) : undefined
    if (dashes.has(end)) points.push({ glyph, item: makePenalty('dash') })
    else if (division !== undefined) points.push({ glyph, item: makeHyphen(division, span) })
    else if (options.isLong && isInside) points.push({ glyph, item: makePenalty('emergency') })
  }
  return points
}

const LETTERS = /[\p{L}\p{M}]+/gu

/** Offsets at which a word may be divided. A word with a dash of its own breaks there only. */
function findDivisions(
  run: ShapedRun,
  hyphenate: Hyphenator,
): ReadonlyMap<number, 'syllable' | 'name'> {
  const offsets = new Map<number, 'syllable' | 'name'>()
  if (run.isDevanagari || /[-‐–—/]/u.test(run.text)) return offsets
  for (const match of run.text.matchAll(LETTERS)) {
    const kind = /^\p{Lu}/u.test(match[0]) ? 'name' : 'syllable'
    for (const offset of hyphenate(match[0])) offsets.set(match.index + offset, kind)
  }
  return offsets
}

/** After a hyphen, dash or slash between letters: “rare-earth”, “India–Russia”, but not “85–95”. */
function findDashes(text: string, isLastRun: boolean): ReadonlySet<number> {
  const offsets = new Set<number>()
  for (const match of text.matchAll(/(?<=[\p{L}\p{N}])[-‐–—/]+(?=\p{L}|$)/gu)) {
    const end = match.index + match[0].length
    if (end < text.length || !isLastRun) offsets.add(end)
  }
  return offsets
}

function makeBox(run: ShapedRun, from: number, to: number, span: TextSpan): BoxItem {
  return { type: 'box', width: boxWidth(run, from, to, span), run, from, to, span }
}

function boxWidth(run: ShapedRun, from: number, to: number, span: TextSpan): number {
  let width = 0
  for (let i = from; i < to; i++) width += run.glyphs[i]?.advance ?? 0
  if (!run.isDevanagari) width += span.trackingEm * (to - from)
  return width * span.scale
}

function makeHyphen(kind: DivisionKind, span: TextSpan): PenaltyItem {
  const run = shapeRun(mainFace(span.style), '-')
  return makePenalty(kind, makeBox(run, 0, run.glyphs.length, span))
}

function makePenalty(kind: DivisionKind, hyphen?: BoxItem): PenaltyItem {
  return { type: 'penalty', kind, hyphen }
}
