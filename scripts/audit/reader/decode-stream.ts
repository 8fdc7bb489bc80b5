/** Undoes the filters of a stream (ISO 32000-1, 7.4), within bounds. */
import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import { isKind, type PdfDict, type PdfValue } from './pdf-value.ts'

/** No stream of a brief comes near; a bomb stops here. */
const MAX_BYTES = 64 * 1024 * 1024

/** Filters whose data is a picture: it stays as it is. */
const PICTURE_FILTERS = ['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']

/** Undefined when the data is damaged, or a filter is not known. */
export function decodeStream(
  raw: Uint8Array,
  dict: PdfDict,
  resolve: (value: PdfValue | undefined) => PdfValue,
): Uint8Array | undefined {
  const filters = listOf(resolve(dict.entries.get('Filter')), resolve)
  const parameters = listOf(resolve(dict.entries.get('DecodeParms')), resolve)
  let data: Uint8Array | undefined = raw
  for (const [index, filter] of filters.entries()) {
    if (data === undefined || !isKind(filter, 'name')) return undefined
    if (PICTURE_FILTERS.includes(filter.name)) return data
    const decode = DECODERS[filter.name]
    if (decode === undefined) return undefined
    const parameter = parameters[index]
    data = decode(data, isKind(parameter, 'dict') ? numbersOf(parameter) : new Map())
  }
  return data
}

function listOf(
  value: PdfValue,
  resolve: (value: PdfValue | undefined) => PdfValue,
): readonly PdfValue[] {
  if (value === null) return []
  return isKind(value, 'array') ? value.items.map((item) => resolve(item)) : [value]
}

type Parameters = ReadonlyMap<string, number>

function numbersOf(dict: PdfDict): Parameters {
  const numbers = new Map<string, number>()
  for (const [key, value] of dict.entries) if (typeof value === 'number') numbers.set(key, value)
  return numbers
}

const DECODERS: Readonly<
  Record<string, (data: Uint8Array, parameters: Parameters) => Uint8Array | undefined>
> = {
  FlateDecode: (data, parameters) => undoPredictor(inflate(data), parameters),
  ASCIIHexDecode: decodeHex,
  ASCII85Decode: decodeBase85,
  RunLengthDecode: decodeRunLength,
  // With no Name, or the name Identity, it changes nothing; any other is reported by the rule on filters.
  Crypt: (data) => data,
}

function inflate(data: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(data, { maxOutputLength: MAX_BYTES })
  } catch {
    return undefined
  }
}

/** PNG predictors (ISO 32000-1, 7.4.4.4); the TIFF predictor is used by pictures only, which are not looked into. */
function undoPredictor(
  data: Uint8Array | undefined,
  parameters: Parameters,
): Uint8Array | undefined {
  if (data === undefined || (parameters.get('Predictor') ?? 1) < 10) return data
  const pixel = ((parameters.get('Colors') ?? 1) * (parameters.get('BitsPerComponent') ?? 8)) / 8
  const row = Math.ceil(pixel * (parameters.get('Columns') ?? 1))
  if (!(row > 0 && row < MAX_BYTES)) return undefined
  const left = Math.max(1, Math.ceil(pixel))
  const rowCount = Math.ceil(data.length / (row + 1))
  const out = new Uint8Array(rowCount * row)
  for (let index = 0; index < rowCount; index++) undoRow(data, out, { index, row, left })
  return out
}

function undoRow(
  data: Uint8Array,
  out: Uint8Array,
  { index, row, left }: { readonly index: number; readonly row: number; readonly left: number },
): void {
  const from = index * (row + 1)
  const to = index * row
  const kind = data[from] ?? 0
  for (let i = 0; i < row; i++) {
    const a = i < left ? 0 : (out[to + i - left] ?? 0)
    const b = index === 0 ? 0 : (out[to + i - row] ?? 0)
    const c = i < left || index === 0 ? 0 : (out[to + i - row - left] ?? 0)
    out[to + i] = (data[from + 1 + i] ?? 0) + predict(kind, a, b, c)
  }
}

/** Left, above, above left → the prediction of filter types 0–4 (PNG specification, 9.2). */
function predict(kind: number, a: number, b: number, c: number): number {
  if (kind === 1) return a
  if (kind === 2) return b
  if (kind === 3) return (a + b) >> 1
  if (kind !== 4) return 0
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

function decodeHex(data: Uint8Array): Uint8Array {
  const digits = Buffer.from(data).toString('latin1').split('>')[0]?.replace(/\s/gu, '') ?? ''
  return Uint8Array.from(Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex'))
}

function decodeBase85(data: Uint8Array): Uint8Array | undefined {
  const out: number[] = []
  let group: number[] = []
  for (const byte of data) {
    if (byte === 0x7e) break
    if (byte <= 0x20) continue
    if (byte === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    else if (byte < 0x21 || byte > 0x75) return undefined
    else group.push(byte - 0x21)
    if (group.length < 5) continue
    out.push(...bytesOfGroup(group))
    group = []
  }
  if (group.length > 1) {
    const padded = [...group, 84, 84, 84, 84].slice(0, 5)
    out.push(...bytesOfGroup(padded).slice(0, group.length - 1))
  }
  return Uint8Array.from(out)
}

function bytesOfGroup(group: readonly number[]): number[] {
  const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) & 0xff)
}

function decodeRunLength(data: Uint8Array): Uint8Array | undefined {
  const out: number[] = []
  for (let i = 0; i < data.length; ) {
    const length = data[i++] ?? 128
    if (length === 128) break
    if (length < 128) {
      for (const byte of data.subarray(i, i + length + 1)) out.push(byte)
      i += length + 1
    } else {
      const byte = data[i++] ?? 0
      for (let n = 257 - length; n > 0; n--) out.push(byte)
    }
    if (out.length > MAX_BYTES) return undefined
  }
  return Uint8Array.from(out)
}
