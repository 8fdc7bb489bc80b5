/**
 * A zip (APPNOTE.TXT 6.3.10) that somebody else made: nothing it says about itself is believed. Sizes are measured
 * while it is unpacked, names are refused before any of them is used.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import {
  damaged,
  format,
  locked,
  type PptxTemplateError,
  shownName,
  tooLarge,
} from './template-error.ts'

export type Archive = {
  readonly names: readonly string[]
  /** Names of parts are the same whatever their case (ECMA-376 Part 2 §6.2.2.3): as the file writes it. */
  find(name: string): string | undefined
  /** Undefined: no such part. */
  read(name: string): Uint8Array | undefined
}

const MEGABYTE = 1_000_000
const MOST_ENTRIES = 5000
/** However small the file, and however large. */
const LEAST_UNPACKED = 16 * MEGABYTE
const MOST_UNPACKED = 160 * MEGABYTE
/** Templates are mostly XML, which packs to a tenth, and pictures, which do not pack. */
const MOST_RATIO = 100

/** Throws PptxTemplateError. */
export function openArchive(bytes: Uint8Array): Archive {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  refuseOtherFormats(view)
  const entries = new Map<string, Entry>()
  for (const entry of readDirectory(view)) {
    checkName(entry.name)
    const key = entry.name.toLowerCase()
    if (entries.has(key))
      throw damaged(`The PowerPoint template holds \`${shownName(entry.name)}\` twice`)
    entries.set(key, entry)
  }
  const limit = Math.min(MOST_UNPACKED, Math.max(LEAST_UNPACKED, MOST_RATIO * view.length))
  const declared = [...entries.values()].reduce((sum, { size }) => sum + size, 0)
  if (declared > limit) throw bomb(limit)
  let left = limit
  const parts = new Map<string, Uint8Array>()
  return {
    names: [...entries.values()].map(({ name }) => name),
    find: (name) => entries.get(name.toLowerCase())?.name,
    read(name) {
      const key = name.toLowerCase()
      const known = parts.get(key)
      if (known !== undefined) return known
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      const part = unpack(view, entry, { left, limit })
      left -= part.length
      parts.set(key, part)
      return part
    },
  }
}

/** The header of compound files ([MS-CFB] §2.2): what is encrypted stands in one, and so does what PowerPoint 97 wrote. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex')

function refuseOtherFormats(view: Buffer): void {
  if (view.subarray(0, 8).equals(COMPOUND)) {
    const has = (name: string): boolean => view.includes(Buffer.from(name, 'utf16le'))
    if (has('EncryptedPackage')) throw locked()
    if (has('PowerPoint Document'))
      throw format('The PowerPoint template is a .ppt file of PowerPoint 97 to 2003')
    throw format('The PowerPoint template is an old Office file, not a .pptx')
  }
  if (view.length === 0) throw format('The PowerPoint template is empty')
  if (view.toString('latin1', 0, 2) !== 'PK')
    throw format('The PowerPoint template is not a PowerPoint file, whatever its name says')
}

type Entry = {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

function readDirectory(view: Buffer): readonly Entry[] {
  const end = findEnd(view)
  const count = view.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES)
    throw tooLarge(`The PowerPoint template has ${count} parts, more than ${MOST_ENTRIES}`)
  let at = view.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) throw cutOff()
    const nameLength = view.readUInt16LE(at + 28)
    const extraLength = view.readUInt16LE(at + 30)
    const start = at + 46
    if (start + nameLength + extraLength > view.length) throw cutOff()
    const entry = {
      name: view.toString('utf8', start, start + nameLength),
      flags: view.readUInt16LE(at + 8),
      method: view.readUInt16LE(at + 10),
      crc: view.readUInt32LE(at + 16),
      packedSize: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      offset: view.readUInt32LE(at + 42),
    }
    at = start + nameLength + extraLength + view.readUInt16LE(at + 32)
    return entry
  })
}

/** The end of the directory is the last 22 bytes, or stands before a comment of at most 65,535. */
function findEnd(view: Buffer): number {
  const first = Math.max(0, view.length - 22 - 65_535)
  for (let at = view.length - 22; at >= first; at--) if (view.readUInt32LE(at) === END) return at
  throw cutOff()
}

function cutOff(): PptxTemplateError {
  return damaged('The PowerPoint template is cut off or damaged', 'copy or export it again')
}

function bomb(limit: number): PptxTemplateError {
  return tooLarge(`The PowerPoint template unpacks to more than ${Math.round(limit / MEGABYTE)} MB`)
}

function checkName(name: string): void {
  const isBad =
    name === '' ||
    /^[/~]|[\\:\0-\x1f\x7f]/.test(name) ||
    name
      .replace(/%2e/gi, '.')
      .split(/\/|%2f|%5c/i)
      .some((step) => step === '..' || step === '.')
  if (isBad)
    throw damaged(
      `The PowerPoint template holds a part whose name leads out of it: \`${shownName(name)}\``,
    )
}

type Budget = { readonly left: number; readonly limit: number }

function unpack(view: Buffer, entry: Entry, { left, limit }: Budget): Uint8Array {
  if (entry.flags % 2 === 1) throw locked()
  const { offset, packedSize } = entry
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL) throw cutOff()
  const start = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28)
  if (start + packedSize > view.length) throw cutOff()
  const packed = view.subarray(start, start + packedSize)
  if (entry.method === 0 && packed.length > left) throw bomb(limit)
  const bytes = entry.method === 0 ? packed : inflate(packed, entry, { left, limit })
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw cutOff()
  return bytes
}

function inflate(packed: Uint8Array, { method }: Entry, { left, limit }: Budget): Uint8Array {
  if (method !== 8)
    throw damaged('The PowerPoint template is packed in a way that Office does not know')
  if (left < 1) throw bomb(limit)
  try {
    return inflateRawSync(packed, { maxOutputLength: left })
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    throw code === 'ERR_BUFFER_TOO_LARGE' ? bomb(limit) : cutOff()
  }
}
