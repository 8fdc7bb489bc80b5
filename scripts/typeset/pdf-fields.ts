/**
 * Every field of pdfkit and fontkit that is not in their documentation, in one place; the contract test
 * `tests/typeset/pdf-fields.test.ts` fails when an update takes one away.
 * Seen in pdfkit 0.20.2 (`EmbeddedFont`, `PDFPage`, `PDFDocument`) and fontkit 2.0.4 (`Subset`).
 */
import type { FontkitFont } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import { EMPTY_GLYPH, type ShapedGlyph } from './shaped-glyph.ts'

export type PdfDocument = InstanceType<typeof PDFDocument>

/** pdfkit's EmbeddedFont: arrays by CID, and the subset the font file is made from. */
type EmbeddedFontFields = {
  readonly id: string
  readonly subset: SubsetFields
  readonly unicode: (readonly number[])[]
  readonly widths: number[]
  ref(): unknown
}

/** fontkit's TTFSubset: the tables it collects while it writes one glyph after the other. */
type SubsetFields = {
  readonly glyphs: number[]
  includeGlyph(id: number): number
  _addGlyph(id: number): number
  readonly glyf: Uint8Array[]
  readonly loca: { readonly offsets: number[] }
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] }
  offset: number
}

type DocumentFields = {
  readonly _font: EmbeddedFontFields
  readonly page: {
    readonly fonts: Record<string, unknown>
    readonly dictionary: { readonly data: Record<string, unknown> }
  }
  addContent(operators: string): unknown
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
  const joined = new JoinedGlyphs(font.subset, face)
  return {
    name: font.id,
    useOnPage: () => {
      fieldsOf(document).page.fonts[font.id] = font.ref()
    },
    cidOf: (glyph) => {
      const cidKey = cidKeyOf(glyph)
      let cid = cids.get(cidKey)
      if (cid === undefined) {
        cid = addGlyph(font, glyph, joined).toString(16).padStart(4, '0')
        cids.set(cidKey, cid)
      }
      return cid
    },
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
 * A CID of its own for every pair of glyph and text, by listing the glyph again where it stands for other
 * characters: the same shape is extracted as `-` here and as `‐` there (print.md §2.3).
 */
function addGlyph(font: EmbeddedFontFields, glyph: ShapedGlyph, joined: JoinedGlyphs): number {
  const { subset } = font
  const id = glyph.parts.length === 0 ? glyph.id : joined.idOf(glyph)
  let cid = subset.includeGlyph(id)
  if (font.unicode[cid] !== undefined) {
    subset.glyphs.push(id)
    cid = subset.glyphs.length - 1
  }
  font.unicode[cid] = glyph.codePoints
  font.widths[cid] = glyph.defaultAdvance * 1000
  return cid
}

/** Above every glyph id a font can have: ids of glyphs that exist in this document only. */
const FIRST_JOINED_ID = 0x10000

/** Glyphs made of several, written as composite glyphs (OpenType 1.9.1, “glyf”) of the subset font. */
class JoinedGlyphs {
  readonly #ids = new Map<string, number>()
  readonly #glyphs: ShapedGlyph[] = []

  constructor(subset: SubsetFields, face: FontFace) {
    const addOwn = subset._addGlyph.bind(subset)
    subset._addGlyph = (id) => {
      if (id === EMPTY_GLYPH) return addEmpty(subset)
      const glyph = this.#glyphs[id - FIRST_JOINED_ID]
      return glyph === undefined ? addOwn(id) : addComposite(subset, glyph, openFace(face))
    }
  }

  idOf(glyph: ShapedGlyph): number {
    const key = glyph.parts.map((part) => `${part.id},${part.x},${part.y}`).join(' ')
    let id = this.#ids.get(key)
    if (id === undefined) {
      id = FIRST_JOINED_ID + this.#glyphs.length
      this.#ids.set(key, id)
      this.#glyphs.push(glyph)
    }
    return id
  }
}

function addComposite(subset: SubsetFields, glyph: ShapedGlyph, font: FontkitFont): number {
  const parts = glyph.parts.map((part) => ({ ...part, subsetId: subset.includeGlyph(part.id) }))
  const bytes = writeComposite(parts, boundsOf(glyph, font))
  subset.glyf.push(bytes)
  subset.loca.offsets.push(subset.offset)
  subset.hmtx.metrics.push({
    advance: Math.round(glyph.defaultAdvance * font.unitsPerEm),
    bearing: boundsOf(glyph, font)[0],
  })
  subset.offset += bytes.length
  return subset.glyf.length - 1
}

function addEmpty(subset: SubsetFields): number {
  subset.glyf.push(new Uint8Array())
  subset.loca.offsets.push(subset.offset)
  subset.hmtx.metrics.push({ advance: 0, bearing: 0 })
  return subset.glyf.length - 1
}

type Bounds = readonly [minX: number, minY: number, maxX: number, maxY: number]

function boundsOf(glyph: ShapedGlyph, font: FontkitFont): Bounds {
  const boxes = glyph.parts
    .map((part) => ({ part, box: font.getGlyph(part.id).bbox }))
    .filter(({ box }) => Number.isFinite(box.minX))
  if (boxes.length === 0) return [0, 0, 0, 0]
  return [
    Math.min(...boxes.map(({ part, box }) => Math.floor(box.minX) + part.x)),
    Math.min(...boxes.map(({ part, box }) => Math.floor(box.minY) + part.y)),
    Math.max(...boxes.map(({ part, box }) => Math.ceil(box.maxX) + part.x)),
    Math.max(...boxes.map(({ part, box }) => Math.ceil(box.maxY) + part.y)),
  ]
}

const ARGUMENTS_ARE_WORDS = 0x0001
const ARGUMENTS_ARE_OFFSETS = 0x0002
const MORE_COMPONENTS = 0x0020
const COMPOSITE = -1

function writeComposite(
  parts: readonly { readonly subsetId: number; readonly x: number; readonly y: number }[],
  bounds: Bounds,
): Uint8Array {
  const bytes = new Uint8Array(10 + 8 * parts.length)
  const view = new DataView(bytes.buffer)
  view.setInt16(0, COMPOSITE)
  for (const [index, bound] of bounds.entries()) view.setInt16(2 + 2 * index, bound)
  for (const [index, part] of parts.entries()) {
    const at = 10 + 8 * index
    const more = index < parts.length - 1 ? MORE_COMPONENTS : 0
    view.setUint16(at, ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | more)
    view.setUint16(at + 2, part.subsetId)
    view.setInt16(at + 4, part.x)
    view.setInt16(at + 6, part.y)
  }
  return bytes
}
