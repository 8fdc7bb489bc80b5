/**
 * A TrueType font as a WOFF2 file. Written here because the library for it packs only as tightly as it can,
 * 50 to 200 ms a font; and brotli gives the same bytes in every Node we run on, which zlib does not promise.
 * Source: WOFF File Format 2.0, 4 “WOFF2 file format”.
 */
import { brotliCompressSync, constants } from 'node:zlib'
import { type FontTables, readTables } from './sfnt-tables.ts'
import { transformGlyphs } from './woff2-glyphs.ts'

/** How hard to pack: a font cut while somebody waits, or once for all decks to come. */
export type Packing = 'fast' | 'tight'

const QUALITY: Readonly<Record<Packing, number>> = { fast: 5, tight: 11 }

/** Section 4.2, the table of known tags; one that is not among them is written out. */
const KNOWN_TAGS: readonly string[] =
  'cmap head hhea hmtx maxp name OS/2 post cvt fpgm glyf loca prep CFF VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'
    .split(' ')
    .map((tag) => tag.padEnd(4))
const UNKNOWN_TAG = 63

const SIGNATURE = 0x774f4632
const HEADER_LENGTH = 48
/** Bit 11 of the flags in “head”: went through a lossless transformation. */
const LOSSLESS = 0x0800
const HEAD_FLAGS_AT = 16

export function packWoff2(font: Uint8Array, packing: Packing): Uint8Array {
  const tables = markLossless(readTables(font))
  const entries = [...tables]
    .map(([tag, table]) => ({ tag, length: table.length, data: dataOf(tag, table, tables) }))
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
  const directory = entries.flatMap(({ tag, length, data }) => [
    ...tagBytes(tag),
    ...base128(length),
    ...(isTransformed(tag) ? base128(data.length) : []),
  ])
  const content = Buffer.concat(entries.map(({ data }) => data))
  const packed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: QUALITY[packing],
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  })
  return joinFile({ font, tableCount: entries.length, directory, packed })
}

type Parts = {
  readonly font: Uint8Array
  readonly tableCount: number
  readonly directory: readonly number[]
  readonly packed: Uint8Array
}

function joinFile({ font, tableCount, directory, packed }: Parts): Uint8Array {
  const length = padded(HEADER_LENGTH + directory.length + packed.length)
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  view.setUint32(0, SIGNATURE)
  file.set(font.subarray(0, 4), 4)
  view.setUint32(8, length)
  view.setUint16(12, tableCount)
  view.setUint32(16, font.length)
  view.setUint32(20, packed.length)
  view.setUint16(24, 1)
  file.set(directory, HEADER_LENGTH)
  file.set(packed, HEADER_LENGTH + directory.length)
  return file
}

/** The outlines say where each glyph starts, so that “loca” is empty. */
function isTransformed(tag: string): boolean {
  return tag === 'glyf' || tag === 'loca'
}

function dataOf(tag: string, table: Uint8Array, tables: FontTables): Uint8Array {
  if (tag === 'glyf') return transformGlyphs(tables)
  return tag === 'loca' ? new Uint8Array(0) : table
}

function markLossless(tables: FontTables): FontTables {
  const head = Uint8Array.from(tables.get('head') ?? [])
  const view = new DataView(head.buffer)
  view.setUint16(HEAD_FLAGS_AT, view.getUint16(HEAD_FLAGS_AT) | LOSSLESS)
  return new Map([...tables, ['head', head]])
}

function tagBytes(tag: string): readonly number[] {
  const known = KNOWN_TAGS.indexOf(tag)
  if (known >= 0) return [known]
  return [UNKNOWN_TAG, ...[...tag].map((letter) => letter.charCodeAt(0))]
}

/** Section 4.1, “UIntBase128”. */
function base128(value: number): readonly number[] {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return bytes
}

function padded(length: number): number {
  return (length + 3) & ~3
}
