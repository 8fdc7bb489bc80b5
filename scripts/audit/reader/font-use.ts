/** Fonts with the codes that were shown in them, and what each code leads to. */
import { type CMap, codesOf, readCMap } from './cmap.ts'
import type { MarkedContent, TextShown } from './content.ts'
import { arrayIn, dictIn, nameIn, numberIn, placeOf, streamIn, valueIn } from './entries.ts'
import type { PdfFile } from './open-pdf.ts'
import { EMPTY_DICT, isKind, type PdfDict, type PdfStream } from './pdf-value.ts'
import { readTrueType, type TrueType } from './true-type.ts'

export type CodeUse = {
  readonly code: number
  /** First place it was shown. */
  readonly where: string
  readonly marks: MarkedContent | undefined
  /** Shown at least once in another rendering mode than 3. */
  readonly isRendered: boolean
}

export type FontUse = {
  readonly dict: PdfDict
  readonly subtype: string
  /** The CIDFont of a Type 0 font, else the font itself. */
  readonly inner: PdfDict
  readonly descriptor: PdfDict
  readonly codes: ReadonlyMap<number, CodeUse>
  /** Splits shown bytes into codes. */
  codesIn(bytes: Uint8Array): readonly number[]
  readonly isRendered: boolean
  /** Undefined when there is no /ToUnicode, or none that can be read. */
  readonly toUnicode: CMap | undefined
  /** The embedded CMap of /Encoding, when it is a stream. */
  readonly encoding: CMap | undefined
  readonly fontFile: PdfStream | undefined
  readonly fontFileKey: string
  /** A string says what is wrong with the program; undefined when it is none that can be read here. */
  readonly program: TrueType | string | undefined
  /** Glyph that a code is drawn with; undefined when that cannot be told. */
  glyphOf(code: number): number | undefined
  /** Width of a code in thousandths of the size, by the dictionary. */
  widthOf(code: number): number
  readonly where: string
}

export function readFonts(file: PdfFile, texts: readonly TextShown[]): readonly FontUse[] {
  const byFont = new Map<PdfDict, TextShown[]>()
  for (const text of texts) {
    const known = byFont.get(text.font)
    if (known === undefined) byFont.set(text.font, [text])
    else known.push(text)
  }
  return [...byFont].map(([dict, shown]) => readFont(file, dict, shown))
}

function readFont(file: PdfFile, dict: PdfDict, texts: readonly TextShown[]): FontUse {
  const subtype = nameIn(file, dict, 'Subtype') ?? ''
  const descendant = arrayIn(file, dict, 'DescendantFonts')[0]
  const inner = subtype === 'Type0' && isKind(descendant, 'dict') ? descendant : dict
  const descriptor = dictIn(file, inner, 'FontDescriptor') ?? EMPTY_DICT
  const encoding = readMap(file, streamIn(file, dict, 'Encoding'))
  const { fontFile, fontFileKey } = findProgram(file, descriptor)
  const spaces = spacesOf(subtype, encoding)
  const codes = collectCodes(texts, spaces)
  const program = readProgram(file, { fontFile, fontFileKey })
  return {
    dict,
    subtype,
    inner,
    descriptor,
    codes,
    codesIn: (bytes) => codesOf(bytes, spaces),
    isRendered: [...codes.values()].some(({ isRendered }) => isRendered),
    toUnicode: readMap(file, streamIn(file, dict, 'ToUnicode')),
    encoding,
    fontFile,
    fontFileKey,
    program,
    ...measures(file, { dict, subtype, inner, descriptor, encoding, program }),
    where: `font ${nameIn(file, dict, 'BaseFont') ?? '?'} (${placeOf(file, dict, 'direct object')})`,
  }
}

/** One byte a code in simple fonts; two in Identity-H, unless the CMap says otherwise. */
function spacesOf(subtype: string, encoding: CMap | undefined): CMap['spaces'] {
  if (subtype !== 'Type0') return [{ length: 1, low: 0, high: 255 }]
  return encoding?.spaces ?? []
}

function collectCodes(
  texts: readonly TextShown[],
  spaces: CMap['spaces'],
): ReadonlyMap<number, CodeUse> {
  const codes = new Map<number, CodeUse>()
  for (const { bytes, isInvisible, marks, where } of texts)
    for (const code of codesOf(bytes, spaces)) {
      const known = codes.get(code)
      if (known !== undefined && (known.isRendered || isInvisible)) continue
      codes.set(code, {
        code,
        where: known?.where ?? where,
        marks: known?.marks ?? marks,
        isRendered: !isInvisible,
      })
    }
  return codes
}

function readMap(file: PdfFile, stream: PdfStream | undefined): CMap | undefined {
  const data = stream === undefined ? undefined : file.decode(stream)
  return data === undefined ? undefined : readCMap(data)
}

type Program = { readonly fontFile: PdfStream | undefined; readonly fontFileKey: string }

function findProgram(file: PdfFile, descriptor: PdfDict): Program {
  for (const fontFileKey of ['FontFile', 'FontFile2', 'FontFile3']) {
    const fontFile = streamIn(file, descriptor, fontFileKey)
    if (fontFile !== undefined) return { fontFile, fontFileKey }
  }
  return { fontFile: undefined, fontFileKey: '' }
}

function readProgram(
  file: PdfFile,
  { fontFile, fontFileKey }: Program,
): TrueType | string | undefined {
  if (fontFile === undefined || fontFileKey !== 'FontFile2') return undefined
  const data = file.decode(fontFile)
  return data === undefined ? 'the font program cannot be decoded' : readTrueType(data)
}

