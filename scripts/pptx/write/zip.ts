/**
 * A zip archive (PKWARE APPNOTE 6.3.10) of deflated files. Its own writer because half of a package is the same in every
 * deck of a shelf, and deflating is what costs: that half is deflated once. Compression is fflate's, which gives the
 * same bytes on every machine; zlib's differ between processors.
 */
import { crc32 } from 'node:zlib'
import { deflateSync } from 'fflate'

export type ZipFile = {
  readonly path: string
  readonly content: string | Uint8Array
  /** Compressed already, such as a photograph. */
  readonly isPacked: boolean
  /** Likely to come again in another archive of this run. */
  readonly isCommon: boolean
}

type Packed = {
  readonly method: 0 | 8
  readonly data: Uint8Array
  readonly size: number
  readonly crc: number
}

type Entry = { readonly name: Uint8Array; readonly packed: Packed }

const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22

/** In the order given; the same files give the same bytes. */
export function writeZip(files: readonly ZipFile[]): Uint8Array {
  const entries = files.map(
    (file): Entry => ({ name: encoder.encode(file.path), packed: pack(file) }),
  )
  const names = entries.reduce((sum, { name }) => sum + name.length, 0)
  const data = entries.reduce((sum, { packed }) => sum + packed.data.length, 0)
  const central = entries.length * CENTRAL_SIZE + names
  const archive = new Uint8Array(entries.length * LOCAL_SIZE + names + data + central + END_SIZE)
  const view = new DataView(archive.buffer)
  let at = 0
  const starts = entries.map((entry) => {
    const start = at
    at = writeLocal(entry, at, archive, view)
    return start
  })
  const centralStart = at
  entries.forEach((entry, index) => {
    at = writeCentral(entry, { at, start: starts[index] ?? 0 }, archive, view)
  })
  writeEnd({ count: entries.length, size: at - centralStart, start: centralStart }, at, view)
  return archive
}

const COMMON_MOST = 512
const common = new Map<string, Packed>()

/** What was used longest ago gives way. */
function pack(file: ZipFile): Packed {
  const { content, isCommon } = file
  if (!isCommon || typeof content !== 'string') return compress(file)
  const packed = common.get(content) ?? compress(file)
  common.delete(content)
  common.set(content, packed)
  if (common.size > COMMON_MOST) common.delete(common.keys().next().value ?? '')
  return packed
}

const encoder = new TextEncoder()

function compress({ content, isPacked }: ZipFile): Packed {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  const plain = { size: bytes.length, crc: crc32(bytes) }
  if (isPacked) return { method: 0, data: bytes, ...plain }
  return { method: 8, data: deflateSync(bytes, { level: 6 }), ...plain }
}

/** Of deflate in a plain folder entry. */
const VERSION = 20
/** Names are UTF-8, not the code page of the first PC. */
const UTF_8 = 1 << 11
/** 1 January 1980, the first day that a zip can name, in its bits: years since 1980, month, day. */
const FIRST_DAY = (1 << 5) | 1

/** What both headers of a file say, from the version on. */
function writeFacts({ name, packed }: Entry, at: number, view: DataView): void {
  view.setUint16(at, VERSION, true)
  if (name.some((byte) => byte > 127)) view.setUint16(at + 2, UTF_8, true)
  view.setUint16(at + 4, packed.method, true)
  view.setUint16(at + 8, FIRST_DAY, true)
  view.setUint32(at + 10, packed.crc, true)
  view.setUint32(at + 14, packed.data.length, true)
  view.setUint32(at + 18, packed.size, true)
  view.setUint16(at + 22, name.length, true)
}

function writeLocal(entry: Entry, at: number, archive: Uint8Array, view: DataView): number {
  view.setUint32(at, 0x04034b50, true)
  writeFacts(entry, at + 4, view)
  archive.set(entry.name, at + LOCAL_SIZE)
  const data = at + LOCAL_SIZE + entry.name.length
  archive.set(entry.packed.data, data)
  return data + entry.packed.data.length
}

type Place = { readonly at: number; readonly start: number }

function writeCentral(
  entry: Entry,
  { at, start }: Place,
  archive: Uint8Array,
  view: DataView,
): number {
  view.setUint32(at, 0x02014b50, true)
  view.setUint16(at + 4, VERSION, true)
  writeFacts(entry, at + 6, view)
  view.setUint32(at + 42, start, true)
  archive.set(entry.name, at + CENTRAL_SIZE)
  return at + CENTRAL_SIZE + entry.name.length
}

type Central = { readonly count: number; readonly size: number; readonly start: number }

function writeEnd({ count, size, start }: Central, at: number, view: DataView): void {
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, count, true)
  view.setUint16(at + 10, count, true)
  view.setUint32(at + 12, size, true)
  view.setUint32(at + 16, start, true)
}
