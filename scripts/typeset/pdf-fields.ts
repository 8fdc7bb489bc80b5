/**
 * Every field of pdfkit that is not in its documentation, in one place (fontkit's: `mark-filtering.ts`);
 * the contract test `tests/typeset/pdf-fields.test.ts` fails when an update takes one away.
 * Seen in pdfkit 0.20.2 (`EmbeddedFont`, `PDFPage`, `PDFDocument`, `PDFReference`).
 */
import PDFDocument from 'pdfkit'
import type { FontFace } from '../font/faces.ts'
import { faceKey, readFontFile } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'
import { MISSING_GLYPH, type SubsetGlyph, writeSubset } from './write-subset.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** pdfkit's EmbeddedFont: arrays by CID, and the subset that writes the font file. */
type EmbeddedFontFields = {
  readonly id: string
  readonly subset: { encode(): Uint8Array }
  readonly unicode: (readonly number[])[]
  readonly widths: number[]
  ref(): unknown
  embed(): unknown
}

type Reference = { readonly data: Record<string, unknown> }

type DocumentFields = {
  readonly _root: {
    readonly data: { readonly ViewerPreferences: { readonly data: Record<string, unknown> } }
  }
  readonly _font: EmbeddedFontFields
  readonly page: {
    readonly fonts: Record<string, unknown>
    readonly dictionary: { readonly data: Record<string, unknown> }
  }
  addContent(operators: string): unknown
  ref(data?: object): Reference
  endMetadata: () => void
}

function fieldsOf(document: PdfDocument): DocumentFields {
  // pdfkit's types leave these out; the contract test holds them.
  return document as unknown as DocumentFields
}

export type DocumentOptions = {
  readonly lang: string
  readonly info: { readonly [key: string]: string | Date }
}

/** A document without pages, with no default font and no clock in it. */
export function openDocument(options: DocumentOptions): PdfDocument {
  const document = new PDFDocument({
    pdfVersion: '1.7',
    lang: options.lang,
    displayTitle: true,
    info: options.info,
    // The types know only a file name; null keeps Helvetica out, which can never be embedded.
    font: null as unknown as string,
    autoFirstPage: false,
  })
  // pdfkit writes title and author into XMP without escaping: `&` makes it ill-formed XML.
  fieldsOf(document).endMetadata = () => {}
  return document
}

/**
 * What the print dialogue begins with: the page at its own size, on both sides where there is a back
 * (ISO 32000-1, 12.2). A program may change it; nothing is forced.
 */
export function setPrinting(document: PdfDocument, turn: PrintTurn): void {
  const preferences = fieldsOf(document)._root.data.ViewerPreferences.data
  preferences['PrintScaling'] = 'None'
  if (turn !== 'none') preferences['Duplex'] = DUPLEX[turn]
}

export type PrintTurn = 'none' | 'long-edge' | 'short-edge'

const DUPLEX = { 'long-edge': 'DuplexFlipLongEdge', 'short-edge': 'DuplexFlipShortEdge' } as const

/** Points; y downward from the top left corner of the sheet. */
export type PageRect = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type PageBoxes = {
  /** Of the sheet: the media box. */
  readonly widthPt: number
  readonly heightPt: number
  /** What is left after cutting, and how far colour runs over it (ISO 32000-1, 14.11.2). */
  readonly trim?: PageRect
  readonly bleed?: PageRect
}

export function addPage(document: PdfDocument, boxes: PageBoxes): void {
  document.addPage({ size: [boxes.widthPt, boxes.heightPt], margin: 0 })
  const { data } = fieldsOf(document).page.dictionary
  if (boxes.trim !== undefined) data['TrimBox'] = upward(boxes.trim, boxes.heightPt)
  if (boxes.bleed !== undefined) data['BleedBox'] = upward(boxes.bleed, boxes.heightPt)
}

function upward({ x, y, width, height }: PageRect, pageHeight: number): readonly number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map(
    (value) => Math.round(value * 1000) / 1000,
  )
}

export function writeOperators(document: PdfDocument, operators: string): void {
  fieldsOf(document).addContent(operators)
}

/** A face inside one document: its resource name and the CIDs its glyphs got. */
export type EmbeddedFace = {
  /** `/F1` as used by the Tf operator, without the slash. */
  readonly name: string
  /** Four hexadecimal digits. */
  cidOf(glyph: ShapedGlyph): string
  /** Puts the face among the resources of the document's last page. */
  useOnPage(): void
}

/** Puts a face into the document. */
export function embedFace(document: PdfDocument, face: FontFace): EmbeddedFace {
  const key = faceKey(face)
  document.registerFont(key, openFace(face) as unknown as string)
  document.font(key)
  const { _font: font } = fieldsOf(document)
  const cids = new Map<string, string>()
  const glyphs: SubsetGlyph[] = [MISSING_GLYPH]
  // pdfkit maps it to U+0000, which no text may hold (ISO 19005-2, 6.2.11.7.2).
  font.unicode[0] = [REPLACEMENT_CHARACTER]
  font.embed = embedSubset(document, font, () => writeSubset(readFontFile(face), glyphs))
  return {
    name: font.id,
    useOnPage: () => {
      fieldsOf(document).page.fonts[font.id] = font.ref()
    },
    cidOf: (glyph) => {
      const cidKey = cidKeyOf(glyph)
      let cid = cids.get(cidKey)
      if (cid === undefined) {
        cid = addGlyph(font, glyph, glyphs).toString(16).padStart(4, '0')
        cids.set(cidKey, cid)
      }
      return cid
    },
  }
}

const REPLACEMENT_CHARACTER = 0xfffd

/**
 * pdfkit's own way of embedding, with our font file in it and its length, which a TrueType font must name
 * (ISO 32000-1, table 127): the stream of the file is the first object made.
 */
function embedSubset(
  document: PdfDocument,
  font: EmbeddedFontFields,
  write: () => Uint8Array,
): () => unknown {
  const embed = font.embed.bind(font)
  return () => {
    const file = write()
    const fields = fieldsOf(document)
    const makeReference = fields.ref.bind(fields)
    font.subset.encode = () => file
    fields.ref = (data) => {
      fields.ref = makeReference
      const stream = makeReference(data)
      stream.data['Length1'] = file.length
      return stream
    }
    return embed()
  }
}

const cidKeys = new WeakMap<ShapedGlyph, string>()

function cidKeyOf(glyph: ShapedGlyph): string {
  let key = cidKeys.get(glyph)
  if (key === undefined) {
    const parts = glyph.parts.map((part) => `${part.id},${part.x},${part.y}`).join(' ')
    key = `${glyph.id}:${parts}:${glyph.codePoints.join()}`
    cidKeys.set(glyph, key)
  }
  return key
}

/**
 * A CID of its own for every pair of glyph and text: the same shape is extracted as `-` here and as `‐`
 * there (print.md §2.3).
 */
function addGlyph(font: EmbeddedFontFields, glyph: ShapedGlyph, glyphs: SubsetGlyph[]): number {
  const cid = glyphs.push(glyph) - 1
  font.unicode[cid] = glyph.codePoints
  font.widths[cid] = glyph.defaultAdvance * 1000
  return cid
}
