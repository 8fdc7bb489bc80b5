/** Files of other writers: what conforms passes, what does not fails at the right clauses. */
import { readFileSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'

function readTypst(name: string): Uint8Array {
  return readFileSync(new URL(`typst/${name}.pdf`, import.meta.url))
}

function clausesOf(bytes: Uint8Array): readonly string[] {
  return [...new Set(auditPdf(bytes).map(({ clause }) => clause))]
}

async function writeUntagged(): Promise<Uint8Array> {
  const document = new PDFDocument({ info: { Title: 'Plain', CreationDate: new Date(0) } })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  document.text('A page without tags', { link: 'https://example.org/' })
  document.rect(10, 10, 50, 50).fill('#ff0000')
  document.end()
  await ended
  return Buffer.concat(chunks)
}

describe('a file of another writer', () => {
  it('passes PDF/UA-1 when Typst made it for PDF/UA-1; it claims nothing of PDF/A', () => {
    expect(clausesOf(readTypst('ua-1'))).toEqual([
      // Typst describes the schema of pdfuaid in PDF/A files only.
      'ISO 19005-2, 6.6.2.3.1',
      'ISO 19005-2, 6.6.4',
    ])
  })

  it('passes PDF/A-2a when Typst made it for PDF/A-2a; it claims nothing of PDF/UA', () => {
    expect(clausesOf(readTypst('a-2a'))).toEqual(['Matterhorn 06-002', 'Matterhorn 07-001'])
  })

  it('fails where a plain page of pdfkit has no tags, no metadata and no fonts', async () => {
    expect(clausesOf(await writeUntagged())).toEqual([
      'Matterhorn 01-005',
      'Matterhorn 06-001',
      'Matterhorn 07-001',
      'Matterhorn 11-001',
      'Matterhorn 28-008',
      'Matterhorn 28-011',
      'Matterhorn 28-012',
      'Matterhorn 31-009',
      'ISO 19005-2, 6.2.4.3',
      'ISO 19005-2, 6.2.11.2',
      'ISO 19005-2, 6.2.11.4.1',
      'ISO 19005-2, 6.6.2.1',
      'ISO 19005-2, 6.7.2.2',
      'ISO 19005-2, 6.7.3.3',
    ])
  })
})
