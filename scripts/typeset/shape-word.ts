/** A word in one look → shaped runs and the places where it may be divided, found once per process. */
import type { TextStyle } from '../font/faces.ts'
import type { Hyphenator } from './hyphenate.ts'
import { type ShapedRun, shapeRun } from './shape-run.ts'
import { splitRuns } from './split-runs.ts'

export type Division = {
  /** Number of glyphs before it. */
  readonly glyph: number
  readonly kind: 'syllable' | 'name' | 'dash'
}

export type WordRun = { readonly run: ShapedRun; readonly divisions: readonly Division[] }

/** Of one look. Words of a shelf repeat; a long-lived preview must not keep every word ever typed. */
const MAX_CACHED_WORDS = 40_000

type WordCache = Map<string, Map<string, readonly WordRun[]>>

const caches = new WeakMap<Hyphenator, WordCache>()

export function shapeWord(
  text: string,
  style: TextStyle,
  hyphenate: Hyphenator,
): readonly WordRun[] {
  const words = wordsIn(style, hyphenate)
  const known = words.get(text)
  if (known !== undefined) return known
  const runs = splitRuns(text.normalize('NFC'), style).map(({ face, text: part }) => {
    const run = shapeRun(face, part)
    return { run, divisions: findDivisions(run, hyphenate) }
  })
  if (words.size >= MAX_CACHED_WORDS) words.clear()
  words.set(text, runs)
  return runs
}

function wordsIn(style: TextStyle, hyphenate: Hyphenator): Map<string, readonly WordRun[]> {
  const cache: WordCache = caches.get(hyphenate) ?? new Map()
  caches.set(hyphenate, cache)
  const key = `${style.stack}${style.weight}${style.isItalic}`
  const words = cache.get(key) ?? new Map<string, readonly WordRun[]>()
  cache.set(key, words)
  return words
}

function findDivisions(run: ShapedRun, hyphenate: Hyphenator): readonly Division[] {
  const kinds = /[-‐–—/]/u.test(run.text) ? findDashes(run) : findSyllables(run, hyphenate)
  const divisions: Division[] = []
  for (const [index, end] of run.ends.entries()) {
    const kind = kinds.get(end)
    if (kind !== undefined && end > 0) divisions.push({ glyph: index + 1, kind })
  }
  return divisions
}

const LETTERS = /[\p{L}\p{M}]+/gu

/** Offsets at which a word may be divided. A word with a dash of its own breaks there only. */
function findSyllables(
  run: ShapedRun,
  hyphenate: Hyphenator,
): ReadonlyMap<number, Division['kind']> {
  const offsets = new Map<number, Division['kind']>()
  if (run.isDevanagari) return offsets
  for (const match of run.text.matchAll(LETTERS)) {
    const kind = /^\p{Lu}/u.test(match[0]) ? 'name' : 'syllable'
    for (const offset of hyphenate(match[0])) {
      if (match.index + offset < run.text.length) offsets.set(match.index + offset, kind)
    }
  }
  return offsets
}

/** After a hyphen, dash or slash between letters: “rare-earth”, “India–Russia”, but not “85–95”. */
function findDashes(run: ShapedRun): ReadonlyMap<number, Division['kind']> {
  const offsets = new Map<number, Division['kind']>()
  for (const match of run.text.matchAll(/(?<=[\p{L}\p{N}])[-‐–—/]+(?=\p{L}|$)/gu)) {
    offsets.set(match.index + match[0].length, 'dash')
  }
  return offsets
}
