/** Literal and hexadecimal strings (ISO 32000-1, 7.3.4). */
import { PdfSyntaxError } from './pdf-syntax-error.ts'

export type StringRead = {
  readonly bytes: Uint8Array
  /** Position after the string. */
  readonly end: number
  /** What PDF/A forbids about it; empty when nothing. */
  readonly fault: string
}

export function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d
}

/** `(…)`, its parentheses balanced or escaped. */
export function readLiteralString(bytes: Uint8Array, start: number): StringRead {
  const out: number[] = []
  let depth = 0
  for (let at = start + 1; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0x5c) {
      const escaped = readEscape(bytes, at + 1)
      if (escaped.byte !== undefined) out.push(escaped.byte)
      at = escaped.last
      continue
    }
    if (byte === 0x28) depth++
    if (byte === 0x29 && depth-- === 0)
      return { bytes: Uint8Array.from(out), end: at + 1, fault: '' }
    out.push(byte)
  }
  throw new PdfSyntaxError('a string is not closed')
}

/** ISO 32000-1, Table 3; other characters stand for themselves. */
const ESCAPES: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
])

type Escape = { readonly byte: number | undefined; readonly last: number }

function readEscape(bytes: Uint8Array, at: number): Escape {
  const byte = bytes[at] ?? 0
  if (byte >= 0x30 && byte <= 0x37) return readOctal(bytes, at)
  if (byte === 0x0d && bytes[at + 1] === 0x0a) return { byte: undefined, last: at + 1 }
  if (isLineEnd(byte)) return { byte: undefined, last: at }
  return { byte: ESCAPES.get(byte) ?? byte, last: at }
}

function readOctal(bytes: Uint8Array, start: number): Escape {
  let value = 0
  let at = start
  for (; at < start + 3; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 7) break
    value = value * 8 + digit
  }
  return { byte: value & 0xff, last: at - 1 }
}

/** `<…>`, white space between digits allowed. */
export function readHexString(bytes: Uint8Array, start: number): StringRead {
  const end = bytes.indexOf(0x3e, start)
  if (end < 0) throw new PdfSyntaxError('a hexadecimal string is not closed')
  const out = new Uint8Array((end - start) >> 1)
  let count = 0
  let fault = ''
  for (let at = start + 1; at < end; at++) {
    const digit = hexDigit(bytes[at] ?? 0)
    if (digit >= 0) {
      out[count >> 1] = (out[count >> 1] ?? 0) | (digit << (count % 2 === 0 ? 4 : 0))
      count++
    } else if (digit === NO_DIGIT) fault = 'a hexadecimal string holds a byte that is no digit'
  }
  if (count % 2 === 1) fault = 'a hexadecimal string has an odd number of digits'
  return { bytes: out.subarray(0, (count + 1) >> 1), end: end + 1, fault }
}

const NO_DIGIT = -2

function hexDigit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte | 0x20
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x57
  return byte <= 0x20 ? -1 : NO_DIGIT
}
