/**
 * The glyphs that a Devanagari text needs. Asked for all that could come of its letters, the subsetter keeps nearly the
 * whole font, 480 glyphs; the words of a deck of twenty slides show 130, and pass through 30 others on the way.
 */
import { metricsOf } from './coverage.ts'
import { nearestFace, readFontFile } from './faces.ts'
import { readSubstitutionRules, type SubstitutionRules } from './gsub-rules.ts'
import { openShaper, type Shaper } from './harfbuzz-shape.ts'
import { readTables } from './sfnt-tables.ts'

/** Blocks of `isDevanagari`, and the joiners. */
const RUN_RE = /[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff\u{11b00}-\u{11b5f}\u200c\u200d]+/gu
const SYLLABLE_RE = /.(?:\p{M}|[\u200c\u200d]|(?<=\u094d[\u200c\u200d]?).)*/gsu
/** Of marked alternatives and ordinals, which no text gets unasked. */
const UNUSED_FEATURES = ['aalt', 'ordn']

/** All weights of the family shape alike: a test holds them to it. */
const FACE = nearestFace('Noto Sans Devanagari', { stack: 'sans', weight: 400, isItalic: false })

let opened: { readonly shaper: Shaper; readonly rules: SubstitutionRules } | undefined

/** Sorted: glyphs of the words, of each syllable by itself where a line may break, and of `characters`. */
export function glyphsOfDevanagari(
  texts: readonly string[],
  characters: readonly number[],
): readonly number[] {
  opened ??= open()
  const { shaper, rules } = opened
  const shown = new Set<number>()
  for (const word of wordsOf(texts)) shaper.collect(word, shown)
  const nominal = characters.map(metricsOf(FACE).glyphOf)
  return [...withSources(shown, nominal, rules)].sort((a, b) => a - b)
}

function open(): NonNullable<typeof opened> {
  const file = readFontFile(FACE)
  const gsub = readTables(file).get('GSUB')
  if (gsub === undefined) throw new Error('the Devanagari font has no GSUB table')
  return { shaper: openShaper(file), rules: readSubstitutionRules(gsub, UNUSED_FEATURES) }
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const text of texts)
    for (const form of [text.normalize('NFC'), text.normalize('NFD')])
      for (const [word] of form.matchAll(RUN_RE)) {
        words.add(word)
        for (const [syllable] of word.matchAll(SYLLABLE_RE)) words.add(syllable)
      }
  return words
}

/** With what stands in between: every glyph that can come of the letters and become one that is shown. */
function withSources(
  shown: ReadonlySet<number>,
  nominal: readonly number[],
  rules: SubstitutionRules,
): ReadonlySet<number> {
  const reachable = closureOf(nominal, rules)
  const kept = new Set([0, ...nominal, ...shown])
  for (let size = -1; size !== kept.size; ) {
    size = kept.size
    for (const [glyph, others] of rules.singles)
      if (reachable.has(glyph) && others.some((other) => kept.has(other))) kept.add(glyph)
    for (const [first, ligatures] of rules.ligatures)
      for (const { rest, glyph } of ligatures)
        if (kept.has(glyph) && [first, ...rest].every((part) => reachable.has(part)))
          for (const part of [first, ...rest]) kept.add(part)
  }
  return kept
}

function closureOf(glyphs: readonly number[], rules: SubstitutionRules): ReadonlySet<number> {
  const found = new Set(glyphs)
  for (let size = -1; size !== found.size; ) {
    size = found.size
    // A set that grows while it is walked is walked to its new end.
    for (const glyph of found) {
      for (const other of rules.singles.get(glyph) ?? []) found.add(other)
      for (const { rest, glyph: ligature } of rules.ligatures.get(glyph) ?? [])
        if (rest.every((part) => found.has(part))) found.add(ligature)
    }
  }
  return found
}
