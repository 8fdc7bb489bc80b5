/** `12 0 obj … endobj` with its stream (ISO 32000-1, 7.3.8 and 7.3.10), and the spacing PDF/A asks for. */

import { Buffer } from 'node:buffer'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { isKind, latin1, type PdfDict, type PdfStream, type PdfValue } from './pdf-value.ts'
import { isLineEnd } from './read-string.ts'
import { isDigit, isWhite, type Note, Scanner } from './scanner.ts'

export type IndirectObject = {
  readonly number: number
  readonly value: PdfValue
  readonly notes: readonly Note[]
}

type Resolve = (value: PdfValue | undefined) => PdfValue

const SPACING = 'ISO 19005-2, 6.1.9'
const STREAM = 'ISO 19005-2, 6.1.7.1'

/** `wanted` is the number that must stand there; undefined when any may. */
export function readIndirectObject(
  bytes: Uint8Array,
  at: { readonly offset: number; readonly wanted?: number },
  resolve: Resolve,
): IndirectObject {
  const scanner = new Scanner(bytes, at.offset, true)
  scanner.skipWhite()
  const number = readHeader(scanner)
  if (at.wanted !== undefined && number !== at.wanted)
    throw new PdfSyntaxError(`object ${number} stands there`)
  let value = scanner.value()
  scanner.skipWhite()
  if (isKind(value, 'dict') && isWordAt(bytes, scanner.position, 'stream'))
    value = readStream(scanner, value, resolve)
  readEnd(scanner)
  return { number, value, notes: scanner.notes }
}

function readHeader(scanner: Scanner): number {
  const { bytes } = scanner
  const start = scanner.position
  const number = readDigits(scanner)
  const firstGap = skipGap(scanner)
  readDigits(scanner)
  const secondGap = skipGap(scanner)
  if (!isWordAt(bytes, scanner.position, 'obj')) throw new PdfSyntaxError('`obj` is missing')
  scanner.position += 3
  const isTight = firstGap === 1 && secondGap === 1
  if (!isTight || !isAfterLineEnd(bytes, start) || !isLineEnd(bytes[scanner.position]))
    scanner.notes.push({ clause: SPACING, message: 'the words before `obj` are spaced otherwise' })
  return number
}

function readDigits(scanner: Scanner): number {
  const start = scanner.position
  while (isDigit(scanner.bytes[scanner.position])) scanner.position++
  if (scanner.position === start || scanner.position - start > 10)
    throw new PdfSyntaxError('no object stands here')
  return Number(latin1(scanner.bytes.subarray(start, scanner.position)))
}

function skipGap(scanner: Scanner): number {
  const start = scanner.position
  while (isWhite(scanner.bytes[scanner.position])) scanner.position++
  return scanner.position - start
}

function readEnd(scanner: Scanner): void {
  const { bytes } = scanner
  const hasEnd = isWordAt(bytes, scanner.position, 'endobj')
  if (!hasEnd) throw new PdfSyntaxError('`endobj` is missing')
  const after = bytes[scanner.position + 6]
  if (!isAfterLineEnd(bytes, scanner.position) || !(after === undefined || isLineEnd(after)))
    scanner.notes.push({ clause: SPACING, message: '`endobj` does not stand on a line of its own' })
}

function readStream(scanner: Scanner, dict: PdfDict, resolve: Resolve): PdfStream {
  const { bytes } = scanner
  let start = scanner.position + 6
  const hasReturn = bytes[start] === 0x0d
  if (hasReturn) start++
  if (bytes[start] === 0x0a) start++
  else noteStream(scanner, '`stream` is not followed by a line feed')
  const length = resolve(dict.entries.get('Length'))
  const end = typeof length === 'number' ? start + length : Number.NaN
  const word = endOfData(bytes, end)
  if (word !== undefined) {
    if (!isLineEnd(bytes[end]))
      noteStream(scanner, '`endstream` does not stand on a line of its own')
    scanner.position = word + 9
    scanner.skipWhite()
    return { kind: 'stream', dict, raw: bytes.subarray(start, end) }
  }
  noteStream(scanner, '/Length is not the number of bytes of the stream')
  return readByKeyword(scanner, dict, start)
}

function noteStream(scanner: Scanner, message: string): void {
  scanner.notes.push({ clause: STREAM, message })
}

/** Where `endstream` stands, when nothing but one end of line lies between. */
function endOfData(bytes: Uint8Array, end: number): number | undefined {
  if (!(end >= 0 && end < bytes.length)) return undefined
  let at = end
  if (bytes[at] === 0x0d) at++
  if (bytes[at] === 0x0a) at++
  return isWordAt(bytes, at, 'endstream') ? at : undefined
}

/** Looks for `endstream` where /Length is wrong, so that the rest of the file is still judged. */
function readByKeyword(scanner: Scanner, dict: PdfDict, start: number): PdfStream {
  const { bytes } = scanner
  const word = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    'endstream',
    start,
  )
  if (word < 0) throw new PdfSyntaxError('`endstream` is missing')
  let end = word
  if (bytes[end - 1] === 0x0a) end--
  if (bytes[end - 1] === 0x0d) end--
  scanner.position = word + 9
  scanner.skipWhite()
  return { kind: 'stream', dict, raw: bytes.subarray(start, Math.max(start, end)) }
}

function isWordAt(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false
  return true
}

function isAfterLineEnd(bytes: Uint8Array, at: number): boolean {
  return at === 0 || isLineEnd(bytes[at - 1])
}
