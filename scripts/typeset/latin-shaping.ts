/**
 * Kerning and ligatures of plain Latin text, read directly from the font: `fontkit` decodes whole tables
 * for the first word of every face, which is a fifth of the time of a cold brief. Source: OpenType 1.9.1,
 * chapters “GPOS” (lookup types 2 and 9), “GSUB” (types 4 and 7) and “Common Table Formats”.
 */
import { readTables } from '../font/sfnt-tables.ts'

export type LatinShaping = {
  /** What the first glyph's advance changes by before the second, in font units. */
  kern(left: number, right: number): number
  /** The ligature that begins at a place, and how many glyphs it stands for. */
  ligatureAt(glyphs: readonly number[], at: number): Ligature | undefined
}

export type Ligature = { readonly glyph: number; readonly length: number }

type Subtable = { readonly view: DataView; readonly at: number }
/** Subtables in order: the first that knows the glyphs decides. */
type Lookup = readonly Subtable[]

const PAIR_POSITIONING = 2
const POSITIONING_EXTENSION = 9
const LIGATURE = 4
const SUBSTITUTION_EXTENSION = 7

export function readLatinShaping(fontFile: Uint8Array): LatinShaping {
  const tables = readTables(fontFile)
  const kerning = lookupsOf(tables.get('GPOS'), 'kern', {
    type: PAIR_POSITIONING,
    extension: POSITIONING_EXTENSION,
  })
  const ligatures = lookupsOf(tables.get('GSUB'), 'liga', {
    type: LIGATURE,
    extension: SUBSTITUTION_EXTENSION,
  }).flat()
  const known = new Map<number, number>()
  return {
    kern(left, right) {
      const pair = left * 0x10000 + right
      const value =
        known.get(pair) ?? kerning.reduce((sum, one) => sum + pairValue(one, left, right), 0)
      known.set(pair, value)
      return value
    },
    ligatureAt: (glyphs, at) => firstOf(ligatures, (subtable) => ligatureIn(subtable, glyphs, at)),
  }
}

type LookupType = { readonly type: number; readonly extension: number }

/** Of a feature of the Latin script, default language. */
function lookupsOf(
  table: Uint8Array | undefined,
  tag: string,
  kind: LookupType,
): readonly Lookup[] {
  if (table === undefined) return []
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const language = latinLanguage(view)
  if (language === undefined) return []
  const features = offsetAt(view, 0, 6)
  const indices = range(view.getUint16(language + 4)).flatMap((index) => {
    const record = features + 2 + 6 * view.getUint16(language + 6 + 2 * index)
    if (tagAt(view, record) !== tag) return []
    const feature = offsetAt(view, features, record - features + 4)
    return range(view.getUint16(feature + 2)).map((i) => view.getUint16(feature + 4 + 2 * i))
  })
  const lookups = offsetAt(view, 0, 8)
  return [...new Set(indices)]
    .sort((a, b) => a - b)
    .map((index) => subtablesOf(view, offsetAt(view, lookups, 2 + 2 * index), kind))
}

function latinLanguage(view: DataView): number | undefined {
  const scripts = offsetAt(view, 0, 4)
  const records = range(view.getUint16(scripts)).map((index) => scripts + 2 + 6 * index)
  const record =
    records.find((at) => tagAt(view, at) === 'latn') ??
    records.find((at) => tagAt(view, at) === 'DFLT')
  if (record === undefined) return undefined
  const script = scripts + view.getUint16(record + 4)
  return offsetAt(view, script, 0)
}

function subtablesOf(view: DataView, lookup: number, { type, extension }: LookupType): Lookup {
  return range(view.getUint16(lookup + 4)).flatMap((index) => {
    const at = offsetAt(view, lookup, 6 + 2 * index)
    if (view.getUint16(lookup) === type) return [{ view, at }]
    const isExtended = view.getUint16(lookup) === extension && view.getUint16(at + 2) === type
    return isExtended ? [{ view, at: at + view.getUint32(at + 4) }] : []
  })
}

function pairValue(lookup: Lookup, left: number, right: number): number {
  return firstOf(lookup, (subtable) => pairValueIn(subtable, left, right)) ?? 0
}

const X_ADVANCE = 0x0004

