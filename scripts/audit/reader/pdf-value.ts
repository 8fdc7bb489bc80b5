/** The eight kinds of PDF objects (ISO 32000-1, 7.3) as plain data. */
export type PdfName = { readonly kind: 'name'; readonly name: string }

export type PdfString = { readonly kind: 'string'; readonly bytes: Uint8Array }

export type PdfArray = { readonly kind: 'array'; readonly items: readonly PdfValue[] }

export type PdfDict = { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, PdfValue> }

export type PdfRef = { readonly kind: 'ref'; readonly number: number }

export type PdfStream = {
  readonly kind: 'stream'
  readonly dict: PdfDict
  /** As stored in the file, filters not yet undone. */
  readonly raw: Uint8Array
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfArray
  | PdfDict
  | PdfRef
  | PdfStream

export const EMPTY_DICT: PdfDict = { kind: 'dict', entries: new Map() }

export function isKind<K extends Exclude<PdfValue, null | boolean | number>['kind']>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<PdfValue, { kind: K }> {
  return typeof value === 'object' && value !== null && value.kind === kind
}

/** Text of a text string (ISO 32000-1, 7.9.2.2): UTF-16BE after a byte order mark, else PDFDocEncoding. */
export function textOf(string: PdfString): string {
  const { bytes } = string
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2))
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return new TextDecoder('utf-8').decode(bytes)
  return [...bytes].map((byte) => PDF_DOC_SPECIALS.get(byte) ?? String.fromCharCode(byte)).join('')
}

/** Bytes 0x18–0x1F and 0x80–0xA0 of PDFDocEncoding (ISO 32000-1, Annex D.2); the rest is Latin-1. */
const PDF_DOC_SPECIALS: ReadonlyMap<number, string> = new Map([
  ...[...'˘ˇˆ˙˝˛˚˜'].map((letter, index) => [0x18 + index, letter] as const),
  ...[...'•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž'].map((letter, index) => [0x80 + index, letter] as const),
  [0xa0, '€'],
])

export function utf16(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0))
  return text
}

export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
