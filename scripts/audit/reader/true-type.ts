/** An embedded TrueType program, as far as an audit asks (OpenType 1.9.1: head, maxp, hhea, hmtx, loca, glyf, cmap). */
export type TrueType = {
  readonly unitsPerEm: number
  readonly glyphCount: number
  /** Units of the font. */
  advanceOf(glyph: number): number
  /** Whether the glyph draws something. */
  hasOutline(glyph: number): boolean
  readonly cmaps: readonly FontCmap[]
}

export type FontCmap = {
  readonly platform: number
  readonly encoding: number
  glyphOf(code: number): number
}

/** A string says what is wrong with the program. */
export function readTrueType(bytes: Uint8Array): TrueType | string {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    if (error instanceof RangeError) return 'the font program is cut off'
    if (error instanceof BadFont) return error.message
    throw error
  }
}

class BadFont extends Error {}

type Table = { readonly offset: number; readonly length: number }

function read(view: DataView): TrueType {
  const tables = readTables(view)
  const need = (tag: string): Table => {
    const table = tables.get(tag)
    if (table === undefined) throw new BadFont(`the font program has no \`${tag}\` table`)
    return table
  }
  const unitsPerEm = view.getUint16(need('head').offset + 18)
  const glyphCount = view.getUint16(need('maxp').offset + 4)
  const metricCount = view.getUint16(need('hhea').offset + 34)
  const hmtx = need('hmtx')
  if (unitsPerEm === 0 || metricCount === 0 || metricCount * 4 > hmtx.length)
    throw new BadFont('the font program has no valid widths')
  const cmap = tables.get('cmap')
  return {
    unitsPerEm,
    glyphCount,
    // Glyphs past the last full record share its advance.
    advanceOf: (glyph) => view.getUint16(hmtx.offset + 4 * Math.min(glyph, metricCount - 1)),
    hasOutline: readOutlines(view, {
      loca: need('loca'),
      glyf: need('glyf'),
      head: need('head'),
      glyphCount,
    }),
    cmaps: cmap === undefined ? [] : readCmaps(view, cmap.offset),
  }
}

function readTables(view: DataView): ReadonlyMap<string, Table> {
  const version = view.getUint32(0)
  if (version !== 0x00010000 && version !== 0x74727565)
    throw new BadFont('the font program is not TrueType')
  const tables = new Map<string, Table>()
  const count = view.getUint16(4)
  for (let i = 0; i < count; i++) {
    const record = 12 + 16 * i
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(record + n)))
    const offset = view.getUint32(record + 8)
    const length = view.getUint32(record + 12)
    if (offset + length > view.byteLength)
      throw new BadFont(`the \`${tag}\` table of the font program is cut off`)
    tables.set(tag, { offset, length })
  }
  return tables
}

function readOutlines(
  view: DataView,
  font: {
    readonly loca: Table
    readonly glyf: Table
    readonly head: Table
    readonly glyphCount: number
  },
): (glyph: number) => boolean {
  const { loca, glyf, glyphCount } = font
  const isLong = view.getInt16(font.head.offset + 50) === 1
  const start = (glyph: number): number =>
    isLong ? view.getUint32(loca.offset + 4 * glyph) : 2 * view.getUint16(loca.offset + 2 * glyph)
  if (loca.length < (glyphCount + 1) * (isLong ? 4 : 2))
    throw new BadFont('the `loca` table of the font program is too short')
  for (let glyph = 0; glyph < glyphCount; glyph++)
    if (start(glyph) > start(glyph + 1) || start(glyph + 1) > glyf.length)
      throw new BadFont(`glyph ${glyph} lies outside the \`glyf\` table of the font program`)
  return (glyph) => glyph < glyphCount && start(glyph + 1) > start(glyph)
}

function readCmaps(view: DataView, cmap: number): readonly FontCmap[] {
  const count = view.getUint16(cmap + 2)
  return Array.from({ length: count }, (_, i) => {
    const record = cmap + 4 + 8 * i
    const at = cmap + view.getUint32(record + 4)
    return {
      platform: view.getUint16(record),
      encoding: view.getUint16(record + 2),
      glyphOf: orMissing(readSubtable(view, at)),
    }
  })
}

/** A subtable that points outside the file has no glyph there. */
function orMissing(glyphOf: (code: number) => number): (code: number) => number {
  return (code) => {
    try {
      return glyphOf(code)
    } catch (error) {
      if (error instanceof RangeError) return 0
      throw error
    }
  }
}

function readSubtable(view: DataView, at: number): (code: number) => number {
  switch (view.getUint16(at)) {
    case 0:
      return (code) => (code < 256 ? view.getUint8(at + 6 + code) : 0)
    case 4:
      return readSegments(view, at)
    case 6: {
      const first = view.getUint16(at + 6)
      const count = view.getUint16(at + 8)
      return (code) =>
        code >= first && code < first + count ? view.getUint16(at + 10 + 2 * (code - first)) : 0
    }
    case 12:
      return readGroups(view, at)
    default:
      // Format 14 and the like give no glyph of a code by itself.
      return () => 0
  }
}

function readSegments(view: DataView, at: number): (code: number) => number {
  const size = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + size]
  const [deltas, offsets] = [starts + size, starts + 2 * size]
  return (code) => {
    for (let i = 0; i < size; i += 2) {
      if (code > view.getUint16(ends + i)) continue
      const start = view.getUint16(starts + i)
      if (code < start) return 0
      const offset = view.getUint16(offsets + i)
      const delta = view.getUint16(deltas + i)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = view.getUint16(offsets + i + offset + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}

function readGroups(view: DataView, at: number): (code: number) => number {
  const count = Math.min(view.getUint32(at + 12), 70_000)
  return (code) => {
    for (let i = 0; i < count; i++) {
      const group = at + 16 + 12 * i
      const start = view.getUint32(group)
      if (code >= start && code <= view.getUint32(group + 4))
        return view.getUint32(group + 8) + code - start
    }
    return 0
  }
}