function pairValueIn({ view, at }: Subtable, left: number, right: number): number | undefined {
  const covered = coverageIndex(view, offsetAt(view, at, 2), left)
  if (covered === undefined) return undefined
  const format = view.getUint16(at + 4)
  const sizes = [format, view.getUint16(at + 6)].map(valueLength)
  const record =
    view.getUint16(at) === 1
      ? pairRecord(view, offsetAt(view, at, 10 + 2 * covered), right, 2 + sum(sizes))
      : classRecord({ view, at }, [left, right], sum(sizes))
  if (record === undefined) return undefined
  return (format & X_ADVANCE) === 0 ? 0 : view.getInt16(record + valueLength(format & 0x0003))
}

/** Two bytes for each bit of a value format. */
function valueLength(format: number): number {
  let bytes = 0
  for (let bits = format; bits !== 0; bits >>= 1) bytes += 2 * (bits & 1)
  return bytes
}

function pairRecord(
  view: DataView,
  set: number,
  right: number,
  length: number,
): number | undefined {
  const found = search(
    view.getUint16(set),
    (index) => right - view.getUint16(set + 2 + length * index),
  )
  return found === undefined ? undefined : set + 2 + length * found + 2
}

function classRecord(
  { view, at }: Subtable,
  [left, right]: readonly [number, number],
  length: number,
): number {
  const first = classOf(view, offsetAt(view, at, 8), left)
  const second = classOf(view, offsetAt(view, at, 10), right)
  return at + 16 + length * (first * view.getUint16(at + 14) + second)
}

function ligatureIn(
  { view, at }: Subtable,
  glyphs: readonly number[],
  start: number,
): Ligature | undefined {
  const covered = coverageIndex(view, offsetAt(view, at, 2), glyphs[start] ?? 0)
  if (covered === undefined) return undefined
  const set = offsetAt(view, at, 6 + 2 * covered)
  return firstOf(range(view.getUint16(set)), (index) => {
    const ligature = offsetAt(view, set, 2 + 2 * index)
    const length = view.getUint16(ligature + 2)
    const fits = range(length - 1).every(
      (i) => glyphs[start + 1 + i] === view.getUint16(ligature + 4 + 2 * i),
    )
    return fits ? { glyph: view.getUint16(ligature), length } : undefined
  })
}

function coverageIndex(view: DataView, at: number, glyph: number): number | undefined {
  const count = view.getUint16(at + 2)
  if (view.getUint16(at) === 1)
    return search(count, (index) => glyph - view.getUint16(at + 4 + 2 * index))
  const found = searchRange(view, { at: at + 4, count }, glyph)
  if (found === undefined) return undefined
  return view.getUint16(found + 4) + glyph - view.getUint16(found)
}

function classOf(view: DataView, at: number, glyph: number): number {
  if (view.getUint16(at) === 1) {
    const index = glyph - view.getUint16(at + 2)
    const isInside = index >= 0 && index < view.getUint16(at + 4)
    return isInside ? view.getUint16(at + 6 + 2 * index) : 0
  }
  const found = searchRange(view, { at: at + 4, count: view.getUint16(at + 2) }, glyph)
  return found === undefined ? 0 : view.getUint16(found + 4)
}

/** Among records of first glyph, last glyph and a number. */
function searchRange(
  view: DataView,
  { at, count }: { readonly at: number; readonly count: number },
  glyph: number,
): number | undefined {
  const found = search(count, (index) => {
    const first = view.getUint16(at + 6 * index)
    if (glyph < first) return glyph - first
    return Math.max(0, glyph - view.getUint16(at + 6 * index + 2))
  })
  return found === undefined ? undefined : at + 6 * found
}

/** Index in a sorted list at which `compare` is 0: negative before it, positive behind. */
function search(count: number, compare: (index: number) => number): number | undefined {
  let low = 0
  let high = count - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compare(middle)
    if (order === 0) return middle
    if (order < 0) high = middle - 1
    else low = middle + 1
  }
  return undefined
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

function range(count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** A table whose offset from `base` stands at `base + field`. */
function offsetAt(view: DataView, base: number, field: number): number {
  return base + view.getUint16(base + field)
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...range(4).map((index) => view.getUint8(at + index)))
}
