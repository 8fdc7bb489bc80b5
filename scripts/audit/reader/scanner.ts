/**
 * Bytes → PDF objects and operators (ISO 32000-1, 7.2 and 7.3). What is readable but not allowed is noted, not
 * thrown; what cannot be read throws `PdfSyntaxError`, which never leaves the reader.
 */
import type { ClauseId } from '../clauses.ts'
import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { latin1, type PdfDict, type PdfName, type PdfString, type PdfValue } from './pdf-value.ts'
import { isLineEnd, readHexString, readLiteralString, type StringRead } from './read-string.ts'

/** A word that is no object: `obj`, `endobj`, `stream`, or an operator of a content stream. */
export type Keyword = { readonly kind: 'keyword'; readonly word: string }

export type Note = { readonly clause: ClauseId; readonly message: string }

/** Nested deeper than any writer nests; stops a recursion that a file of brackets would start. */
const MAX_DEPTH = 200

const LIMITS = 'ISO 19005-2, 6.1.13'
const CLOSE_ARRAY: Keyword = { kind: 'keyword', word: ']' }
const CLOSE_DICT: Keyword = { kind: 'keyword', word: '>>' }

/** Classes of bytes (ISO 32000-1, 7.2.2): 1 white space, 2 delimiter, 0 regular. */
const BYTE_CLASS = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32]) BYTE_CLASS[byte] = 1
for (const sign of '()<>[]{}/%') BYTE_CLASS[sign.charCodeAt(0)] = 2

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && BYTE_CLASS[byte] === 1
}

export class Scanner {
  readonly bytes: Uint8Array
  position: number
  readonly notes: Note[] = []
  /** Objects of a file hold references; content streams cannot. */
  readonly #hasRefs: boolean
  #depth = 0

  constructor(bytes: Uint8Array, position: number, hasRefs: boolean) {
    this.bytes = bytes
    this.position = position
    this.#hasRefs = hasRefs
  }

  skipWhite(): void {
    const { bytes } = this
    while (this.position < bytes.length) {
      const byte = bytes[this.position] ?? 0
      if (byte === 0x25) this.#skipComment()
      else if (BYTE_CLASS[byte] === 1) this.position++
      else return
    }
  }

  #skipComment(): void {
    while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position]))
      this.position++
  }

  /** The next object or keyword; undefined at the end. */
  next(): PdfValue | Keyword | undefined {
    this.skipWhite()
    const byte = this.bytes[this.position]
    if (byte === undefined) return undefined
    switch (byte) {
      case 0x2f:
        return this.#readName()
      case 0x28:
        return this.#readString(readLiteralString)
      case 0x5b:
        this.position++
        return { kind: 'array', items: this.#readUntil(CLOSE_ARRAY) }
      case 0x5d:
        this.position++
        return CLOSE_ARRAY
      case 0x3c:
        return this.bytes[this.position + 1] === 0x3c
          ? this.#readDict()
          : this.#readString(readHexString)
      case 0x3e:
        return this.#readClose()
      default:
        return this.#readWord()
    }
  }

  /** An object, where an object must stand. */
  value(): PdfValue {
    const token = this.next()
    if (token === undefined || isKeyword(token)) throw new PdfSyntaxError('an object is missing')
    return token
  }

  #readUntil(close: Keyword): PdfValue[] {
    if (++this.#depth > MAX_DEPTH) throw new PdfSyntaxError('objects are nested too deeply')
    const items: PdfValue[] = []
    for (;;) {
      const token = this.next()
      if (token === close) break
      if (token === undefined || isKeyword(token))
        throw new PdfSyntaxError(`\`${close.word}\` is missing`)
      items.push(token)
    }
    this.#depth--
    return items
  }

  #readDict(): PdfDict {
    this.position += 2
    const items = this.#readUntil(CLOSE_DICT)
    const entries = new Map<string, PdfValue>()
    for (let i = 0; i < items.length; i += 2) {
      const key = items[i]
      const value = items[i + 1]
      if (typeof key !== 'object' || key === null || key.kind !== 'name' || value === undefined)
        throw new PdfSyntaxError('a dictionary is not made of names and values')
      // A null value is the same as no entry (ISO 32000-1, 7.3.7).
      if (value !== null) entries.set(key.name, value)
    }
    return { kind: 'dict', entries }
  }

  #readClose(): Keyword {
    if (this.bytes[this.position + 1] !== 0x3e) throw new PdfSyntaxError('a lone `>`')
    this.position += 2
    return CLOSE_DICT
  }

  #readName(): PdfName {
    const start = ++this.position
    this.#skipRegular()
    const written = latin1(this.bytes.subarray(start, this.position))
    const name = written.includes('#')
      ? written.replace(/#([0-9A-Fa-f]{2})/gu, (_, hex: string) =>
          String.fromCharCode(Number.parseInt(hex, 16)),
        )
      : written
    if (name.length > 127) this.notes.push({ clause: LIMITS, message: 'a name is over 127 bytes' })
    return { kind: 'name', name }
  }

  #skipRegular(): void {
    while (this.position < this.bytes.length && BYTE_CLASS[this.bytes[this.position] ?? 0] === 0)
      this.position++
  }

  #readString(read: (bytes: Uint8Array, start: number) => StringRead): PdfString {
    const { bytes, end, fault } = read(this.bytes, this.position)
    this.position = end
    if (fault !== '') this.notes.push({ clause: 'ISO 19005-2, 6.1.6', message: fault })
    if (bytes.length > 32767)
      this.notes.push({ clause: LIMITS, message: 'a string is over 32,767 bytes' })
    return { kind: 'string', bytes }
  }

  #readWord(): PdfValue | Keyword {
    const start = this.position
    this.#skipRegular()
    if (this.position === start) throw new PdfSyntaxError('a stray delimiter')
    const word = latin1(this.bytes.subarray(start, this.position))
    const lead = word.charCodeAt(0)
    if (lead < 0x3a && NUMBER.test(word)) return this.#readNumber(word)
    if (word === 'true') return true
    if (word === 'false') return false
    if (word === 'null') return null
    return { kind: 'keyword', word }
  }

  #readNumber(word: string): PdfValue {
    const number = Number(word)
    const isInteger = !word.includes('.')
    if (isInteger && (number > 2147483647 || number < -2147483648))
      this.notes.push({
        clause: LIMITS,
        message: `the integer ${word.slice(0, 20)} is out of range`,
      })
    if (!isInteger && number !== 0 && (Math.abs(number) > 3.403e38 || Math.abs(number) < 1.175e-38))
      this.notes.push({ clause: LIMITS, message: 'a real number is out of range' })
    if (!this.#hasRefs || !isInteger || number < 0) return number
    return this.#readRef(number) ?? number
  }

  /** `12 0 R`: after an integer, looks two words ahead without moving when they are something else. */
  #readRef(number: number): PdfValue | undefined {
    const { bytes } = this
    let at = this.position
    while (isWhite(bytes[at])) at++
    const generation = at
    while (isDigit(bytes[at])) at++
    if (at === generation || at - generation > 5) return undefined
    const gap = at
    while (isWhite(bytes[at])) at++
    if (at === gap || bytes[at] !== 0x52) return undefined
    const after = bytes[at + 1]
    if (after !== undefined && BYTE_CLASS[after] === 0) return undefined
    this.position = at + 1
    return { kind: 'ref', number }
  }
}

export function isKeyword(token: PdfValue | Keyword | undefined): token is Keyword {
  return typeof token === 'object' && token !== null && token.kind === 'keyword'
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u