type FontParts = Pick<FontUse, 'dict' | 'subtype' | 'inner' | 'descriptor' | 'encoding' | 'program'>

function measures(file: PdfFile, font: FontParts): Pick<FontUse, 'glyphOf' | 'widthOf'> {
  if (font.subtype !== 'Type0')
    return { glyphOf: simpleGlyphs(file, font), widthOf: simpleWidths(file, font.dict) }
  const cidOf = cidsOf(file, font)
  const glyphs = cidGlyphs(file, font.inner)
  const widths = cidWidths(file, font.inner)
  return {
    glyphOf: (code) => {
      const cid = cidOf(code)
      return cid === undefined ? undefined : glyphs(cid)
    },
    widthOf: (code) => widths(cidOf(code) ?? 0),
  }
}

function cidsOf(
  file: PdfFile,
  { dict, encoding }: FontParts,
): (code: number) => number | undefined {
  if (encoding !== undefined) return (code) => encoding.cids.get(code) ?? 0
  const name = nameIn(file, dict, 'Encoding')
  return name === 'Identity-H' || name === 'Identity-V' ? (code) => code : () => undefined
}

/** Codes → CIDs for the rules on .notdef and subsets. */
export function cidOfCode(file: PdfFile, font: FontUse): (code: number) => number | undefined {
  return cidsOf(file, font)
}

/** /CIDToGIDMap (ISO 32000-1, 9.7.4.2); CFF fonts have none that could be followed here. */
function cidGlyphs(file: PdfFile, inner: PdfDict): (cid: number) => number | undefined {
  if (nameIn(file, inner, 'Subtype') !== 'CIDFontType2') return (cid) => (cid === 0 ? 0 : undefined)
  const stream = streamIn(file, inner, 'CIDToGIDMap')
  const map = stream === undefined ? undefined : file.decode(stream)
  if (map === undefined) return (cid) => cid
  return (cid) => ((map[2 * cid] ?? 0) << 8) | (map[2 * cid + 1] ?? 0)
}

/** /W and /DW (ISO 32000-1, 9.7.4.3). */
function cidWidths(file: PdfFile, inner: PdfDict): (cid: number) => number {
  const widths = new Map<number, number>()
  const standard = numberIn(file, inner, 'DW') ?? 1000
  const items = arrayIn(file, inner, 'W')
  for (let i = 0; i + 1 < items.length; ) {
    const first = items[i]
    const second = items[i + 1]
    if (typeof first !== 'number') break
    if (isKind(second, 'array')) {
      for (const [n, width] of second.items.entries())
        widths.set(first + n, Number(file.resolve(width)))
      i += 2
      continue
    }
    if (typeof second !== 'number') break
    for (let cid = Math.max(0, first); cid <= Math.min(second, 65535); cid++)
      widths.set(cid, Number(items[i + 2]))
    i += 3
  }
  return (cid) => widths.get(cid) ?? standard
}

function simpleWidths(file: PdfFile, dict: PdfDict): (code: number) => number {
  const first = numberIn(file, dict, 'FirstChar') ?? 0
  const widths = arrayIn(file, dict, 'Widths')
  const missing =
    numberIn(file, dictIn(file, dict, 'FontDescriptor') ?? EMPTY_DICT, 'MissingWidth') ?? 0
  return (code) => Number(widths[code - first] ?? missing)
}

const SYMBOLIC = 4

export function isSymbolic(file: PdfFile, descriptor: PdfDict): boolean {
  return ((numberIn(file, descriptor, 'Flags') ?? 0) & SYMBOLIC) !== 0
}

/** Glyphs of a simple TrueType font (ISO 32000-1, 9.6.6.4). */
function simpleGlyphs(file: PdfFile, font: FontParts): (code: number) => number | undefined {
  const { program, dict, descriptor, subtype } = font
  if (subtype !== 'TrueType' || typeof program !== 'object') return () => undefined
  const find = (platform: number, encoding: number) =>
    program.cmaps.find((cmap) => cmap.platform === platform && cmap.encoding === encoding)
  if (isSymbolic(file, descriptor)) {
    const symbol = find(3, 0)
    const roman = find(1, 0) ?? program.cmaps[0]
    return (code) =>
      symbol === undefined
        ? roman?.glyphOf(code)
        : ([0xf000, 0xf100, 0xf200, 0]
            .map((high) => symbol.glyphOf(high + code))
            .find((glyph) => glyph > 0) ?? 0)
  }
  const unicode = find(3, 1)
  const roman = find(1, 0)
  const letters = encodingOf(file, dict)
  if (letters === undefined) return () => undefined
  return (code) => unicode?.glyphOf(letters.codePointAt(code) ?? 0) ?? roman?.glyphOf(code) ?? 0
}

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte)

/** Character of each byte; undefined where /Differences change them, which is not followed here. */
export function encodingOf(file: PdfFile, dict: PdfDict): string | undefined {
  const encoding = valueIn(file, dict, 'Encoding')
  const name = isKind(encoding, 'dict')
    ? nameIn(file, encoding, 'BaseEncoding')
    : isKind(encoding, 'name')
      ? encoding.name
      : undefined
  if (isKind(encoding, 'dict') && encoding.entries.has('Differences')) return undefined
  // WinAnsiEncoding and MacRomanEncoding are the code pages of the two systems (ISO 32000-1, Annex D.2).
  if (name === 'WinAnsiEncoding') return new TextDecoder('windows-1252').decode(ALL_BYTES)
  if (name === 'MacRomanEncoding') return new TextDecoder('macintosh').decode(ALL_BYTES)
  return undefined
}
