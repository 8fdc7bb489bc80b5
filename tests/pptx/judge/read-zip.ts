/** Entries of a zip as its central directory has them (APPNOTE.TXT 6.3.10 §4.3.12), each checked against its local head. */
import { inflateSync } from 'fflate'

export type ZipEntry = {
  readonly path: string
  readonly bytes: Uint8Array
  /** Year, month, day, hour, minute, second as MS-DOS writes them, in no time zone: `1980-01-01 00:00:00`. */
  readonly time: string
  /** 0: stored, 8: deflated; a package may have no other (ECMA-376 Part 2 annex B). */
  readonly method: number
  readonly flags: number
  /** Length of extra fields and comments, which may hold clocks and users. */
  readonly extraLength: number
  readonly hasRightChecksum: boolean
}

const END = 0x06054b50
const CENTRAL = 0x02014b50

export function readZip(file: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let end = file.length - 22
  while (end >= 0 && view.getUint32(end, true) !== END) end--
  if (end < 0) throw new Error('no end of central directory: not a zip')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== CENTRAL) throw new Error(`no entry at ${at}`)
    const entry = readEntry(file, view, at)
    at += 46 + view.getUint16(at + 28, true) + entry.extraLength
    return entry
  })
}

function readEntry(file: Uint8Array, view: DataView, at: number): ZipEntry {
  const method = view.getUint16(at + 10, true)
  const packed = view.getUint32(at + 20, true)
  const size = view.getUint32(at + 24, true)
  const nameLength = view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const data = file.subarray(start, start + packed)
  const bytes = method === 8 ? inflateSync(data, { out: new Uint8Array(size) }) : data
  return {
    path: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)),
    bytes,
    time: dosTime(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
    method,
    flags: view.getUint16(at + 8, true),
    extraLength: view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
    hasRightChecksum: bytes.length === size && checksum(bytes) === view.getUint32(at + 16, true),
  }
}

function dosTime(day: number, time: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${1980 + (day >> 9)}-${two((day >> 5) & 15)}-${two(day & 31)}`
  return `${date} ${two(time >> 11)}:${two((time >> 5) & 63)}:${two((time & 31) * 2)}`
}

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0)
  return (value ^ 0xffffffff) >>> 0
}
