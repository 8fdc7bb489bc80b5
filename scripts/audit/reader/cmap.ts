/** CMaps: codes to CIDs, and codes to text (ISO 32000-1, 9.7.5 and 9.10.3). */

import { PdfSyntaxError } from './pdf-syntax-error.ts'
import { isKind, type PdfValue, utf16 } from './pdf-value.ts'
import { isKeyword, Scanner } from './scanner.ts'

export type CMap = {
  /** Length in bytes, low, high of the code space ranges. */
  readonly spaces: readonly {
    readonly length: number
    readonly low: number
    readonly high: number
  }[]
  readonly text: ReadonlyMap<number, string>
  readonly cids: ReadonlyMap<number, number>
  readonly writingMode: number
  /** CMaps named by `usecmap`. */
  readonly uses: readonly string[]
}

/** Codes of all ranges together; all two-byte codes are as many as have a use. */
const MAX_CODES = 200_000

/** Undefined when the stream is no CMap. */
export function readCMap(bytes: Uint8Array): CMap | undefined {
  const reader = new CMapReader()
  try {
    reader.read(new Scanner(bytes, 0, false))
  } catch (error) {
    if (error instanceof PdfSyntaxError) return undefined
    throw error
  }
  return reader
}

class CMapReader implements CMap {
  readonly spaces: { length: number; low: number; high: number }[] = []
  readonly text = new Map<number, string>()
  readonly cids = new Map<number, number>()
  readonly uses: string[] = []
  writingMode = 0
  #codeCount = 0

  read(scanner: Scanner): void {
    let operands: PdfValue[] = []
    for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
      if (!isKeyword(token)) {
        operands.push(token)
        continue
      }
      this.#operator(token.word, operands)
      // `/WMode 1 def` and the like are over with their operator.
      operands = []
    }
  }

  #operator(word: string, operands: readonly PdfValue[]): void {
    const [first, second] = operands
    if (word === 'usecmap' && isKind(operands.at(-1), 'name')) {
      const name = operands.at(-1)
      if (isKind(name, 'name')) this.uses.push(name.name)
    }
    if (word === 'def' && isKind(first, 'name') && first.name === 'WMode')
      this.writingMode = typeof second === 'number' ? second : 0
    if (word === 'endcodespacerange') this.#addSpaces(operands)
    if (word === 'endbfchar') this.#addPairs(operands)
    if (word === 'endbfrange') this.#addRanges(operands)
    if (word === 'endcidchar') this.#addCids(operands, 2)
    if (word === 'endcidrange') this.#addCids(operands, 3)
  }

  #addSpaces(operands: readonly PdfValue[]): void {
    for (let i = 0; i + 1 < operands.length; i += 2) {
      const low = operands[i]
      if (!isKind(low, 'string')) continue
      this.spaces.push({
        length: low.bytes.length,
        low: codeOf(low),
        high: codeOf(operands[i + 1]),
      })
    }
  }

  #addPairs(operands: readonly PdfValue[]): void {
    for (let i = 0; i + 1 < operands.length; i += 2) {
      const text = operands[i + 1]
      if (isKind(text, 'string')) this.#addText(codeOf(operands[i]), utf16(text.bytes))
    }
  }

  #addRanges(operands: readonly PdfValue[]): void {
    for (let i = 0; i + 2 < operands.length; i += 3) {
      const low = codeOf(operands[i])
      const count = codeOf(operands[i + 1]) - low + 1
      const target = operands[i + 2]
      for (let n = 0; n < count && this.#isWithinBounds(); n++) {
        const text = isKind(target, 'array') ? target.items[n] : target
        if (!isKind(text, 'string')) break
        this.#addText(low + n, isKind(target, 'array') ? utf16(text.bytes) : shifted(text.bytes, n))
      }
    }
  }

  #isWithinBounds(): boolean {
    return ++this.#codeCount <= MAX_CODES
  }

  #addText(code: number, text: string): void {
    this.text.set(code, text)
  }

  #addCids(operands: readonly PdfValue[], step: 2 | 3): void {
    for (let i = 0; i + step - 1 < operands.length; i += step) {
      const low = codeOf(operands[i])
      const high = step === 3 ? codeOf(operands[i + 1]) : low
      const cid = operands[i + step - 1]
      if (typeof cid !== 'number') continue
      for (let code = low; code <= high && this.#isWithinBounds(); code++)
        this.cids.set(code, cid + code - low)
    }
  }
}

function codeOf(value: PdfValue | undefined): number {
  if (!isKind(value, 'string')) return 0
  return value.bytes.reduce((code, byte) => code * 256 + byte, 0)
}

/** The text of a range's first code with its last byte counted up (ISO 32000-1, 9.10.3). */
function shifted(bytes: Uint8Array, by: number): string {
  const text = utf16(bytes)
  if (by === 0 || text === '') return text
  const last = text.length - 1
  return text.slice(0, last) + String.fromCharCode(text.charCodeAt(last) + by)
}

/** Splits the bytes of shown text into codes; two bytes each without code spaces, as Identity-H has it. */
export function codesOf(bytes: Uint8Array, spaces: CMap['spaces']): readonly number[] {
  const codes: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = lengthAt(bytes, at, spaces)
    let code = 0
    for (let i = 0; i < length; i++) code = code * 256 + (bytes[at + i] ?? 0)
    codes.push(code)
    at += length
  }
  return codes
}

function lengthAt(bytes: Uint8Array, at: number, spaces: CMap['spaces']): number {
  if (spaces.length === 0) return 2
  let code = 0
  for (let length = 1; length <= 4; length++) {
    code = code * 256 + (bytes[at + length - 1] ?? 0)
    if (spaces.some((space) => space.length === length && space.low <= code && code <= space.high))
      return length
  }
  return Math.max(1, spaces[0]?.length ?? 2)
}
