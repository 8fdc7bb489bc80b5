/** `BI … ID … EI` (ISO 32000-1, 8.9.7). */

import { PdfSyntaxError } from './pdf-syntax-error.ts'
import type { PdfDict, PdfValue } from './pdf-value.ts'
import { isKeyword, isWhite, type Scanner } from './scanner.ts'

/** ISO 32000-1, Tables 93 and 94. */
const KEYS: Readonly<Record<string, string>> = {
  BPC: 'BitsPerComponent',
  CS: 'ColorSpace',
  D: 'Decode',
  DP: 'DecodeParms',
  F: 'Filter',
  H: 'Height',
  IM: 'ImageMask',
  I: 'Interpolate',
  W: 'Width',
}

const SPACES: Readonly<Record<string, string>> = {
  G: 'DeviceGray',
  RGB: 'DeviceRGB',
  CMYK: 'DeviceCMYK',
  I: 'Indexed',
}

/** Stands after `BI`, leaves the scanner after `EI`. */
export function readInlineImage(scanner: Scanner): PdfDict {
  const entries = new Map<string, PdfValue>()
  for (let token = scanner.next(); ; token = scanner.next()) {
    if (isKeyword(token) && token.word === 'ID') break
    if (typeof token !== 'object' || token === null || token.kind !== 'name')
      throw new PdfSyntaxError('an inline image is not made of names and values')
    const key = KEYS[token.name] ?? token.name
    entries.set(key, key === 'ColorSpace' ? expandSpace(scanner.value()) : scanner.value())
  }
  skipData(scanner)
  return { kind: 'dict', entries }
}

function expandSpace(value: PdfValue): PdfValue {
  if (typeof value !== 'object' || value === null) return value
  if (value.kind === 'name') return { kind: 'name', name: SPACES[value.name] ?? value.name }
  return value.kind === 'array' ? { ...value, items: value.items.map(expandSpace) } : value
}

function skipData(scanner: Scanner): void {
  const { bytes } = scanner
  for (let at = scanner.position; at + 1 < bytes.length; at++) {
    const isEnd = bytes[at] === 0x45 && bytes[at + 1] === 0x49 && isWhite(bytes[at - 1])
    if (!isEnd || !(bytes[at + 2] === undefined || isWhite(bytes[at + 2]))) continue
    scanner.position = at + 2
    return
  }
  throw new PdfSyntaxError('an inline image is not closed')
}
