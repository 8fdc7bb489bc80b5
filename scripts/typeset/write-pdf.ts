/** Marks → the bytes of a PDF. */
import { Buffer } from 'node:buffer'
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import type { LineMark, Mark, RectMark } from './mark.ts'
import { fillColor, formatNumber, paintText, strokeColor } from './paint-text.ts'
import {
  addPage,
  type EmbeddedFace,
  embedFace,
  openDocument,
  type PageBoxes,
  type PdfDocument,
  type PrintTurn,
  setPrinting,
  writeOperators,
} from './pdf-fields.ts'
import { plainPng } from './plain-png.ts'

export type PdfPage = PageBoxes & {
  /** In painting order, which is also reading order. */
  readonly marks: readonly Mark[]
}

export type PdfInfo = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly lang: string
  /** `YYYY-MM-DD`, or empty: then the file names no date. */
  readonly date: string
  /** The edge that a sheet with a back is turned over; left out: there is no back. */
  readonly turn?: PrintTurn
}

/** The same bytes for the same pages, on any day and in any time zone. */
export async function writePdf(pages: readonly PdfPage[], info: PdfInfo): Promise<Uint8Array> {
  const document = openDocument({ lang: info.lang, info: makeInfo(info) })
  setPrinting(document, info.turn ?? 'none')
  if (info.date === '') Reflect.deleteProperty(document.info, 'CreationDate')
  const bytes = collect(document)
  paintPages(document, pages)
  document.end()
  return bytes
}

/** pdfkit hashes this into the file's /ID when the document is made, so the date must be here by then. */
function makeInfo(info: PdfInfo): { readonly [key: string]: string | Date } {
  const entries = { Title: info.title, Author: info.author, Subject: info.subject }
  return {
    ...Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== '')),
    Creator: 'Lectern',
    Producer: 'Lectern',
    CreationDate: info.date === '' ? new Date(0) : new Date(`${info.date}T00:00:00Z`),
  }
}

function collect(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
}

/** A face is embedded once, and named by every page that uses it. */
function paintPages(document: PdfDocument, pages: readonly PdfPage[]): void {
  const faces = new Map<string, EmbeddedFace>()
  for (const page of pages) {
    addPage(document, page)
    const onPage = new Map<string, EmbeddedFace>()
    const faceIn = (face: FontFace): EmbeddedFace => {
      const key = faceKey(face)
      const known = onPage.get(key)
      if (known !== undefined) return known
      const embedded = faces.get(key) ?? embedFace(document, face)
      embedded.useOnPage()
      faces.set(key, embedded)
      onPage.set(key, embedded)
      return embedded
    }
    for (const mark of page.marks) paintMark(document, mark, faceIn)
  }
}

function paintMark(
  document: PdfDocument,
  mark: Mark,
  faceIn: (face: FontFace) => EmbeddedFace,
): void {
  switch (mark.kind) {
    case 'text':
      writeOperators(document, paintText(mark, faceIn))
      return
    case 'rect':
      writeOperators(document, paintRect(mark))
      return
    case 'line':
      writeOperators(document, paintLine(mark))
      return
    case 'image':
      // pdfkit reads the bytes of a Buffer, not of a plain Uint8Array, in its types only.
      document.image(Buffer.from(plainPng(mark.bytes)), mark.x, mark.y, {
        width: mark.width,
        height: mark.height,
      })
      return
    case 'link':
      document.link(mark.x, mark.y, mark.width, mark.height, mark.url)
      return
  }
}

function paintRect(mark: RectMark): string {
  const box = [mark.x, mark.y, mark.width, mark.height].map(formatNumber).join(' ')
  return `${fillColor(mark.fill)}\n${box} re f`
}

function paintLine(mark: LineMark): string {
  const from = `${formatNumber(mark.x1)} ${formatNumber(mark.y1)} m`
  const to = `${formatNumber(mark.x2)} ${formatNumber(mark.y2)} l`
  return `${strokeColor(mark.stroke)} ${formatNumber(mark.widthPt)} w\n${from} ${to} S`
}
