/** Where every object stands: cross-reference tables and streams (ISO 32000-1, 7.5.4 and 7.5.8). */

import { decodeStream } from './decode-stream.ts'
import { readIndirectObject } from './indirect-object.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { isKind, latin1, type PdfDict, type PdfValue } from './pdf-value.ts'
import { isLineEnd } from './read-string.ts'
import { isWhite, type Note, Scanner } from './scanner.ts'

export type Entry =
  | { readonly kind: 'offset'; readonly offset: number }
  | { readonly kind: 'packed'; readonly stream: number; readonly index: number }

export type CrossReference = {
  readonly entries: ReadonlyMap<number, Entry>
  /** Of the last section; older ones only add entries of objects. */
  readonly trailer: PdfDict
  readonly notes: readonly Note[]
}

/** Far above what a page needs; a table that claims more is not read. */
const MAX_OBJECTS = 1_000_000

type Growing = {
  readonly bytes: Uint8Array
  readonly entries: Map<number, Entry>
  /** Free in a newer section: an older one may not bring it back. */
  readonly free: Set<number>
  readonly notes: Note[]
}

export function readCrossReference(bytes: Uint8Array): CrossReference {
  const growing: Growing = { bytes, entries: new Map(), free: new Set(), notes: [] }
  const visited = new Set<number>()
  let trailer: PdfDict | undefined
  const queue = [findStart(bytes)]
  for (let offset = queue.shift(); offset !== undefined; offset = queue.shift()) {
    if (visited.has(offset)) continue
    visited.add(offset)
    const section = readSection(growing, offset)
    trailer ??= section
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.entries.get(key)
      if (typeof next === 'number') queue.push(next)
    }
  }
  if (trailer === undefined) throw new PdfSyntaxError('there is no trailer')
  return { entries: growing.entries, trailer, notes: growing.notes }
}

function findStart(bytes: Uint8Array): number {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 2048)))
  const digits = /startxref\s+(\d{1,10})\s+%%EOF(?![\s\S]*startxref)/u.exec(tail)?.[1]
  if (digits === undefined)
    throw new PdfSyntaxError('`startxref` and `%%EOF` are missing at the end')
  return Number(digits)
}

function readSection(growing: Growing, offset: number): PdfDict {
  const scanner = new Scanner(growing.bytes, offset, true)
  scanner.skipWhite()
  const isTable = latin1(growing.bytes.subarray(scanner.position, scanner.position + 4)) === 'xref'
  return isTable ? readTable(growing, scanner.position + 4) : readStream(growing, offset)
}

function readTable(growing: Growing, start: number): PdfDict {
  const { bytes, notes } = growing
  checkLineEnd(bytes, start, notes)
  const scanner = new Scanner(bytes, start, true)
  for (;;) {
    const first = scanner.next()
    if (typeof first !== 'number') break
    const count = scanner.value()
    if (typeof count !== 'number' || growing.entries.size + count > MAX_OBJECTS)
      throw new PdfSyntaxError('a subsection of the cross-reference table has no valid count')
    readSubsection(growing, scanner, { first, count })
  }
  const trailer = scanner.value()
  if (!isKind(trailer, 'dict')) throw new PdfSyntaxError('the trailer is no dictionary')
  return trailer
}

/** `xref`, one end of line, then the first subsection (ISO 19005-2, 6.1.4). */
function checkLineEnd(bytes: Uint8Array, at: number, notes: Note[]): void {
  const length = bytes[at] === 0x0d && bytes[at + 1] === 0x0a ? 2 : 1
  const isSingle = isLineEnd(bytes[at]) && !isWhite(bytes[at + length])
  if (!isSingle)
    notes.push({
      clause: 'ISO 19005-2, 6.1.4',
      message: '`xref` is not followed by a single end of line',
    })
}

function readSubsection(
  growing: Growing,
  scanner: Scanner,
  { first, count }: { readonly first: number; readonly count: number },
): void {
  for (let i = 0; i < count; i++) {
    const offset = scanner.value()
    const generation = scanner.value()
    const kind = scanner.next()
    if (typeof offset !== 'number' || typeof generation !== 'number')
      throw new PdfSyntaxError('an entry of the cross-reference table is not made of numbers')
    const isUsed = typeof kind === 'object' && kind?.kind === 'keyword' && kind.word === 'n'
    addEntry(growing, first + i, isUsed ? { kind: 'offset', offset } : undefined)
  }
}

function addEntry(growing: Growing, number: number, entry: Entry | undefined): void {
  if (growing.entries.has(number) || growing.free.has(number)) return
  if (entry === undefined) growing.free.add(number)
  else growing.entries.set(number, entry)
}

function readStream(growing: Growing, offset: number): PdfDict {
  const { value } = readIndirectObject(growing.bytes, { offset }, direct)
  if (!isKind(value, 'stream')) throw new PdfSyntaxError('`startxref` does not lead to a table')
  const { dict } = value
  const data = decodeStream(value.raw, dict, direct)
  const widths = numbersIn(dict.entries.get('W'))
  const size = dict.entries.get('Size')
  if (data === undefined || widths.length !== 3 || typeof size !== 'number')
    throw new PdfSyntaxError('the cross-reference stream cannot be read')
  const index = dict.entries.has('Index') ? numbersIn(dict.entries.get('Index')) : [0, size]
  readEntries(growing, data, { widths, index })
  return dict
}

function readEntries(
  growing: Growing,
  data: Uint8Array,
  { widths, index }: { readonly widths: readonly number[]; readonly index: readonly number[] },
): void {
  const [w0 = 0, w1 = 0, w2 = 0] = widths
  let at = 0
  const field = (width: number): number => {
    let value = 0
    for (let i = 0; i < width; i++) value = value * 256 + (data[at++] ?? 0)
    return value
  }
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0
    const count = index[pair + 1] ?? 0
    for (let i = 0; i < count && at < data.length; i++) {
      const kind = w0 === 0 ? 1 : field(w0)
      const second = field(w1)
      const third = field(w2)
      if (kind === 2) addEntry(growing, first + i, { kind: 'packed', stream: second, index: third })
      else addEntry(growing, first + i, kind === 1 ? { kind: 'offset', offset: second } : undefined)
    }
  }
}

function numbersIn(value: PdfValue | undefined): readonly number[] {
  if (!isKind(value, 'array')) return []
  return value.items.filter(
    (item) => typeof item === 'number' && item >= 0 && item <= MAX_OBJECTS * 8,
  ) as number[]
}

/** Nothing in a cross-reference stream may be indirect (ISO 32000-1, 7.5.8.2). */
function direct(value: PdfValue | undefined): PdfValue {
  return value ?? null
}
