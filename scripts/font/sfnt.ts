/**
 * The three tables of a TrueType file that widths and coverage need, read directly: `fontkit` costs 85 ms
 * to load and 90 ms for a first layout, which is half the time a cold HTML build may take.
 * Source: OpenType 1.9.1, chapters "cmap" (formats 4 and 12), "hmtx", "hhea", "head", "OS/2".
 */
export type FontMetrics = {
  readonly unitsPerEm: number
  /** Glyph of a character; 0 when the font has none. */
  glyphOf(codePoint: number): number
  /** Advance width of a glyph, in font units. */
  advanceOf(glyph: number): number
}

export function readFontMetrics(bytes: Uint8Array): FontMetrics {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = readTableOffsets(view)
  const unitsPerEm = view.getUint16(offsetOf(tables, 'head') + 18)
  const advanceCount = view.getUint16(offsetOf(tables, 'hhea') + 34)
  const hmtx = offsetOf(tables, 'hmtx')
  return {
    unitsPerEm,
    glyphOf: readCharacterMap(view, offsetOf(tables, 'cmap')),
    // Glyphs past the last full record share its advance.
    advanceOf: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, advanceCount - 1)),
  }
}

function readTableOffsets(view: DataView): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const record = 12 + 16 * i
    offsets.set(readTag(view, record), view.getUint32(record + 8))
  }
  return offsets
}

function readTag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))
}

function offsetOf(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag)
  if (offset === undefined) throw new Error(`font has no ${tag} table`)
  return offset
}

function readCharacterMap(view: DataView, cmap: number): (codePoint: number) => number {
  const subtables = new Map<number, number>()
  const count = view.getUint16(cmap + 2)
  for (let i = 0; i < count; i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4)
    subtables.set(view.getUint16(at), at)
  }
  const full = subtables.get(12)
  if (full !== undefined) return readFormat12(view, full)
  const basic = subtables.get(4)
  if (basic !== undefined) return readFormat4(view, basic)
  throw new Error('font has no Unicode character map of format 4 or 12')
}

function readFormat12(view: DataView, at: number): (codePoint: number) => number {
  const groupCount = view.getUint32(at + 12)
  return (codePoint) => {
    let low = 0
    let high = groupCount - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = at + 16 + 12 * middle
      const start = view.getUint32(group)
      if (codePoint < start) high = middle - 1
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1
      else return view.getUint32(group + 8) + codePoint - start
    }
    return 0
  }
}

function readFormat4(view: DataView, at: number): (codePoint: number) => number {
  const doubledCount = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + doubledCount + 2
  const deltas = starts + doubledCount
  const rangeOffsets = deltas + doubledCount
  return (codePoint) => {
    if (codePoint > 0xffff) return 0
    for (let i = 0; i < doubledCount; i += 2) {
      if (codePoint > view.getUint16(ends + i)) continue
      const start = view.getUint16(starts + i)
      if (codePoint < start) return 0
      const rangeOffset = view.getUint16(rangeOffsets + i)
      const delta = view.getUint16(deltas + i)
      if (rangeOffset === 0) return (codePoint + delta) & 0xffff
      const glyph = view.getUint16(rangeOffsets + i + rangeOffset + 2 * (codePoint - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
