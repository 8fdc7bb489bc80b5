/**
 * Every field of pdfkit that is not in its documentation, in one place (fontkit's: `mark-filtering.ts`);
 * the contract test `tests/typeset/pdf-fields.test.ts` fails when an update takes one away.
 * Seen in pdfkit 0.20.2 (`EmbeddedFont`, `PDFPage`, `PDFDocument`, `PDFReference`).
 */
import PDFDocument from 'pdfkit'
import type { FontFace } from '../font/faces.ts'
import { faceKey, readFontFile } from '../font/faces.ts'
import { CompactBody } from './compact-objects.ts'
import { openFace } from './open-face.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'
import type { PageRect } from './structure.ts'
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

type Dictionary = Record<string, unknown>

/** pdfkit's PDFReference: an object of the file, with a stream when something was written to it. */
type ReferenceFields = {
  readonly id: number
  readonly data: Dictionary
  readonly buffer: readonly Uint8Array[]
  compress: boolean
  write(chunk: Uint8Array): void
  end(): void
  finalize: () => void
}

type DocumentFields = {
  readonly _font: EmbeddedFontFields
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
  addContent(operators: string): unknown
  openImage(bytes: Buffer): PdfImage
  endMetadata: () => void
  endMarkings: () => void
  _write: (data: string | Uint8Array) => void
  _finalize: () => void
}

function fieldsOf(document: PdfDocument): DocumentFields {
  // pdfkit's types leave these out; the contract test holds them.
  return document as unknown as DocumentFields
}

/** The bodies that pdfkit's documents are written to in place of its stream. */
const bodies = new WeakMap<PdfDocument, CompactBody>()

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
  const fields = fieldsOf(document)
  // pdfkit writes title and author into XMP without escaping: `&` makes it ill-formed XML.
  fields.endMetadata = () => {}
  // The structure tree is written by `structure-tree.ts`.
  fields.endMarkings = () => {}
  bodies.set(document, compactBody(fields))
  return document
}

/**
 * What the print dialogue begins with: the page at its own size, on both sides where there is a back
 * (ISO 32000-1, 12.2). A program may change it; nothing is forced.
 */
export function setPrinting(document: PdfDocument, turn: PrintTurn): void {
  const { data } = fieldsOf(document)._root.data['ViewerPreferences'] as ReferenceFields
  data['PrintScaling'] = 'None'
  if (turn !== 'none') data['Duplex'] = DUPLEX[turn]
}

export type PrintTurn = 'none' | 'long-edge' | 'short-edge'

const DUPLEX = { 'long-edge': 'DuplexFlipLongEdge', 'short-edge': 'DuplexFlipShortEdge' } as const

/** Four bytes above 127 tell programs that the file is no text (ISO 19005-2, 6.1.2). */
const HEADER = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')

/** Lets pdfkit write objects without a stream into an object stream. */
function compactBody(fields: DocumentFields): CompactBody {
  const body = new CompactBody()
  body.write(HEADER)
  const write = (data: string | Uint8Array): void =>
    body.write(typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data)
  fields._write = write
  fields._finalize = () => {}
  const compact = (ref: ReferenceFields): ReferenceFields => {
    const finalize = ref.finalize.bind(ref)
    ref.finalize = () => {
      if (ref.buffer.length > 0) {
        body.begin(ref.id)
        finalize()
        return
      }
      const lines: string[] = []
      fields._write = (line) => lines.push(String(line))
      finalize()
      fields._write = write
      // Between “1 0 obj” and “endobj”.
      body.collect(ref.id, lines[1] ?? '')
    }
    return ref
  }
  const { Pages, Names, ViewerPreferences } = fields._root.data
  // pdfkit's tree of named places, which nothing here uses.
  Reflect.deleteProperty((Names as ReferenceFields).data, 'Dests')
  for (const ref of [fields._root, Pages, Names, ViewerPreferences]) compact(ref as ReferenceFields)
  const makeRef = fields.ref.bind(fields)
  fields.ref = (data) => compact(makeRef(data))
  return body
}

/** The bytes of the whole file. */
export function finishDocument(document: PdfDocument): Uint8Array {
  const body = bodies.get(document)
  if (body === undefined) throw new Error('the document was not opened here')
  document.end()
  const { _offsets, _root, _info } = fieldsOf(document)
  return body.finish(_offsets.length + 1, { root: _root.id, info: _info.id })
}

/** Lists an attached file in the name tree of the catalog. */
export function nameAttachment(document: PdfDocument, name: string, file: object): void {
  const names = fieldsOf(document)._root.data['Names'] as ReferenceFields
  Object.assign(names.data, { EmbeddedFiles: { Names: [new String(name), file] } })
}

/** Adds entries to the catalog. */
export function extendCatalog(document: PdfDocument, entries: Dictionary): void {
  Object.assign(fieldsOf(document)._root.data, entries)
}

/** An object of the file, with a stream if there is content. */
export function addObject(
  document: PdfDocument,
  data: Dictionary,
  content?: { readonly bytes: Uint8Array; readonly isCompressed: boolean },
): object {
  const ref = fieldsOf(document).ref(data)
  if (content !== undefined) {
    ref.compress = content.isCompressed
    ref.write(content.bytes)
  }
  ref.end()
  return ref
}

/** Objects that are written already, numbered on from the number given to `write`; gives the first. */
export function addWritten(
  document: PdfDocument,
  write: (firstId: number) => readonly string[],
): object {
  const fields = fieldsOf(document)
  const first = fields.ref({})
  for (const [index, object] of write(first.id).entries()) {
    if (index > 0) fields._offsets.push(null)
    bodies.get(document)?.collect(first.id + index, object)
  }
  return first
}

/** An address in a PDF is ASCII (ISO 32000-1, 12.6.4.7). */
function asciiUrl(url: string): string {
  return url.replace(/[^!-~]+/gu, (part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
}

/** A link over a rectangle of the last page; gives its object number. */
export function addLink(
  document: PdfDocument,
  rect: PageRect,
  link: { readonly url: string; readonly description: string; readonly structParent: number },
): number {
  const fields = fieldsOf(document)
  const ref = fields.ref({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: upward(rect, document.page.height),
    Border: [0, 0, 0],
    // Printed, as PDF/A wants of every annotation (ISO 19005-2, 6.3.2).
    F: 4,
    Contents: new String(link.description),
    A: { S: 'URI', URI: new String(asciiUrl(link.url)) },
    StructParent: link.structParent,
  })
  fields.page.annotations.push(ref)
  ref.end()
  return ref.id
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

function upward({ x, y, width, height }: PageRect, pageHeight: number): readonly number[] {
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
