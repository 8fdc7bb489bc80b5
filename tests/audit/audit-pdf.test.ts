import { describe, expect, it } from 'vitest'
import { auditPdf, listClauses } from '../../scripts/audit/audit-pdf.ts'
import type { Break } from './break.ts'
import { BROKEN } from './broken-files.ts'
import { writeDraft } from './draft.ts'
import { goodDraft, goodDraft3 } from './good-pdf.ts'

function clausesOf(bytes: Uint8Array): readonly string[] {
  return [...new Set(auditPdf(bytes).map(({ clause }) => clause))].sort()
}

function breakFile({ edit, isPart3 }: Break): Uint8Array {
  const draft = isPart3 === true ? goodDraft3() : goodDraft()
  edit(draft)
  return writeDraft(draft)
}

describe('the audit', () => {
  it('finds nothing in a good PDF/UA-1 and PDF/A-2a file', () => {
    expect(auditPdf(writeDraft(goodDraft()))).toEqual([])
  })

  it('finds nothing in a good PDF/A-3a file with an attachment', () => {
    expect(auditPdf(writeDraft(goodDraft3()))).toEqual([])
  })

  it('has a broken file for every clause it lists', () => {
    const broken = new Set(BROKEN.map(({ clause }) => clause))
    expect(listClauses().filter(({ id }) => !broken.has(id))).toEqual([])
  })

  it.each(BROKEN.map((broken) => [broken.clause, broken.how, broken] as const))(
    '%s: %s',
    (clause, _how, broken) => {
      const expected = [...new Set([clause, ...(broken.also ?? [])])].sort()
      expect(clausesOf(breakFile(broken))).toEqual(expected)
    },
  )
})
