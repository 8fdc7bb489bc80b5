/**
 * Every field of pdfkit that is not in its documentation, typed in one place (fontkit's:
 * `mark-filtering.ts`); used here, in `pdf-document.ts` and `embed-face.ts`. The contract test `tests/typeset/pdf-fields.test.ts` fails when an update takes one away.
 * Seen in pdfkit 0.20.2 (`PDFFont`, `PDFPage`, `PDFDocument`, `PDFReference`).
 */
import type PDFDocument from 'pdfkit'
import type { PageRect } from './structure.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

export type Dictionary = Record<string, unknown>

/** pdfkit's PDFReference: an object of the file, with a stream when something was written to it. */
export type ReferenceFields = {
  readonly id: number
  readonly data: Dictionary
  buffer: readonly Uint8Array[]
  compress: boolean
  write(chunk: Uint8Array): void
  end(): void
  finalize: () => void
}

export type DocumentFields = {
  /** What writes itself before the document ends. */
  readonly _fontFamilies: Record<string, { finalize(): void }>
  readonly _root: ReferenceFields
  readonly _info: ReferenceFields
  /** One for every object number given out. */
  readonly _offsets: (number | null)[]
  readonly page: {
    readonly fonts: Dictionary
    readonly annotations: ReferenceFields[]
    readonly dictionary: ReferenceFields
  }
  ref: (data: Dictionary) => ReferenceFields
  addContent(operators: Uint8Array): unknown
  openImage(bytes: Buffer): PdfImage
  endMetadata: () => void
  endMarkings: () => void
  _write: (data: string | Uint8Array) => void
  _finalize: () => void
}

export function fieldsOf(document: PdfDocument): DocumentFields {
  // pdfkit's types leave these out; the contract test holds them.
  return document as unknown as DocumentFields
}

export type PageBoxes = {
  /** Of the sheet: the media box. */
  readonly widthPt: number
  readonly heightPt: number
  /** What is left after cutting, and how far colour runs over it (ISO 32000-1, 14.11.2). */
  readonly trim?: PageRect
  readonly bleed?: PageRect
}

/** @param structParents key of the page in the parent tree. Gives the page's object number. */
export function addPage(document: PdfDocument, boxes: PageBoxes, structParents: number): number {
  document.addPage({ size: [boxes.widthPt, boxes.heightPt], margin: 0 })
  const { data, id } = fieldsOf(document).page.dictionary
  // Tabs follow the structure (ISO 14289-1, 7.18.3).
  Object.assign(data, { StructParents: structParents, Tabs: 'S' })
  if (boxes.trim !== undefined) data['TrimBox'] = upward(boxes.trim, boxes.heightPt)
  if (boxes.bleed !== undefined) data['BleedBox'] = upward(boxes.bleed, boxes.heightPt)
  return id
}

/** A rectangle of a PDF: its corners, y upward. */
export function upward({ x, y, width, height }: PageRect, pageHeight: number): readonly number[] {
  return [x, pageHeight - y - height, x + width, pageHeight - y].map(
    (value) => Math.round(value * 1000) / 1000,
  )
}

/** A picture that pdfkit has read, for its `image`, whose types know files and bytes only. */
export type PdfImage = Buffer & { readonly width: number; readonly height: number }

export function openImage(document: PdfDocument, bytes: Uint8Array): PdfImage {
  return fieldsOf(document).openImage(Buffer.from(bytes))
}

export function writeOperators(document: PdfDocument, operators: string): void {
  // Bytes: pdfkit turns a string into them one character at a time.
  fieldsOf(document).addContent(Buffer.from(`${operators}\n`, 'latin1'))
}
