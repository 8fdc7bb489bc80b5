/**
 * A font file of the glyphs that a document shows, in the order of their CIDs (ISO 32000-1, 9.9). Written
 * here and not by fontkit, whose subsets keep the limits and boxes of the whole font, have no checksums and
 * know no glyphs joined of several: a strict reader may refuse what exceeds “maxp”.
 */
import { writeTables } from '../font/sfnt-tables.ts'
import { type GlyphData, joinParts, NO_GLYPH, unite } from './glyph-data.ts'
import { EMPTY_GLYPH, type ShapedGlyph } from './shaped-glyph.ts'
import { openSource, type PlacedGlyph, type SourceFont } from './source-font.ts'

export type SubsetGlyph = Pick<ShapedGlyph, 'id' | 'parts' | 'defaultAdvance'>

export const MISSING_GLYPH: SubsetGlyph = { id: 0, parts: [], defaultAdvance: 0 }

/** Copied as they are: the programs that hint the outlines. */
const HINTING_TABLES = ['cvt ', 'fpgm', 'prep']

/** `fontFile` is a whole TrueType font. Throws when it lacks a table that every TrueType font has. */
export function writeSubset(fontFile: Uint8Array, glyphs: readonly SubsetGlyph[]): Uint8Array {
  const source = openSource(fontFile)
  const collector = new GlyphCollector(source, glyphs)
  const placed = collector.collect()
  const { loca, glyf, isLong } = writeOutlines(placed)
  const tables = new Map<string, Uint8Array>([
    ['head', writeHead(source.table('head'), placed, isLong)],
    ['hhea', writeHhea(source.table('hhea'), placed)],
    ['maxp', writeMaxp(source.table('maxp'), placed)],
    ['hmtx', writeHmtx(placed)],
    ['loca', loca],
    ['glyf', glyf],
  ])
  for (const tag of HINTING_TABLES) {
    const table = source.tables.get(tag)
    if (table !== undefined) tables.set(tag, table)
  }
  return writeTables(tables)
}

/** Glyphs asked for keep their order; what they are composed of comes behind them. */
class GlyphCollector {
  readonly #source: SourceFont
  readonly #glyphs: readonly SubsetGlyph[]
  readonly #placed: PlacedGlyph[] = []
  readonly #components: PlacedGlyph[] = []
  readonly #numbers = new Map<number, number>()

  constructor(source: SourceFont, glyphs: readonly SubsetGlyph[]) {
    this.#source = source
    this.#glyphs = glyphs
  }

  collect(): readonly PlacedGlyph[] {
    for (const glyph of this.#glyphs) this.#placed.push(this.#place(glyph))
    return [...this.#placed, ...this.#components]
  }

  #place(glyph: SubsetGlyph): PlacedGlyph {
    if (glyph.id === EMPTY_GLYPH) return { data: NO_GLYPH, advance: 0, bearing: 0 }
    if (glyph.parts.length === 0) return this.#own(glyph.id)
    const parts = glyph.parts.flatMap((part) => {
      const { number, data } = this.#component(part.id)
      return data.bounds === undefined ? [] : [{ ...part, id: number, data }]
    })
    const data = parts.length === 0 ? NO_GLYPH : joinParts(parts)
    const advance = Math.round(glyph.defaultAdvance * this.#source.unitsPerEm)
    return { data, advance, bearing: data.bounds?.minX ?? 0 }
  }

  #own(id: number): PlacedGlyph {
    return this.#source.glyph(id, (component) => this.#component(component))
  }

  #component(id: number): { readonly number: number; readonly data: GlyphData } {
    const known = this.#numbers.get(id)
    if (known !== undefined) {
      const placed = this.#components[known - this.#glyphs.length]
      return { number: known, data: placed?.data ?? NO_GLYPH }
    }
    const placed = this.#own(id)
    const number = this.#glyphs.length + this.#components.length
    this.#numbers.set(id, number)
    this.#components.push(placed)
    return { number, data: placed.data }
  }
}

