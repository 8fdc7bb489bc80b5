import { expect, it } from 'vitest'
import { addPage, embedFace, openDocument } from '../../scripts/typeset/pdf-fields.ts'
import { shapeRun } from '../../scripts/typeset/shape-run.ts'

const FACE = { family: 'Noto Sans Devanagari', weight: 400, isItalic: false } as const

const open = (): ReturnType<typeof openDocument> => {
  const document = openDocument({ lang: 'hi', info: { CreationDate: new Date(0) } })
  addPage(document, { widthPt: 100, heightPt: 100 })
  return document
}

/** The embedded font as pdfkit keeps it: the fields that pdf-fields.ts leans on. */
const fontOf = (document: object): Record<string, unknown> =>
  Reflect.get(document, '_font') as Record<string, unknown>

it('pdfkit keeps CIDs in the arrays “unicode” and “widths” of an embedded font', () => {
  const document = open()
  embedFace(document, FACE).useOnPage()
  const font = fontOf(document)
  expect(font['id']).toBe('F1')
  expect(font['unicode']).toEqual([[0]])
  expect(font['widths']).toHaveLength(1)
  expect(typeof font['ref']).toBe('function')
  expect(font['dictionary']).toBeDefined()
})

it('fontkit lists the glyphs of a subset in order of their CIDs', () => {
  const document = open()
  embedFace(document, FACE)
  const subset = fontOf(document)['subset'] as Record<string, unknown>
  expect(subset['glyphs']).toEqual([0])
  expect(typeof subset['includeGlyph']).toBe('function')
  expect(typeof subset['_addGlyph']).toBe('function')
  expect(typeof subset['encode']).toBe('function')
})

it('fontkit fills glyf, loca, hmtx and offset while it writes a subset', () => {
  const document = open()
  const face = embedFace(document, FACE)
  const cids = shapeRun(FACE, 'र्कि').glyphs.map((glyph) => face.cidOf(glyph))
  expect(cids).toEqual(['0001', '0002', '0003', '0004'])
  const subset = fontOf(document)['subset'] as { encode(): Uint8Array } & Record<string, unknown>
  expect(subset.encode().length).toBeGreaterThan(500)
  const glyf = subset['glyf'] as readonly Uint8Array[]
  // .notdef, the cluster, three carriers, and the parts of the cluster.
  expect(glyf.length).toBeGreaterThan(5)
  expect(glyf[1]?.length).toBeGreaterThanOrEqual(10 + 2 * 8)
  expect(glyf[2]?.length).toBe(0)
  const loca = subset['loca'] as { offsets: readonly number[] }
  expect(loca.offsets).toHaveLength(glyf.length + 1)
  const hmtx = subset['hmtx'] as { metrics: readonly { advance: number }[] }
  expect(hmtx.metrics).toHaveLength(glyf.length)
  expect(hmtx.metrics[2]?.advance).toBe(0)
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
  addPage(document, {
    widthPt: 100,
    heightPt: 200,
    trim: { x: 10, y: 20, width: 80, height: 150 },
    bleed: { x: 5, y: 15, width: 90, height: 160 },
  })
  const page = Reflect.get(document, 'page') as {
    fonts: Record<string, unknown>
    dictionary: { data: Record<string, unknown> }
  }
  expect(page.dictionary.data['TrimBox']).toEqual([10, 30, 90, 180])
  expect(page.dictionary.data['BleedBox']).toEqual([5, 25, 95, 185])
  embedFace(document, FACE).useOnPage()
  expect(Object.keys(page.fonts)).toEqual(['F1'])
})
