/**
 * Text → boxes, glue and penalties (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). All widths
 * are in em of the paragraph, so that the same items serve every size that the page tries.
 */
import { mainFace } from '../font/coverage.ts'
import type { Hyphenator } from './hyphenate.ts'
import {
  type BoxItem,
  type GlueItem,
  type Item,
  makePenalty,
  NEVER,
  type PenaltyItem,
  SPACE_SHRINK,
} from './item.ts'
import { hangingShare, refineItems } from './refine-items.ts'
import { type ShapedRun, shapeRun } from './shape-run.ts'
import { splitRuns } from './split-runs.ts'
import type { TextSpan } from './text-span.ts'

export type ItemOptions = {
  readonly hyphenate: Hyphenator
  /** Words wider than this may be divided between any two letters. */
  readonly longWordEm: number
}

/** tex-linebreak's MIN_COST: a break that must be taken. */
const FORCED = -1000

const SPACE_STRETCH = 0.5

const HYPHEN_COST = 50
/** Names are divided only where the rest of the paragraph gains by it. */
const NAME_HYPHEN_COST = 180
const EXPLICIT_HYPHEN_COST = 30
const EMERGENCY_COST = 700
const EMERGENCY_STRETCH_EM = 0.05

export function makeItems(spans: readonly TextSpan[], options: ItemOptions): readonly Item[] {
  const items: Item[] = []
  for (const token of tokenize(spans)) {
    if (token.kind === 'space') items.push(makeSpace(token.span, token.isBreaking, items))
    else items.push(...wordItems(token.parts, options))
  }
  while (items.at(-1)?.type === 'glue') items.pop()
  if (items.length === 0) return []
  return [...refineItems(items), makeFill(), makeForcedBreak()]
}

type WordPart = { readonly span: TextSpan; readonly text: string }
type Token =
  | { readonly kind: 'word'; readonly parts: WordPart[] }
  | { readonly kind: 'space'; readonly span: TextSpan; readonly isBreaking: boolean }

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
  if (token?.kind !== 'word') return false
  return /^\([\p{L}\p{M}\p{N}]{1,2}\)$/u.test(token.parts.map((part) => part.text).join(''))
}

/** Spaces that meet, as at the border of two spans, are one; a text never starts with one. */
function addSpace(tokens: Token[], span: TextSpan, isBreaking: boolean): void {
  if (tokens.length === 0 || tokens.at(-1)?.kind === 'space') return
  tokens.push({ kind: 'space', span, isBreaking })
}

function makeSpace(span: TextSpan, isBreaking: boolean, before: Item[]): GlueItem {
  if (!isBreaking) before.push(makePenalty({ cost: NEVER }))
  const face = mainFace(span.style)
  const width = shapeRun(face, ' ').width * span.scale
  return {
    type: 'glue',
    width,
    stretch: width * SPACE_STRETCH,
    shrink: width * SPACE_SHRINK,
    space: { face, scale: span.scale },
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
    items.push(makeBox(run, from, point.glyph, span), ...point.items)
    from = point.glyph
  }
  if (from < run.glyphs.length) items.push(makeBox(run, from, run.glyphs.length, span))
  return items
}

type BreakPoint = { readonly glyph: number; readonly items: readonly Item[] }

function breakPoints(run: ShapedRun, span: TextSpan, options: RunOptions): readonly BreakPoint[] {
  const divisions = findDivisions(run, options.hyphenate)
  const explicit = findExplicitBreaks(run.text, options.isLastRun)
  const points: BreakPoint[] = []
  for (const [index, end] of run.ends.entries()) {
    const glyph = index + 1
    const isInside = end > 0 && end < run.text.length
    if (explicit.has(end))
      points.push({ glyph, items: [makePenalty({ cost: EXPLICIT_HYPHEN_COST, flagged: true })] })
    else if (isInside && divisions.has(end))
      points.push({ glyph, items: [makeHyphen(span, divisions.get(end) ?? 0)] })
    else if (options.isLong && isInside) points.push({ glyph, items: emergencyBreak() })
  }
  return points
}

const LETTERS = /[\p{L}\p{M}]+/gu

/** Offsets at which a word may be divided, with the cost. A word with a dash of its own breaks there only. */
function findDivisions(run: ShapedRun, hyphenate: Hyphenator): ReadonlyMap<number, number> {
  const offsets = new Map<number, number>()
  if (run.isDevanagari || /[-‐–—/]/u.test(run.text)) return offsets
  for (const match of run.text.matchAll(LETTERS)) {
    const isName = /^\p{Lu}/u.test(match[0])
    for (const offset of hyphenate(match[0])) {
      offsets.set(match.index + offset, isName ? NAME_HYPHEN_COST : HYPHEN_COST)
    }
  }
  return offsets
}

/** After a hyphen, dash or slash between letters: “rare-earth”, “India–Russia”, but not “85–95”. */
function findExplicitBreaks(text: string, isLastRun: boolean): ReadonlySet<number> {
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

function makeHyphen(span: TextSpan, cost: number): PenaltyItem {
  const run = shapeRun(mainFace(span.style), '-')
  const hyphen = makeBox(run, 0, run.glyphs.length, span)
  const width = hyphen.width * (1 - hangingShare('-'))
  return makePenalty({ width, cost, flagged: true, hyphen })
}

/** Zero-width glue lends the line some stretch, so that the breaker finds a line at all. */
function emergencyBreak(): readonly Item[] {
  return [
    makePenalty({ cost: EMERGENCY_COST, isEmergency: true }),
    { type: 'glue', width: 0, stretch: EMERGENCY_STRETCH_EM, shrink: 0, space: undefined },
  ]
}

function makeFill(): GlueItem {
  return { type: 'glue', width: 0, stretch: 10_000, shrink: 0, space: undefined }
}

function makeForcedBreak(): PenaltyItem {
  return makePenalty({ cost: FORCED })
}
