/** Marks → a tagged file: what the pages of a brief do not show. */
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { breakParagraph } from '../../scripts/typeset/break-paragraph.ts'
import { asArtifacts, moveMark } from '../../scripts/typeset/change-marks.ts'
import { greyMarks } from '../../scripts/typeset/grey-marks.ts'
import { neverHyphenate } from '../../scripts/typeset/hyphenate.ts'
import { inkPercent } from '../../scripts/typeset/ink-estimate.ts'
import type { Mark } from '../../scripts/typeset/mark.ts'
import { makeItems } from '../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../scripts/typeset/set-line.ts'
import {
  type Element,
  HEADER,
  LAYOUT,
  makeElement,
  PAGE_AID,
  type Tag,
  WATERMARK,
} from '../../scripts/typeset/structure.ts'
import { makeSpan } from '../../scripts/typeset/text-span.ts'
import { type PdfPage, writePdf } from '../../scripts/typeset/write-pdf.ts'
import { streamsOf, textOfObjects } from './pdf-objects.ts'
import { findAll, readStructure } from './pdf-structure.ts'
import { hasTool, runTool } from './pdf-text.ts'

const INFO = { title: 'T', author: '', subject: '', lang: 'en', date: '' }
const STYLE = { stack: 'sans', weight: 400, isItalic: false } as const

function text(words: string, tag: Tag, y = 50): readonly Mark[] {
  const items = makeItems([makeSpan(words, { style: STYLE, color: '#000000' })], {
    hyphenate: neverHyphenate,
    longWordEm: 15,
  })
  return breakParagraph(items, 1000, 'ragged').flatMap((line) =>
    setLine(items, line, { x: 20, y, sizePt: 10, tag }),
  )
}

const page = (...marks: readonly (readonly Mark[])[]): PdfPage => ({
  widthPt: 400,
  heightPt: 200,
  marks: marks.flat(),
})

const square = (tag: Tag): Mark => ({
  kind: 'rect',
  x: 10,
  y: 20,
  width: 30,
  height: 40,
  fill: '#112233',
  tag,
})

const paragraph = (parent?: Element): Element => makeElement('P', parent)

describe('an element with marks on two pages', () => {
  const section = makeElement('Sect', undefined)
  const divided = paragraph(section)
  const pages = [
    page(text('before', paragraph(section)), text('first half', divided, 80)),
    page(text('second half', divided), text('after', paragraph(section), 80)),
  ]

  it('is one element, told on both', async () => {
    const pdf = await writePdf(pages, INFO)
    const told = (await readStructure(pdf)).map((tree) =>
      findAll(tree, 'P').map((each) => each.text),
    )
    expect(told).toEqual([
      ['before', 'first half'],
      ['second half', 'after'],
    ])
    expect(textOfObjects(pdf).match(/\/S\/Sect/gu)).toHaveLength(1)
    expect(textOfObjects(pdf).match(/\/S\/P\//gu)).toHaveLength(3)
    expect(auditPdf(pdf)).toEqual([])
  })

  it.skipIf(!hasTool('pdfinfo'))('is read by poppler in order', async () => {
    const told = runTool('pdfinfo', ['-struct-text', 'FILE'], await writePdf(pages, INFO)) ?? ''
    expect(told.match(/"[^"]*"/gu)).toEqual([
      '"before"',
      '"first half"',
      '"second half"',
      '"after"',
    ])
  })
})

it('a second copy of a page is seen and never told', async () => {
  const marks = text('Once', paragraph())
  const pdf = await writePdf([page(marks, asArtifacts(marks))], INFO)
  const [tree] = await readStructure(pdf)
  expect(tree === undefined ? [] : findAll(tree, 'P').map((each) => each.text)).toEqual(['Once'])
  expect(auditPdf(pdf)).toEqual([])
})

it('furniture is an artifact of its kind', async () => {
  const tags = [LAYOUT, HEADER, PAGE_AID, WATERMARK]
  const pdf = await writePdf([page(...tags.map((tag) => text('x', tag)))], INFO)
  const plain = streamsOf(pdf)
    .map((stream) => Buffer.from(stream).toString('latin1'))
    .join('\n')
  for (const artifact of [
    '<</Type/Layout>>',
    '<</Type/Pagination/Subtype/Header>>',
    '<</Type/Page>>',
    '<</Type/Pagination/Subtype/Watermark>>',
  ])
    expect(plain).toContain(`/Artifact${artifact}BDC`)
  expect(auditPdf(pdf)).toEqual([])
})

it('a figure has its box in the coordinates of the file', async () => {
  const attribute = { name: 'BBox', value: { x: 10, y: 20, width: 30, height: 40 } } as const
  const figure = makeElement('Figure', undefined, { alt: 'A (square) & more', attribute })
  const pdf = await writePdf([page([square(figure)])], INFO)
  expect(textOfObjects(pdf)).toContain('/BBox[10 140 40 180]')
  expect(textOfObjects(pdf)).toContain('/Alt(A \\(square\\) & more)')
  expect(auditPdf(pdf)).toEqual([])
})

it('an address outside ASCII is written as an address', async () => {
  const link = makeElement('Link', undefined)
  const marks: readonly Mark[] = [
    ...text('पता', link),
    {
      kind: 'link',
      x: 1,
      y: 2,
      width: 3,
      height: 4,
      url: 'https://example.org/हिन्दी (1)?a=b&c=%20',
      description: 'पता',
      tag: link,
      inline: undefined,
    },
  ]
  const pdf = await writePdf([page(marks)], INFO)
  expect(textOfObjects(pdf)).toContain(
    '/URI (https://example.org/%E0%A4%B9%E0%A4%BF%E0%A4%A8%E0%A5%8D%E0%A4%A6%E0%A5%80%20\\(1\\)?a=b&c=%20)',
  )
  expect(auditPdf(pdf)).toEqual([])
})

it('nothing but marks without any element is a file too', async () => {
  for (const marks of [[], [square(LAYOUT)]]) {
    const pdf = await writePdf([page(marks)], INFO)
    expect(auditPdf(pdf)).toEqual([])
  }
})

describe('a picture', () => {
  const png = (color: number, pixel: readonly number[]): Uint8Array => {
    const chunk = (type: string, data: Uint8Array): Buffer => {
      const head = Buffer.alloc(8)
      head.writeUInt32BE(data.length, 0)
      head.write(type, 4, 'latin1')
      return Buffer.concat([head, data, Buffer.alloc(4)])
    }
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, color, 0, 0, 0])),
      chunk('IDAT', deflateSync(Buffer.from([0, ...pixel]))),
      chunk('IEND', Buffer.alloc(0)),
    ])
  }
  const image = (bytes: Uint8Array, x: number): Mark => ({
    kind: 'image',
    x,
    y: 10,
    width: 20,
    height: 20,
    bytes,
    tag: makeElement('Figure', undefined, {
      alt: 'A dot',
      attribute: { name: 'BBox', value: { x, y: 10, width: 20, height: 20 } },
    }),
  })

  it('of any colour type is whole in the file, and not transparent', async () => {
    for (const [color, pixel] of [
      [0, [9]],
      [2, [1, 2, 3]],
      [4, [9, 128]],
      [6, [1, 2, 3, 128]],
    ] as const) {
      const pdf = await writePdf([page([image(png(color, pixel), 10)])], INFO)
      expect(textOfObjects(pdf)).not.toContain('SMask')
      expect(auditPdf(pdf)).toEqual([])
    }
  })

  it('shown twice is in the file once', async () => {
    const bytes = png(6, [1, 2, 3, 255])
    const first = image(bytes, 10)
    const pdf = await writePdf([page([first], asArtifacts([image(bytes, 60)]))], INFO)
    expect(textOfObjects(pdf).match(/\/Subtype \/Image/gu)).toHaveLength(1)
    expect(auditPdf(pdf)).toEqual([])
  })
})