/** Offsets of the short “loca” count pairs of bytes, so that every glyph is padded to an even length. */
function writeOutlines(placed: readonly PlacedGlyph[]): {
  readonly loca: Uint8Array
  readonly glyf: Uint8Array
  readonly isLong: boolean
} {
  const offsets = [0]
  for (const { data } of placed) offsets.push((offsets.at(-1) ?? 0) + evenLength(data.bytes))
  const length = offsets.at(-1) ?? 0
  const isLong = length > 2 * 0xffff
  const glyf = new Uint8Array(length)
  const loca = new Uint8Array(offsets.length * (isLong ? 4 : 2))
  const view = viewOf(loca)
  for (const [index, offset] of offsets.entries()) {
    glyf.set(placed[index]?.data.bytes ?? [], offset)
    if (isLong) view.setUint32(4 * index, offset)
    else view.setUint16(2 * index, offset / 2)
  }
  return { loca, glyf, isLong }
}

function evenLength(bytes: Uint8Array): number {
  return (bytes.length + 1) & ~1
}

function writeHead(
  source: Uint8Array,
  placed: readonly PlacedGlyph[],
  isLong: boolean,
): Uint8Array {
  const head = source.slice()
  const view = viewOf(head)
  const box = placed.flatMap(({ data: { bounds } }) => bounds ?? []).reduce(unite, undefined)
  view.setInt16(36, box?.minX ?? 0)
  view.setInt16(38, box?.minY ?? 0)
  view.setInt16(40, box?.maxX ?? 0)
  view.setInt16(42, box?.maxY ?? 0)
  view.setInt16(50, isLong ? 1 : 0)
  return head
}

/** Side bearings count where something is drawn (OpenType 1.9.1, “hhea”). */
function writeHhea(source: Uint8Array, placed: readonly PlacedGlyph[]): Uint8Array {
  const hhea = source.slice()
  const view = viewOf(hhea)
  const drawn = placed.flatMap(({ data: { bounds }, advance, bearing }) => {
    if (bounds === undefined) return []
    const extent = bearing + bounds.maxX - bounds.minX
    return [{ bearing, extent, right: advance - extent }]
  })
  view.setUint16(10, Math.max(0, ...placed.map(({ advance }) => advance)))
  view.setInt16(12, Math.min(...drawn.map(({ bearing }) => bearing)))
  view.setInt16(14, Math.min(...drawn.map(({ right }) => right)))
  view.setInt16(16, Math.max(...drawn.map(({ extent }) => extent)))
  view.setUint16(34, placed.length)
  return hhea
}

function writeHmtx(placed: readonly PlacedGlyph[]): Uint8Array {
  const hmtx = new Uint8Array(4 * placed.length)
  const view = viewOf(hmtx)
  for (const [index, { advance, bearing }] of placed.entries()) {
    view.setUint16(4 * index, advance)
    view.setInt16(4 * index + 2, bearing)
  }
  return hmtx
}

/** The limits a reader makes room for. Those of the hinting programs stay the font's. */
function writeMaxp(source: Uint8Array, placed: readonly PlacedGlyph[]): Uint8Array {
  const maxp = source.slice()
  const view = viewOf(maxp)
  const most = (isComposite: boolean, of: (data: GlyphData) => number): number =>
    Math.max(0, ...placed.map(({ data }) => (data.isComposite === isComposite ? of(data) : 0)))
  view.setUint16(4, placed.length)
  view.setUint16(
    6,
    most(false, ({ points }) => points),
  )
  view.setUint16(
    8,
    most(false, ({ contours }) => contours),
  )
  view.setUint16(
    10,
    most(true, ({ points }) => points),
  )
  view.setUint16(
    12,
    most(true, ({ contours }) => contours),
  )
  view.setUint16(
    28,
    most(true, ({ elements }) => elements),
  )
  view.setUint16(
    30,
    most(true, ({ depth }) => depth),
  )
  return maxp
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
