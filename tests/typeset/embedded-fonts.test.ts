/** Fonts inside the PDF, as PDF/A-2 wants them (ISO 19005-2, 6.2.11), on a page of both scripts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { readTables } from '../../scripts/font/sfnt-tables.ts'
import { makeInput, readFixture } from '../brief/sample-input.ts'
import { hasTool, runTool } from './pdf-text.ts'

type PdfObject = { readonly value?: Entries; readonly stream?: { dict: Entries; data?: string } }
type Entries = { readonly [key: string]: unknown }

async function renderFixture(): Promise<Uint8Array> {
  const result = await renderBrief(makeInput(readFixture('partnership.hi.md'), { lang: 'hi' }))
  if (!result.ok) throw new Error('the sample does not fit')
  return result.pdf
}

/** Every object of the file by its reference, streams decoded, as qpdf tells them. */
function readObjects(pdf: Uint8Array): ReadonlyMap<string, PdfObject> {
  const options = ['--json=2', '--json-key=qpdf', '--json-stream-data=inline']
  const json = runTool('qpdf', [...options, '--decode-level=generalized', 'FILE'], pdf) ?? ''
  const { qpdf } = JSON.parse(json) as { qpdf: readonly [unknown, Record<string, PdfObject>] }
  return new Map(
    Object.entries(qpdf[1]).map(([key, object]) => [key.replace(/^obj:/u, ''), object]),
  )
}

type EmbeddedFont = {
  readonly name: string
  readonly cidFont: Entries
  readonly descriptor: Entries
  readonly unicode: readonly (readonly number[])[]
  readonly file: Uint8Array
  readonly length1: unknown
}

function readFonts(objects: ReadonlyMap<string, PdfObject>): readonly EmbeddedFont[] {
  const entriesOf = (reference: unknown): Entries => objects.get(String(reference))?.value ?? {}
  const streamOf = (reference: unknown): NonNullable<PdfObject['stream']> =>
    objects.get(String(reference))?.stream ?? { dict: {} }
  const bytesOf = (reference: unknown): Buffer =>
    Buffer.from(streamOf(reference).data ?? '', 'base64')
  return [...objects.values()].flatMap(({ value }) => {
    if (value?.['/Subtype'] !== '/Type0') return []
    const [descendant] = value['/DescendantFonts'] as readonly unknown[]
    const cidFont = entriesOf(descendant)
    const descriptor = entriesOf(cidFont['/FontDescriptor'])
    return {
      name: String(value['/BaseFont']),
      cidFont,
      descriptor,
      unicode: readUnicode(bytesOf(value['/ToUnicode']).toString('latin1')),
      file: new Uint8Array(bytesOf(descriptor['/FontFile2'])),
      length1: streamOf(descriptor['/FontFile2']).dict['/Length1'],
    }
  })
}

/** pdfkit writes one array for every 256 CIDs, in order. */
function readUnicode(cmap: string): readonly (readonly number[])[] {
  return [...cmap.matchAll(/\[([^\]]*)\]/gu)].flatMap(([, array = '']) =>
    [...array.matchAll(/<([^>]*)>/gu)].map(([, codes = '']) =>
      codes.split(' ').map((code) => Number.parseInt(code, 16)),
    ),
  )
}

const hasQpdf = hasTool('qpdf')

describe.skipIf(!hasQpdf)('every font of a Hindi brief', async () => {
  // The body of a skipped block is run all the same.
  const objects = hasQpdf ? readObjects(await renderFixture()) : new Map<string, PdfObject>()
  const fonts = readFonts(objects)

  it('is there', () => {
    expect(fonts.map(({ name }) => name.slice(8))).toContain('NotoSansDevanagari-Regular')
    expect(fonts.length).toBeGreaterThan(3)
  })

  it.each(fonts)('$name has a tag, a length, and its CIDs are its glyph ids', (font) => {
    expect(font.name).toMatch(/^\/[A-Z]{6}\+Noto/u)
    expect(font.descriptor['/FontName']).toBe(font.name)
    expect(font.cidFont['/BaseFont']).toBe(font.name)
    expect(font.cidFont['/CIDToGIDMap']).toBe('/Identity')
    expect(font.descriptor['/CIDSet']).toBeUndefined()
    expect(font.length1).toBe(font.file.length)
  })

  it.each(fonts)('$name is as wide in the page as in its file', ({ cidFont, file }) => {
    const [first, widths] = cidFont['/W'] as [number, readonly number[]]
    const tables = readTables(file)
    const hmtx = Buffer.from(tables.get('hmtx') ?? [])
    const unitsPerEm = Buffer.from(tables.get('head') ?? []).readUInt16BE(18)
    expect(first).toBe(0)
    for (const [cid, width] of widths.entries()) {
      const difference = width - (hmtx.readUInt16BE(4 * cid) * 1000) / unitsPerEm
      expect(Math.abs(difference), `CID ${cid}`).toBeLessThan(1)
    }
  })

  it.each(fonts)('$name maps every glyph to characters that text may hold', ({ unicode }) => {
    expect(unicode.length).toBeGreaterThan(1)
    for (const codes of unicode) {
      expect(codes.length).toBeGreaterThan(0)
      for (const code of codes) expect([0, 0xfeff, 0xfffe, Number.NaN]).not.toContain(code)
    }
  })

  it('is never asked for .notdef', () => {
    const shown = [...objects.values()]
      .filter(({ stream }) => stream !== undefined && stream.dict['/Length1'] === undefined)
      .map(({ stream }) => Buffer.from(stream?.data ?? '', 'base64').toString('latin1'))
      .filter((content) => content.includes('BT\n'))
      .join('\n')
    const cids = [...shown.matchAll(/^\[(.*)\]TJ$/gmu)]
      .flatMap(([, array = '']) => array.match(/<[0-9a-f]+>/gu) ?? [])
      .flatMap((codes) => codes.match(/[0-9a-f]{4}/gu) ?? [])
    expect(cids.length).toBeGreaterThan(500)
    expect(cids).not.toContain('0000')
  })
})

it.skipIf(!hasTool('mutool') || !hasTool('pdftoppm'))('FreeType reads every glyph', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-fonts-'))
  const file = join(folder, 'page.pdf')
  try {
    writeFileSync(file, await renderFixture())
    const { stderr } = spawnSync('mutool', ['draw', '-q', '-o', join(folder, 'a.png'), file], {
      encoding: 'utf8',
    })
    expect(stderr.replace('warning: ICC support is not available\n', '')).toBe('')
    const poppler = spawnSync('pdftoppm', ['-r', '40', '-png', file, join(folder, 'b')], {
      encoding: 'utf8',
    })
    expect(poppler.stderr).toBe('')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
