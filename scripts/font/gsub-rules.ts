/**
 * What a font's “GSUB” table can put in place of what. Contexts are left out of account: a rule counts
 * wherever its own glyphs may stand. Source: OpenType 1.9.1, chapters “GSUB” and “Common table formats”.
 */
export type SubstitutionRules = {
  /** Glyphs of which each alone may become others. */
  readonly singles: ReadonlyMap<number, readonly number[]>
  /** Ligatures by their first glyph. */
  readonly ligatures: ReadonlyMap<number, readonly Ligature[]>
}

export type Ligature = { readonly rest: readonly number[]; readonly glyph: number }

const TYPE = { single: 1, multiple: 2, alternate: 3, ligature: 4, extension: 7 }

type Rules = {
  readonly singles: Map<number, number[]>
  readonly ligatures: Map<number, Ligature[]>
}

/** Rules of all features but those named; a rule that only contexts call on belongs to all. */
export function readSubstitutionRules(
  gsub: Uint8Array,
  withoutFeatures: readonly string[],
): SubstitutionRules {
  const view = new DataView(gsub.buffer, gsub.byteOffset, gsub.byteLength)
  const unused = lookupsOnlyOf(view, withoutFeatures)
  const lookups = view.getUint16(8)
  const rules: Rules = { singles: new Map(), ligatures: new Map() }
  for (let index = 0; index < view.getUint16(lookups); index++)
    if (!unused.has(index))
      readLookup(view, lookups + view.getUint16(lookups + 2 + 2 * index), rules)
  return rules
}

function lookupsOnlyOf(view: DataView, features: readonly string[]): ReadonlySet<number> {
  const list = view.getUint16(6)
  const inside = new Set<number>()
  const outside = new Set<number>()
  for (let index = 0; index < view.getUint16(list); index++) {
    const record = list + 2 + 6 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(record + i)))
    const feature = list + view.getUint16(record + 4)
    for (const lookup of uint16s(view, feature + 2))
      (features.includes(tag) ? inside : outside).add(lookup)
  }
  for (const lookup of outside) inside.delete(lookup)
  return inside
}

/** A count, then as many numbers. */
function uint16s(view: DataView, at: number): readonly number[] {
  return Array.from({ length: view.getUint16(at) }, (_, i) => view.getUint16(at + 2 + 2 * i))
}

function readLookup(view: DataView, lookup: number, rules: Rules): void {
  const type = view.getUint16(lookup)
  for (const offset of uint16s(view, lookup + 4)) {
    const subtable = lookup + offset
    if (type === TYPE.extension)
      readSubtable(
        view,
        view.getUint16(subtable + 2),
        subtable + view.getUint32(subtable + 4),
        rules,
      )
    else readSubtable(view, type, subtable, rules)
  }
}

function readSubtable(view: DataView, type: number, at: number, rules: Rules): void {
  if (type === TYPE.single) readSingle(view, at, rules)
  else if (type === TYPE.multiple || type === TYPE.alternate) readSequences(view, at, rules)
  else if (type === TYPE.ligature) readLigatures(view, at, rules)
}

function readSingle(view: DataView, at: number, { singles }: Rules): void {
  const isDelta = view.getUint16(at) === 1
  for (const [index, glyph] of coverage(view, at + view.getUint16(at + 2)).entries()) {
    const other = isDelta
      ? (glyph + view.getUint16(at + 4)) & 0xffff
      : view.getUint16(at + 6 + 2 * index)
    append(singles, glyph, [other])
  }
}

function readSequences(view: DataView, at: number, { singles }: Rules): void {
  for (const [index, glyph] of coverage(view, at + view.getUint16(at + 2)).entries())
    append(singles, glyph, uint16s(view, at + view.getUint16(at + 6 + 2 * index)))
}

function readLigatures(view: DataView, at: number, { ligatures }: Rules): void {
  for (const [index, glyph] of coverage(view, at + view.getUint16(at + 2)).entries()) {
    const set = at + view.getUint16(at + 6 + 2 * index)
    append(
      ligatures,
      glyph,
      uint16s(view, set).map((offset) => readLigature(view, set + offset)),
    )
  }
}

function readLigature(view: DataView, at: number): Ligature {
  // The count takes in the first glyph, which the list leaves out.
  const length = view.getUint16(at + 2) - 1
  const rest = Array.from({ length }, (_, i) => view.getUint16(at + 4 + 2 * i))
  return { rest, glyph: view.getUint16(at) }
}

/** Glyphs in the order of their coverage index. */
function coverage(view: DataView, at: number): readonly number[] {
  if (view.getUint16(at) === 1) return uint16s(view, at + 2)
  const glyphs: number[] = []
  for (let range = 0; range < view.getUint16(at + 2); range++) {
    const record = at + 4 + 6 * range
    for (let glyph = view.getUint16(record); glyph <= view.getUint16(record + 2); glyph++)
      glyphs.push(glyph)
  }
  return glyphs
}

function append<Value>(map: Map<number, Value[]>, key: number, values: readonly Value[]): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [...values])
  else known.push(...values)
}
