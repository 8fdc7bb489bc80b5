/**
 * Text → boxes, glue and penalties (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981). All widths
 * are in em of the paragraph, so that the same items serve every size that the page tries.
 */
import { mainFace } from '../font/coverage.ts'
import type { FontFace } from '../font/faces.ts'
import type { Hyphenator } from './hyphenate.ts'
import { type ShapedRun, shapeRun } from './shape-run.ts'
import { splitRuns } from './split-runs.ts'
import type { TextSpan } from './text-span.ts'

export type BoxItem = {
  readonly type: 'box'
  readonly width: number
  readonly run: ShapedRun
  readonly from: number
  readonly to: number
  readonly span: TextSpan
}

export type GlueItem = {
  readonly type: 'glue'
  readonly width: number
  readonly stretch: number
  readonly shrink: number
  /** The face whose space character is drawn; undefined where nothing is (ends, emergency breaks). */
  readonly space: { readonly face: FontFace; readonly scale: number } | undefined
}

export type PenaltyItem = {
  readonly type: 'penalty'
  /** Added to the line when it ends here: a hyphen, or less than nothing for hanging punctuation. */
  readonly width: number
  readonly cost: number
  readonly flagged: boolean
  readonly hyphen: BoxItem | undefined
  /** Between any two letters of a word that fits no line. */
  readonly isEmergency: boolean
  /** Before a short last line: forbidden as long as there is another solution. */
  readonly isRunt: boolean
}

export type Item = BoxItem | GlueItem | PenaltyItem

export type ItemOptions = {
  readonly hyphenate: Hyphenator
  /** Words wider than this may be divided between any two letters. */
  readonly longWordEm: number
}

/** tex-linebreak's MAX_COST and MIN_COST. */
export const NEVER = 1000
const FORCED = -1000

const SPACE_STRETCH = 0.5
export const SPACE_SHRINK = 0.24
const HYPHEN_COST = 60
/** Names are divided only where the rest of the paragraph gains by it. */
const NAME_HYPHEN_COST = 180
const EXPLICIT_HYPHEN_COST = 30
const EMERGENCY_COST = 700
const EMERGENCY_STRETCH_EM = 0.05
/**
 * Letters may be set this much wider or closer, Devanagari never (it has one headline). The glue behind a
 * word lends the breaker what its letters can give.
 */
export const MAX_TRACKING_EM = 0.012
/** A last line narrower than this reads as a left-over word. */
const RUNT_EM = 4.6
const RUNT_COST = 400
/** One as narrow as this is never left alone while the paragraph has any other solution. */
const SHORT_RUNT_EM = 3.8

/** Share of the last character that may stand outside the measure (Hochuli, “Detail in Typography”). */
const HANGING: Readonly<Record<string, number>> = {
  '-': 0.45,
  '‐': 0.45,
  '–': 0.25,
  '.': 0.45,
  ',': 0.45,
  ';': 0.25,
  ':': 0.25,
  '’': 0.45,
  '”': 0.4,
  '।': 0.25,
}

export function makeItems(spans: readonly TextSpan[], options: ItemOptions): readonly Item[] {
  const items: Item[] = []
  for (const token of tokenize(spans)) {
    if (token.kind === 'space') items.push(makeSpace(token.span, token.isBreaking, items))
    else items.push(...wordItems(token.parts, options))
  }
  while (items.at(-1)?.type === 'glue') items.pop()
  if (items.length === 0) return []
  return [...hangPunctuation(avoidRunts(lendLetters(items))), makeFill(), makeForcedBreak()]
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
  const width = hyphen.width * (1 - (HANGING['-'] ?? 0))
  return makePenalty({ width, cost, flagged: true, hyphen })
}

/** Zero-width glue lends the line some stretch, so that the breaker finds a line at all. */
function emergencyBreak(): readonly Item[] {
  return [
    makePenalty({ cost: EMERGENCY_COST, isEmergency: true }),
    { type: 'glue', width: 0, stretch: EMERGENCY_STRETCH_EM, shrink: 0, space: undefined },
  ]
}

function makePenalty(given: Partial<PenaltyItem>): PenaltyItem {
  return {
    type: 'penalty',
    width: 0,
    cost: 0,
    flagged: false,
    hyphen: undefined,
    isEmergency: false,
    isRunt: false,
    ...given,
  }
}

function makeFill(): GlueItem {
  return { type: 'glue', width: 0, stretch: 10_000, shrink: 0, space: undefined }
}

function makeForcedBreak(): PenaltyItem {
  return makePenalty({ cost: FORCED })
}

/** How many letters of a box may be moved apart. */
export function trackedLetters(box: BoxItem): number {
  return box.run.isDevanagari || box.span.riseEm !== 0 ? 0 : (box.to - box.from) * box.span.scale
}

function lendLetters(items: readonly Item[]): readonly Item[] {
  let letters = 0
  return items.map((item) => {
    if (item.type === 'box') letters += trackedLetters(item)
    if (item.type !== 'glue' || item.space === undefined) return item
    const lent = letters * MAX_TRACKING_EM
    letters = 0
    return { ...item, stretch: item.stretch + lent, shrink: item.shrink + lent }
  })
}

/** Makes it dear to leave one short word, or a part of one, on the last line. */
function avoidRunts(items: readonly Item[]): readonly Item[] {
  const result: Item[] = []
  let tail = 0
  for (const item of items.toReversed()) {
    if (item.type === 'penalty' && item.flagged && item.hyphen !== undefined && tail < RUNT_EM) {
      continue
    }
    const isBreak = item.type === 'glue' && item.space !== undefined
    result.push(item)
    if (isBreak && tail < RUNT_EM && tail > 0) {
      const isRunt = tail < SHORT_RUNT_EM
      result.push(makePenalty({ cost: isRunt ? NEVER : RUNT_COST, isRunt }))
    }
    tail += item.type === 'penalty' ? 0 : item.width
  }
  return result.toReversed()
}

/** A point or comma at the end of a line stands half outside, which makes the edge look straight. */
function hangPunctuation(items: readonly Item[]): readonly Item[] {
  const result: Item[] = []
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    const after = next?.type === 'penalty' ? items[index + 2] : next
    result.push(item)
    if (item.type !== 'box' || item.span.riseEm !== 0) continue
    if (after?.type !== 'glue' || after.space === undefined) continue
    const hang = hangingWidth(item)
    if (hang === 0) continue
    if (next?.type !== 'penalty') result.push(makePenalty({ width: -hang }))
  }
  return result
}

function hangingWidth(box: BoxItem): number {
  const glyph = box.run.glyphs[box.to - 1]
  const share = HANGING[box.run.text.at(-1) ?? '']
  if (glyph === undefined || share === undefined || box.to !== box.run.glyphs.length) return 0
  return glyph.advance * share * box.span.scale
}
