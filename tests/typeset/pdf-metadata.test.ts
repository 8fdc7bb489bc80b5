/** What the file says about itself, whatever an author writes into it. */
import { Buffer } from 'node:buffer'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { parseXml } from '../../scripts/audit/reader/xml.ts'
import { findProperty, plainText, readXmp } from '../../scripts/audit/reader/xmp.ts'
import { type Attachment, type PdfInfo, writePdf } from '../../scripts/typeset/write-pdf.ts'
import { textOfObjects } from './pdf-objects.ts'
import { hasTool, runTool } from './pdf-text.ts'

const INFO: PdfInfo = { title: 'T', author: 'A', subject: 'S', lang: 'en', date: '2025-08-08' }

const write = (given: Partial<PdfInfo>, source?: Attachment): Promise<Uint8Array> =>
  writePdf([{ widthPt: 100, heightPt: 100, marks: [] }], { ...INFO, ...given }, source)

function xmpOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('utf8')
  const packet = /<\?xpacket begin=[\s\S]*<\?xpacket end="[rw]"\?>/u.exec(text)
  if (packet === null) throw new Error('no XMP')
  return packet[0]
}

type Said = { readonly title: string; readonly author: string; readonly subject: string }

/** By the information dictionary, as pdf.js reads it, and by the XMP, as a strict XML reader does. */
async function readBoth(pdf: Uint8Array): Promise<readonly [info: Said, xmp: Said]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const { info } = await (await loading.promise).getMetadata()
  await loading.destroy()
  const entry = (name: string): string => String(Reflect.get(info, name) ?? '')
  parseXml(xmpOf(pdf))
  const xmp = readXmp(Buffer.from(xmpOf(pdf)))
  if (typeof xmp === 'string') throw new Error(xmp)
  const property = (name: string): string =>
    plainText(findProperty(xmp.properties, 'http://purl.org/dc/elements/1.1/', name)?.value) ?? ''
  return [
    { title: entry('Title'), author: entry('Author'), subject: entry('Subject') },
    {
      title: property('title'),
      author: property('creator'),
      subject: property('description'),
    },
  ]
}

const NAUGHTY: Readonly<Record<string, readonly [given: string, said: string]>> = {
  'an ampersand': ['A & B &amp; C', 'A & B &amp; C'],
  'tags and the end of the packet': ['<b>]]><?xpacket end="w"?>', '<b>]]><?xpacket end="w"?>'],
  brackets: ['a) >> endobj (b \\ c', 'a) >> endobj (b \\ c'],
  quotes: [`"a" 'b' “c”`, `"a" 'b' “c”`],
  'line ends': ['one\ntwo\r\nthree\u2028four', 'one two three four'],
  'control characters': ['a\u0000b\u001bc\u007f', 'a b c'],
  'an emoji': ['exam 🧪 हिन्दी', 'exam 🧪 हिन्दी'],
  'half an emoji': ['a\ud83e', 'a\ufffd'],
  'what is no character': ['a\uffffb', 'a b'],
  '2,000 characters': ['é'.repeat(2000), 'é'.repeat(2000)],
}

describe.each(Object.entries(NAUGHTY))('%s', (_, [given, said]) => {
  it('comes out of the properties and of the XMP as it went in, on one line', async () => {
    const pdf = await write({ title: given, author: given, subject: given })
    const expected = { title: said, author: said, subject: said }
    expect(await readBoth(pdf)).toEqual([expected, expected])
    expect(auditPdf(pdf)).toEqual([])
  })

  it.skipIf(!hasTool('qpdf'))('leaves a file that qpdf finds no fault in', async () => {
    const pdf = await write({ title: given, author: given, subject: given })
    expect(runTool('qpdf', ['--check', 'FILE'], pdf)).toContain('No syntax')
  })
})

it('a file without a title is called something, without a date names none', async () => {
  const pdf = await write({ title: ' \n', author: '', subject: '', date: '' })
  const [info, xmp] = await readBoth(pdf)
  expect([info, xmp]).toEqual([
    { title: 'Untitled', author: '', subject: '' },
    { title: 'Untitled', author: '', subject: '' },
  ])
  expect(textOfObjects(pdf)).not.toMatch(/CreationDate|ModDate|CreateDate|dc:creator/u)
  expect(auditPdf(pdf)).toEqual([])
})

it('dates are midnight in Greenwich, in both places', async () => {
  const pdf = await write({})
  expect(textOfObjects(pdf)).toContain('(D:20250808000000Z)')
  expect(xmpOf(pdf)).toContain('<xmp:CreateDate>2025-08-08T00:00:00Z</xmp:CreateDate>')
})

it('the identifier of a file comes from all that is in it', async () => {
  const idOf = (pdf: Uint8Array): string | undefined =>
    /\/ID\[<(\w{32})><\w{32}>\]/.exec(Buffer.from(pdf).toString('latin1'))?.[1]
  const first = idOf(await write({}))
  expect(first).toBeDefined()
  expect(idOf(await write({}))).toBe(first)
  expect(idOf(await write({ subject: 'Other' }))).not.toBe(first)
})

describe('an attached source', () => {
  const source = { name: 'भारत (1) & <2>.md', bytes: Buffer.from('# Title\n\nText — हिन्दी\n') }

  it('makes the file PDF/A-3a, with the same bytes for the same file', async () => {
    const pdf = await write({}, source)
    expect(xmpOf(pdf)).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(xmpOf(await write({}))).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(auditPdf(pdf)).toEqual([])
    expect(await write({}, source)).toEqual(pdf)
  })

  it('has a date also where the page has none', async () => {
    const pdf = await write({ date: '' }, source)
    expect(textOfObjects(pdf)).toContain('(D:19700101000000Z)')
    expect(auditPdf(pdf)).toEqual([])
  })

  async function attachmentsOf(pdf: Uint8Array): Promise<readonly unknown[]> {
    const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
    const files: unknown = await (await loading.promise).getAttachments()
    await loading.destroy()
    return Object.values(files ?? {})
  }

  it('is in no file that was not asked for it', async () => {
    expect(await attachmentsOf(await write({}))).toEqual([])
  })

  it('comes out as it went in, under its name', async () => {
    expect(await attachmentsOf(await write({}, source))).toEqual([
      expect.objectContaining({
        filename: source.name,
        content: new Uint8Array(source.bytes),
      }),
    ])
  })

  it('may be empty', async () => {
    const pdf = await write({}, { name: 'a.md', bytes: new Uint8Array() })
    expect(auditPdf(pdf)).toEqual([])
  })
})
