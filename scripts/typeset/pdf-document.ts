/** A document of pdfkit's whose body is written here: its objects, its catalog, its links. */
import PDFDocument from 'pdfkit'
import { CompactBody } from './compact-objects.ts'
import { packStream } from './pack-stream.ts'
import {
  type Dictionary,
  type DocumentFields,
  fieldsOf,
  type PdfDocument,
  type ReferenceFields,
  upward,
} from './pdf-fields.ts'
import type { PageRect } from './structure.ts'

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
        pack(ref)
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

/** Before pdfkit does it. */
function pack(ref: ReferenceFields): void {
  if (!ref.compress) return
  ref.buffer = [packStream(Buffer.concat(ref.buffer))]
  ref.compress = false
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
