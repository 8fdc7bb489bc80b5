import { expect, it } from 'vitest'
import { readTables } from '../../scripts/font/sfnt-tables.ts'
import { embedFace } from '../../scripts/typeset/embed-face.ts'
import { finishDocument, openDocument } from '../../scripts/typeset/pdf-document.ts'
import { addPage } from '../../scripts/typeset/pdf-fields.ts'
import { shapeRun } from '../../scripts/typeset/shape-run.ts'
import { streamsOf, textOfObjects } from './pdf-objects.ts'

const FACE = { family: 'Noto Sans Devanagari', weight: 400, isItalic: false } as const

const open = (): ReturnType<typeof openDocument> => {
  const document = openDocument({ lang: 'hi', info: { CreationDate: new Date(0) } })
  addPage(document, { widthPt: 100, heightPt: 100 }, 0)
  return document
}

it('pdfkit writes what is listed among its fonts when the document ends', () => {
  const document = open()
  const face = embedFace(document, FACE)
  expect(Object.keys(Reflect.get(document, '_fontFamilies') as object)).toEqual([face.name])
  face.useOnPage()
  const cids = shapeRun(FACE, 'र्कि').glyphs.map((glyph) => face.cidOf(glyph))
  expect(cids).toEqual(['0001', '0002', '0003', '0004'])
  const pdf = finishDocument(document)
  const objects = textOfObjects(pdf)
  const length = Number(/\/Length1 (\d+)/u.exec(objects)?.[1])
  const file = streamsOf(pdf).find((stream) => stream.length === length)
  // .notdef, the cluster, three carriers, and the parts of the cluster.
  expect(readTables(file ?? new Uint8Array()).get('maxp')?.[5]).toBe(1 + 4 + 3)
  expect(objects).toMatch(/\/FontFile2 \d+ 0 R/u)
  expect(objects).toContain('/BaseFont /BZZZZZ+NotoSansDevanagari-Regular')
})

it('the same shape gets a CID of its own for other characters', () => {
  const face = embedFace(open(), FACE)
  const [glyph] = shapeRun(FACE, 'क').glyphs
  if (glyph === undefined) throw new Error('no glyph')
  const first = face.cidOf(glyph)
  expect(face.cidOf({ ...glyph })).toBe(first)
  expect(face.cidOf({ ...glyph, codePoints: [0x916] })).not.toBe(first)
})

it('pdfkit keeps the dictionary and the fonts of the page that is written to', () => {
  const document = open()
  addPage(
    document,
    {
      widthPt: 100,
      heightPt: 200,
      trim: { x: 10, y: 20, width: 80, height: 150 },
      bleed: { x: 5, y: 15, width: 90, height: 160 },
    },
    1,
  )
  const page = Reflect.get(document, 'page') as {
    fonts: Record<string, unknown>
    dictionary: { data: Record<string, unknown> }
  }
  expect(page.dictionary.data['TrimBox']).toEqual([10, 30, 90, 180])
  expect(page.dictionary.data['BleedBox']).toEqual([5, 25, 95, 185])
  embedFace(document, FACE).useOnPage()
  expect(Object.keys(page.fonts)).toEqual(['F1'])
})

it('pdfkit writes objects, their numbers and their streams where pdf-document.ts takes them over', () => {
  const document = open()
  // The types know less of a reference than it holds.
  const made = document.ref({ Type: 'Test' }) as unknown as Record<string, unknown>
  expect(made['id']).toBe((Reflect.get(document, '_offsets') as unknown[]).length)
  expect(made['buffer']).toEqual([])
  expect(made['data']).toEqual({ Type: 'Test' })
  expect(Object.keys(made)).toContain('compress')
  for (const method of ['write', 'end', 'finalize']) expect(typeof made[method]).toBe('function')
  for (const method of ['_write', '_finalize', 'endMetadata', 'endMarkings', 'openImage'])
    expect(typeof Reflect.get(document, method)).toBe('function')
  const root = Reflect.get(document, '_root') as { data: Record<string, unknown> }
  expect(Object.keys(root.data).sort()).toEqual([
    'Lang',
    'Names',
    'Pages',
    'Type',
    'ViewerPreferences',
  ])
  ;(made['end'] as () => void).call(made)
  expect(textOfObjects(finishDocument(document))).toContain('<<\n/Type /Test\n>>')
})
