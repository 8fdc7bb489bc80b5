/** A TrueType file as its tables, and back. Source: OpenType 1.9.1, “OpenType font file”. */

export type FontTables = ReadonlyMap<string, Uint8Array>

const TRUETYPE = 0x0001_0000
const HEADER_LENGTH = 12
const RECORD_LENGTH = 16
/** `checkSumAdjustment` in “head”, and what the whole file has to add up to with it. */
const ADJUSTMENT_AT = 8
const WHOLE_SUM = 0xb1b0_afba

export function readTables(file: Uint8Array): FontTables {
  // A Buffer's `slice` is no copy; a font file is shared by all documents.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, Uint8Array>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = HEADER_LENGTH + RECORD_LENGTH * i
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4))
    const offset = view.getUint32(record + 8)
    tables.set(tag, bytes.subarray(offset, offset + view.getUint32(record + 12)))
  }
  return tables
}

/** The file, its tables in order of their tags and all its sums right. */
export function writeTables(tables: FontTables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const headerLength = HEADER_LENGTH + RECORD_LENGTH * sorted.length
  const length = sorted.reduce((sum, [, table]) => sum + padded(table.length), headerLength)
  const file = new Uint8Array(length)
  const view = new DataView(file.buffer)
  writeHeader(view, sorted.length)
  let offset = headerLength
  let head = 0
  for (const [index, [tag, table]] of sorted.entries()) {
    file.set(table, offset)
    if (tag === 'head') {
      head = offset
      view.setUint32(head + ADJUSTMENT_AT, 0)
    }
    const record = HEADER_LENGTH + RECORD_LENGTH * index
    for (let i = 0; i < 4; i++) view.setUint8(record + i, tag.charCodeAt(i))
    view.setUint32(record + 4, sumOf(view, offset, offset + padded(table.length)))
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, table.length)
    offset += padded(table.length)
  }
  view.setUint32(head + ADJUSTMENT_AT, WHOLE_SUM - sumOf(view, 0, length))
  return file
}

function writeHeader(view: DataView, tableCount: number): void {
  const entrySelector = Math.floor(Math.log2(tableCount))
  const searchRange = RECORD_LENGTH * 2 ** entrySelector
  view.setUint32(0, TRUETYPE)
  view.setUint16(4, tableCount)
  view.setUint16(6, searchRange)
  view.setUint16(8, entrySelector)
  view.setUint16(10, RECORD_LENGTH * tableCount - searchRange)
}

function padded(length: number): number {
  return (length + 3) & ~3
}

function sumOf(view: DataView, from: number, to: number): number {
  let sum = 0
  for (let at = from; at < to; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}
