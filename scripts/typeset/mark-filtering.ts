/**
 * Lookups that see only some of the marks (OpenType 1.9.1, “GDEF”, mark glyph sets): fontkit 2.0.4 reads
 * `markFilteringSet` and then looks at every mark. Without it the ि of ट्रिं keeps the wrong form, and bold
 * ड stands too far from the conjunct in डिज्नी. The fields used here are in no documentation; the words of
 * `tests/typeset/hindi-shaping.test.ts` come out otherwise than HarfBuzz's when an update takes one away.
 */
import type { FontkitFont } from 'fontkit'

type Coverage = {
  readonly glyphs?: readonly number[]
  readonly rangeRecords?: readonly { readonly start: number; readonly end: number }[]
}

type Lookup = { readonly markFilteringSet?: number | null }

/** fontkit's GlyphIterator: walks over the glyphs that a lookup sees. */
type GlyphIterator = {
  readonly flags: { readonly useMarkFilteringSet?: boolean }
  /** The flags of the lookup; restructure keeps the lookup itself as their parent. */
  readonly options: { readonly parent?: Lookup }
  shouldIgnore(glyph: GlyphInfo): boolean
}

type GlyphInfo = { readonly id: number; readonly isMark: boolean }

type FontFields = {
  readonly GDEF?: { readonly markGlyphSetsDef?: { readonly coverage: readonly Coverage[] } | null }
  readonly _layoutEngine: {
    readonly engine: {
      readonly GSUBProcessor: object | null
      readonly GPOSProcessor: object | null
    } | null
  }
}

/** Makes the font's lookups see the marks of their set only. Once per font. */
export function filterMarks(font: FontkitFont): void {
  // fontkit's own types leave these out; the shaping test holds them.
  const { GDEF, _layoutEngine } = font as unknown as FontFields
  const sets = (GDEF?.markGlyphSetsDef?.coverage ?? []).map(coveredGlyphs)
  if (sets.length === 0) return
  for (const processor of [
    _layoutEngine.engine?.GSUBProcessor,
    _layoutEngine.engine?.GPOSProcessor,
  ]) {
    if (processor !== null && processor !== undefined) watchIterator(processor, sets)
  }
}

function coveredGlyphs({ glyphs = [], rangeRecords = [] }: Coverage): ReadonlySet<number> {
  const covered = new Set(glyphs)
  for (const { start, end } of rangeRecords) for (let id = start; id <= end; id++) covered.add(id)
  return covered
}

/** A processor makes a new iterator for every run of glyphs. */
function watchIterator(processor: object, sets: readonly ReadonlySet<number>[]): void {
  let current: GlyphIterator | undefined
  Object.defineProperty(processor, 'glyphIterator', {
    get: () => current,
    set: (iterator: GlyphIterator) => {
      current = iterator
      const ignores = iterator.shouldIgnore.bind(iterator)
      iterator.shouldIgnore = (glyph) =>
        ignores(glyph) || (glyph.isMark && !isSeen(iterator, glyph, sets))
    },
  })
}

function isSeen(
  { flags, options }: GlyphIterator,
  glyph: GlyphInfo,
  sets: readonly ReadonlySet<number>[],
): boolean {
  if (flags.useMarkFilteringSet !== true) return true
  return sets[options.parent?.markFilteringSet ?? -1]?.has(glyph.id) !== false
}
