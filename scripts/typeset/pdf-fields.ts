/**
 * Every field of pdfkit and fontkit that is not in their documentation, in one place; the contract test
 * `tests/typeset/pdf-fields.test.ts` fails when an update takes one away.
 * Seen in pdfkit 0.20.2 (`EmbeddedFont`, `PDFPage`, `PDFDocument`) and fontkit 2.0.4 (`Subset`).
 */
import PDFDocument from 'pdfkit'
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import type { ShapedGlyph } from './shape-run.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** pdfkit's EmbeddedFont: arrays by CID, and the subset the font file is made from. */
type EmbeddedFontFields = {
  readonly id: string
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number }
  readonly unicode: (readonly number[])[]
  readonly widths: number[]
  ref(): unknown
}

type DocumentFields = {
  readonly _font: EmbeddedFontFields
  readonly page: { readonly fonts: Record<string, unknown> }
  addContent(operators: string): unknown
  endMetadata: () => void
}

function fieldsOf(document: PdfDocument): DocumentFields {
  // pdfkit's types leave these out; the contract test holds them.
  return document as unknown as DocumentFields
}

export type DocumentOptions = {
  readonly widthPt: number
  readonly heightPt: number
  readonly lang: string
  readonly info: { readonly [key: string]: string | Date }
}

/** A document of one page, with no default font and no clock in it. */
export function openDocument(options: DocumentOptions): PdfDocument {
  const document = new PDFDocument({
    size: [options.widthPt, options.heightPt],
    margin: 0,
    pdfVersion: '1.7',
    lang: options.lang,
    displayTitle: true,
    info: options.info,
    // The types know only a file name; null keeps Helvetica out, which can never be embedded.
    font: null as unknown as string,
    autoFirstPage: true,
  })
  // pdfkit writes title and author into XMP without escaping: `&` makes it ill-formed XML.
  fieldsOf(document).endMetadata = () => {}
  return document
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
}

/** Puts a face into the document and on its page. */
export function embedFace(document: PdfDocument, face: FontFace): EmbeddedFace {
  const key = faceKey(face)
  document.registerFont(key, openFace(face) as unknown as string)
  document.font(key)
  const { _font: font, page } = fieldsOf(document)
  page.fonts[font.id] = font.ref()
  const cids = new Map<string, string>()
  return {
    name: font.id,
    cidOf: (glyph) => {
      const cidKey = `${glyph.id}:${glyph.codePoints.join()}`
      let cid = cids.get(cidKey)
      if (cid === undefined) {
        cid = addGlyph(font, glyph).toString(16).padStart(4, '0')
        cids.set(cidKey, cid)
      }
      return cid
    },
  }
}

/**
 * A CID of its own for every pair of glyph and text, by listing the glyph again where it stands for other
 * characters: the same shape is extracted as `-` here and as `‐` there, and the glyphs of a Devanagari
 * cluster spell it in the order of writing (print.md §2.3).
 */
function addGlyph(font: EmbeddedFontFields, glyph: ShapedGlyph): number {
  const { subset } = font
  let cid = subset.includeGlyph(glyph.id)
  if (font.unicode[cid] !== undefined) {
    subset.glyphs.push(glyph.id)
    cid = subset.glyphs.length - 1
  }
  font.unicode[cid] = glyph.codePoints
  font.widths[cid] = glyph.defaultAdvance * 1000
  return cid
}
