/** How the bytes are laid out (ISO 19005-2, 6.1). */
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, numberIn, valueIn } from '../reader/entries.ts'
import { isKind, latin1, type PdfStream, type PdfValue } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const fileStructure: Rule = (audit, report) => {
  const { file, content } = audit
  for (const { clause, message, where } of [...file.notes, ...content.notes])
    report(clause, message, where)
  checkHeader(file.bytes, report)
  checkTrailer(audit, report)
  checkEnd(file.bytes, report)
  checkStreams(audit, report)
  checkInlineFilters(audit, report)
  checkNames(audit, report)
  checkBoxes(audit, report)
  const permissions = dictIn(file, file.catalog, 'Perms')
  for (const key of permissions?.entries.keys() ?? [])
    if (key !== 'UR3' && key !== 'DocMDP')
      report('ISO 19005-2, 6.1.12', `/Perms has the key \`${key}\``, 'catalog')
}

function checkHeader(bytes: Uint8Array, report: Report): void {
  const header = /^%PDF-1\.[0-7](?:\r\n|\r|\n)/u.exec(latin1(bytes.subarray(0, 12)))?.[0]
  if (header === undefined) {
    report(
      'ISO 19005-2, 6.1.2',
      'the file does not begin with `%PDF-1.n` on a line of its own',
      'byte 0',
    )
    return
  }
  const comment = bytes.subarray(header.length, header.length + 5)
  if (comment[0] !== 0x25 || comment.length < 5 || comment.subarray(1).some((byte) => byte < 128))
    report(
      'ISO 19005-2, 6.1.2',
      'no comment of four bytes above 127 follows the header',
      `byte ${header.length}`,
    )
}

function checkTrailer({ file }: Audit, report: Report): void {
  const id = arrayIn(file, file.trailer, 'ID')
  const isGood =
    id.length === 2 && id.every((part) => isKind(part, 'string') && part.bytes.length > 0)
  if (!isGood) report('ISO 19005-2, 6.1.3', '/ID is not a pair of strings', 'trailer')
}

function checkEnd(bytes: Uint8Array, report: Report): void {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 1024)))
  if (!/%%EOF(?:\r\n|\r|\n)?$/u.test(tail))
    report('ISO 19005-2, 6.1.3', 'something follows `%%EOF`', `byte ${bytes.length}`)
}

/** ISO 32000-1, Table 6, without LZWDecode. */
const FILTERS = [
  ...['ASCIIHexDecode', 'ASCII85Decode', 'FlateDecode', 'RunLengthDecode'],
  ...['CCITTFaxDecode', 'JBIG2Decode', 'DCTDecode', 'JPXDecode'],
]
const INLINE_FILTERS = [...FILTERS, 'AHx', 'A85', 'Fl', 'RL', 'CCF', 'DCT']

function checkStreams(audit: Audit, report: Report): void {
  const { file } = audit
  for (const [number, value] of file.objects) {
    if (!isKind(value, 'stream')) continue
    const where = `object ${number}`
    for (const key of ['F', 'FFilter', 'FDecodeParms'])
      if (value.dict.entries.has(key))
        report('ISO 19005-2, 6.1.7.1', `a stream has the key \`${key}\``, where)
    const filters = filtersOf(valueIn(file, value.dict, 'Filter'), (item) => file.resolve(item))
    const parameters = filtersOf(valueIn(file, value.dict, 'DecodeParms'), (item) =>
      file.resolve(item),
    )
    for (const [index, filter] of filters.entries()) {
      const name = isKind(filter, 'name') ? filter.name : '?'
      const parameter = parameters[index]
      const isIdentity =
        name === 'Crypt' &&
        (!isKind(parameter, 'dict') ||
          (nameIn(file, parameter, 'Name') ?? 'Identity') === 'Identity')
      if (!FILTERS.includes(name) && !isIdentity)
        report('ISO 19005-2, 6.1.7.2', `the filter \`${name}\` is not permitted`, where)
    }
    if (filters.length > 0 && !isLargeImage(audit, value) && file.decode(value) === undefined)
      report('ISO 32000-1, 7.4', 'a stream cannot be decoded', where)
  }
}

/** Seconds would go into unpacking pixels that no clause speaks of. */
const MAX_PIXELS = 4_000_000

function isLargeImage({ file }: Audit, { dict }: PdfStream): boolean {
  return (numberIn(file, dict, 'Width') ?? 0) * (numberIn(file, dict, 'Height') ?? 0) > MAX_PIXELS
}

function filtersOf(value: PdfValue, resolve: (item: PdfValue) => PdfValue): readonly PdfValue[] {
  if (value === null) return []
  return isKind(value, 'array') ? value.items.map(resolve) : [value]
}

function checkInlineFilters({ content }: Audit, report: Report): void {
  for (const { dict, where } of content.inlineImages)
    for (const filter of filtersOf(dict.entries.get('Filter') ?? null, (item) => item)) {
      const name = isKind(filter, 'name') ? filter.name : '?'
      if (!INLINE_FILTERS.includes(name) || name === 'JPXDecode' || name === 'JBIG2Decode')
        report(
          'ISO 19005-2, 6.1.10',
          `the filter \`${name}\` is not permitted in an inline image`,
          where,
        )
    }
}

/** Names are read byte by byte; those that stand for text must be UTF-8. */
function checkNames({ everything, tree }: Audit, report: Report): void {
  const check = (name: string, where: string): void => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(
        Uint8Array.from(name, (c) => c.charCodeAt(0)),
      )
    } catch {
      report('ISO 19005-2, 6.1.8', 'a name is not UTF-8', where)
    }
  }
  for (const { value, where } of everything.dicts)
    for (const key of ['BaseFont', 'FontName']) {
      const name = value.entries.get(key)
      if (isKind(name, 'name')) check(name.name, where)
    }
  for (const { type, where } of tree.nodes) check(type, where)
}

function checkBoxes({ pages }: Audit, report: Report): void {
  if (pages.length === 0) report('ISO 32000-1, 7.7.3', 'the document has no page', 'catalog')
  for (const { boxes, where } of pages) {
    const media = boxes.get('MediaBox')
    if (media === undefined) report('ISO 32000-1, 7.7.3', 'the page has no MediaBox', where)
    for (const [key, [left = 0, bottom = 0, right = 0, top = 0]] of boxes) {
      const sides = [Math.abs(right - left), Math.abs(top - bottom)]
      if (sides.some((side) => !(side >= 3 && side <= 14400)))
        report('ISO 19005-2, 6.1.13', `${key} is smaller than 3 or larger than 14,400 units`, where)
      if (media !== undefined && key !== 'CropBox' && !isInside([left, bottom, right, top], media))
        report('ISO 32000-1, 14.11.2', `${key} leaves the MediaBox`, where)
    }
  }
}

/** With room for rounding to hundredths of a point. */
function isInside(inner: readonly number[], outer: readonly number[]): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = inner
  const [l = 0, b = 0, r = 0, t = 0] = outer
  return left >= l - 0.01 && bottom >= b - 0.01 && right <= r + 0.01 && top <= t + 0.01
}
