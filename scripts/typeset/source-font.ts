/** The font file that a subset is made from: its tables, and its glyphs, each read once per process. */
import { type FontTables, readTables } from '../font/sfnt-tables.ts'
import { type GlyphData, readGlyph } from './glyph-data.ts'

const sources = new WeakMap<Uint8Array, SourceFont>()

/** `fontFile` is a whole TrueType font, the same object for the same font. */
export function openSource(fontFile: Uint8Array): SourceFont {
  const source = sources.get(fontFile) ?? new SourceFont(readTables(fontFile))
  sources.set(fontFile, source)
  return source
}

export type PlacedGlyph = {
  readonly data: GlyphData
  readonly advance: number
  readonly bearing: number
}

type Metrics = Omit<PlacedGlyph, 'data'>

export class SourceFont {
  readonly tables: FontTables
  readonly unitsPerEm: number
  readonly #isLong: boolean
  readonly #metricCount: number
  /** Those without components: what is composed is numbered anew in every subset. */
  readonly #simpleGlyphs = new Map<number, PlacedGlyph>()

  constructor(tables: FontTables) {
    this.tables = tables
    this.unitsPerEm = viewOf(this.table('head')).getUint16(18)
    this.#isLong = viewOf(this.table('head')).getInt16(50) === 1
    this.#metricCount = viewOf(this.table('hhea')).getUint16(34)
  }

  table(tag: string): Uint8Array {
    const table = this.tables.get(tag)
    if (table === undefined) throw new Error(`font has no ${tag} table`)
    return table
  }

  glyph(id: number, componentOf: Parameters<typeof readGlyph>[1]): PlacedGlyph {
    const known = this.#simpleGlyphs.get(id)
    if (known !== undefined) return known
    const data = readGlyph(this.#outline(id), componentOf)
    const glyph = { data, ...this.#metrics(id) }
    if (!data.isComposite) this.#simpleGlyphs.set(id, glyph)
    return glyph
  }

  #outline(id: number): Uint8Array {
    const loca = viewOf(this.table('loca'))
    const offset = (index: number): number =>
      this.#isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index)
    return this.table('glyf').subarray(offset(id), offset(id + 1))
  }

  /** Glyphs past the last full record share its advance. */
  #metrics(id: number): Metrics {
    const hmtx = viewOf(this.table('hmtx'))
    const count = this.#metricCount
    const advance = hmtx.getUint16(4 * Math.min(id, count - 1))
    const bearing = hmtx.getInt16(id < count ? 4 * id + 2 : 4 * count + 2 * (id - count))
    return { advance, bearing }
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
