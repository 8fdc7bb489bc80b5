/** A TrueType program of a few letters of Noto Sans, cut by hand so that nothing of our writer judges itself. */
import { readFontFile } from '../../scripts/font/faces.ts'
import { readFontMetrics } from '../../scripts/font/sfnt.ts'

const source = new Uint8Array(readFontFile({ family: 'Noto Sans', weight: 400, isItalic: false }))
const metrics = readFontMetrics(source)
const view = new DataView(source.buffer, source.byteOffset, source.byteLength)

/** Glyph 0 is .notdef, glyph 1 the space, glyph 2 `A`, and so on through these letters. */
export const LETTERS = ' ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,-'

export function glyphOf(letter: string): number {
  return LETTERS.indexOf(letter) + 1
}

export const GLYPH_COUNT = LETTERS.length + 1

/** Thousandths of the size. */
export function widthOf(letter: string): number {
  return (
    (metrics.advanceOf(metrics.glyphOf(letter.codePointAt(0) ?? 0)) * 1000) / metrics.unitsPerEm
  )
}

export type Cmap = { readonly platform: number; readonly encoding: number; readonly first: number }

/** `first` is the code of the space; codes go on through ASCII. */
export function tinyFont(cmaps: readonly Cmap[] = []): Uint8Array {
  const ids = [0, ...[...LETTERS].map((letter) => metrics.glyphOf(letter.codePointAt(0) ?? 0))]
  const outlines = ids.map(outlineOf)
  const head = copyOf('head')
  new DataView(head.buffer).setInt16(50, 1)
  const maxp = copyOf('maxp')
  new DataView(maxp.buffer).setUint16(4, ids.length)
  const hhea = copyOf('hhea')
  new DataView(hhea.buffer).setUint16(34, ids.length)
  return packTables({
    ...(cmaps.length === 0 ? {} : { cmap: makeCmap(cmaps) }),
    glyf: Buffer.concat(outlines),
    head,
    hhea,
    hmtx: Buffer.concat(ids.map((id) => uint16s([metrics.advanceOf(id), 0]))),
    loca: makeLoca(outlines),
    maxp,
  })
}

function tableAt(tag: string): { readonly offset: number; readonly length: number } {
  for (let record = 12; record < 12 + 16 * view.getUint16(4); record += 16) {
    const name = Buffer.from(source.subarray(record, record + 4)).toString('latin1')
    if (name === tag)
      return { offset: view.getUint32(record + 8), length: view.getUint32(record + 12) }
  }
  throw new Error(`Noto Sans has no ${tag} table`)
}

function copyOf(tag: string): Uint8Array {
  const { offset, length } = tableAt(tag)
  return source.slice(offset, offset + length)
}

function outlineOf(id: number): Uint8Array {
  const isLong = view.getInt16(tableAt('head').offset + 50) === 1
  const loca = tableAt('loca').offset
  const at = (glyph: number): number =>
    isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  const glyf = tableAt('glyf').offset
  return source.slice(glyf + at(id), glyf + at(id + 1))
}

function makeLoca(outlines: readonly Uint8Array[]): Uint8Array {
  const loca = new DataView(new ArrayBuffer(4 * (outlines.length + 1)))
  let offset = 0
  for (const [index, outline] of outlines.entries()) {
    offset += outline.length
    loca.setUint32(4 * (index + 1), offset)
  }
  return new Uint8Array(loca.buffer)
}

/** Format 6 subtables: one range of codes (OpenType 1.9.1, “cmap”). */
function makeCmap(cmaps: readonly Cmap[]): Uint8Array {
  const glyphs = Array.from({ length: 95 }, (_, i) => glyphOf(String.fromCharCode(32 + i)))
  const size = 10 + 2 * glyphs.length
  const header = [0, cmaps.length]
  const start = 4 + 8 * cmaps.length
  const records = cmaps.flatMap(({ platform, encoding }, i) => [
    platform,
    encoding,
    0,
    start + i * size,
  ])
  const tables = cmaps.flatMap(({ first }) => [6, size, 0, first, glyphs.length, ...glyphs])
  return uint16s([...header, ...records, ...tables])
}

function uint16s(values: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(2 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(value, 2 * index)
  return bytes
}

function packTables(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables)
  const header = Buffer.alloc(12 + 16 * entries.length)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(entries.length, 4)
  const parts: Uint8Array[] = [header]
  let offset = header.length
  for (const [index, [tag, table]] of entries.entries()) {
    const record = 12 + 16 * index
    header.write(tag, record, 'latin1')
    header.writeUInt32BE(offset, record + 8)
    header.writeUInt32BE(table.length, record + 12)
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
    parts.push(padded)
    offset += padded.length
  }
  return Buffer.concat(parts)
}
