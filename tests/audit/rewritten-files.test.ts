/** The good file in other forms: object streams, cross-reference streams, two sections of a table. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { makeFolder } from '../run-lectern.ts'
import { hasTool } from '../typeset/pdf-text.ts'
import { writeDraft } from './draft.ts'
import { goodDraft3 } from './good-pdf.ts'

function rewrite(...args: readonly string[]): Uint8Array {
  const file = join(makeFolder(), 'good.pdf')
  writeFileSync(file, writeDraft(goodDraft3()))
  return execFileSync('qpdf', [...args, file, '-'])
}

describe.skipIf(!hasTool('qpdf'))('the good file, rewritten by qpdf', () => {
  // qpdf has this option for PDF/A: without it, `endstream` follows the data on the same line.
  const forArchives = '--newline-before-endstream'

  it.each([
    ['with object streams', '--object-streams=generate'],
    ['linearized', '--linearize'],
    ['linearized, with object streams', '--linearize', '--object-streams=generate'],
    ['compressed', '--recompress-flate', '--compression-level=9'],
    ['uncompressed', '--stream-data=uncompress', '--object-streams=disable'],
  ])('%s passes', (_how, ...args) => {
    expect(auditPdf(rewrite(forArchives, ...args))).toEqual([])
  })

  it('fails where its streams do not end on a line of their own', () => {
    const clauses = new Set(auditPdf(rewrite()).map(({ clause }) => clause))
    expect([...clauses]).toEqual(['ISO 19005-2, 6.1.7.1'])
  })

  it('is not read when it is encrypted', () => {
    const shut = rewrite('--encrypt', '', 'owner', '256', '--extract=n', '--')
    expect(auditPdf(shut).map(({ clause }) => clause)).toContain('ISO 19005-2, 6.1.3')
  })
})