describe('a path', () => {
  const figure = makeElement('Figure', undefined, {
    alt: 'A box with an arrow',
    attribute: { name: 'BBox', value: { x: 10, y: 10, width: 80, height: 40 } },
  })
  const path: Mark = {
    kind: 'path',
    steps: [
      { to: 'move', x: 10, y: 10 },
      { to: 'line', x: 90, y: 10 },
      { to: 'curve', x1: 90, y1: 30, x2: 80, y2: 50, x: 60, y: 50 },
      { to: 'close' },
    ],
    fill: '#f4f1ea',
    stroke: '#0b3c5d',
    widthPt: 0.5,
    dash: [2, 1],
    tag: figure,
  }

  it('is filled and stroked, and leaves joins and dashes as they were', async () => {
    const pdf = await writePdf([page([path], text('after', paragraph()))], INFO)
    const plain = streamsOf(pdf).map((stream) => Buffer.from(stream).toString('latin1'))
    const content = plain.find((stream) => stream.includes('10 10 m')) ?? ''
    expect(content).toContain('[2 1] 0 d\n10 10 m\n90 10 l\n90 30 80 50 60 50 c\nh\nB\nQ')
    expect(auditPdf(pdf)).toEqual([])
  })

  it('moves as a whole', () => {
    const moved = moveMark(path, 5, 7)
    expect(moved.kind === 'path' ? moved.steps[2] : undefined).toEqual({
      to: 'curve',
      x1: 95,
      y1: 37,
      x2: 85,
      y2: 57,
      x: 65,
      y: 57,
    })
  })

  it('loses its tint on a machine that prints black only, and keeps its outline', () => {
    const [grey] = greyMarks([path], '#f4f1ea')
    expect(grey).not.toHaveProperty('fill')
    expect(grey).toMatchObject({ stroke: expect.stringMatching(/^#(..)\1\1$/u) })
  })

  it('costs the ink of its area', () => {
    const square = (['move', 'line', 'line', 'line'] as const).map((to, index) => ({
      to,
      x: index === 1 || index === 2 ? 50 : 0,
      y: index > 1 ? 50 : 0,
    }))
    const { stroke: _, ...filled } = path
    expect(inkPercent([{ ...filled, steps: square, fill: '#000000' }], 10_000)).toBe(25)
  })
})
