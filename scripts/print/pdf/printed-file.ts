/**
 * A PDF as Skia writes it for Chromium: one revision, a classic cross-reference table (ISO 32000-1, 7.5.4), every
 * object at its offset. Anything else is refused with an UnexpectedPdf that says what was met.
 */
import { type Entries, readEntries, refOf } from './entries.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

export type PrintedFile = {
  readonly trailer: Entries
  /** Numbers of all objects. */
  readonly ids: Iterable<number>
  /** The first number that no object has. */
  readonly size: number
  /** What stands between `obj` and `endobj`; of a stream, its dictionary. */
  source(id: number): string
  entries(id: number): Map<string, string>
  /** The bytes of a stream as they are packed; undefined for other objects. */
  stream(id: number): Uint8Array | undefined
}

export function openPrinted(bytes: Uint8Array): PrintedFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!file.toString('latin1', 0, 8).startsWith('%PDF-1.')) throw new UnexpectedPdf('it is no PDF')
  const { offsets, trailer, size } = readTable(file)
  const objects = new Map<number, ObjectSource>()
  const objectOf = (id: number): ObjectSource => {
    const known = objects.get(id)
    if (known !== undefined) return known
    const read = readObject(file, id, offsets)
    objects.set(id, read)
    return read
  }
  return {
    trailer,
    ids: offsets.keys(),
    size,
    source: (id) => objectOf(id).source,
    entries: (id) => readEntries(objectOf(id).source),
    stream: (id) => objectOf(id).data,
  }
}

/** The number in an entry that refers to an object; throws where there is none. */
export function refIn(entries: Entries, key: string): number {
  const id = refOf(entries.get(key))
  if (id === undefined) throw new UnexpectedPdf(`/${key} refers to no object`)
  return id
}

type Table = {
  readonly offsets: ReadonlyMap<number, number>
  readonly trailer: Entries
  readonly size: number
}

const ENTRY_LENGTH = 20

function readTable(file: Buffer): Table {
  const tail = file.toString('latin1', Math.max(0, file.length - 64))
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  if (!(start < file.length)) throw new UnexpectedPdf('its end is missing')
  const table = file.toString('latin1', start)
  const head = /^xref\r?\n0 (\d+)\s*?\r?\n/.exec(table)
  if (head === null) throw new UnexpectedPdf('it has no cross-reference table of one section')
  const size = Number(head[1])
  const offsets = new Map<number, number>()
  for (let id = 0; id < size; id++) {
    const at = head[0].length + id * ENTRY_LENGTH
    const entry = /^(\d{10}) (\d{5}) ([nf])/.exec(table.slice(at, at + ENTRY_LENGTH))
    if (entry === null) throw new UnexpectedPdf('its cross-reference table breaks off')
    if (entry[3] === 'n') offsets.set(id, Number(entry[1]))
  }
  const rest = table.slice(head[0].length + size * ENTRY_LENGTH)
  if (!rest.startsWith('trailer')) throw new UnexpectedPdf('its trailer is missing')
  const trailer = readEntries(rest.slice('trailer'.length))
  if (trailer.has('Prev')) throw new UnexpectedPdf('it has more than one revision')
  if (trailer.has('Encrypt')) throw new UnexpectedPdf('it is encrypted')
  return { offsets, trailer, size }
}

type ObjectSource = { readonly source: string; readonly data: Uint8Array | undefined }

const STREAM = /\bstream\r?\n/g
/** A dictionary of ours is never longer; what is longer is a stream, cut here before its data. */
const LONGEST_STREAM_DICTIONARY = 1 << 16

function readObject(file: Buffer, id: number, offsets: ReadonlyMap<number, number>): ObjectSource {
  const offset = offsets.get(id)
  const head = `${id} 0 obj`
  if (offset === undefined || file.toString('latin1', offset, offset + head.length) !== head)
    throw new UnexpectedPdf(`object ${id} is not where the table says`)
  const start = offset + head.length
  const end = file.indexOf('endobj', start, 'latin1')
  if (end < 0) throw new UnexpectedPdf(`object ${id} has no end`)
  const text = file.toString('latin1', start, Math.min(end, start + LONGEST_STREAM_DICTIONARY))
  STREAM.lastIndex = 0
  const mark = text.includes('/Length') ? STREAM.exec(text) : null
  if (mark === null) return { source: file.toString('latin1', start, end).trim(), data: undefined }
  const source = text.slice(0, mark.index).trim()
  const length = Number(readEntries(source).get('Length') ?? Number.NaN)
  const dataStart = start + mark.index + mark[0].length
  const isWhole = file.toString('latin1', dataStart + length, dataStart + length + 12).trimStart()
  if (!isWhole.startsWith('endstream')) throw new UnexpectedPdf(`the stream ${id} is not whole`)
  return { source, data: file.subarray(dataStart, dataStart + length) }
}
