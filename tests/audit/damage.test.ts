import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { writeDraft } from './draft.ts'
import { goodDraft3 } from './good-pdf.ts'

const good = writeDraft(goodDraft3())

/** Where the structure of the file stands: damage to a font program or a profile is seldom met otherwise. */
const place = fc.oneof(
  fc.nat({ max: good.length - 1 }),
  fc.nat({ max: 6000 }),
  fc.nat({ max: 9000 }).map((back) => good.length - 1 - back),
)

const compressed = readFileSync(new URL('typst/a-2a.pdf', import.meta.url))

describe('a damaged file', () => {
  it('is judged, not thrown at, whichever bytes are changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 12 }),
        (changes) => {
          const bytes = good.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          expect(Array.isArray(auditPdf(bytes))).toBe(true)
        },
      ),
      { numRuns: 300, seed: 3 },
    )
  })

  it('is judged when its objects are compressed', () => {
    const anywhere = fc.nat({ max: compressed.length - 1 })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anywhere, fc.nat({ max: 255 })), { minLength: 1, maxLength: 40 }),
        (changes) => {
          const bytes = Uint8Array.from(compressed)
          for (const [at, byte] of changes) bytes[at] = byte
          expect(Array.isArray(auditPdf(bytes))).toBe(true)
        },
      ),
      { numRuns: 150, seed: 6 },
    )
  })

  it('is judged when a stretch is lost', () => {
    fc.assert(
      fc.property(place, fc.nat({ max: 400 }), (at, length) => {
        const bytes = Buffer.concat([good.subarray(0, at), good.subarray(at + length)])
        expect(Array.isArray(auditPdf(bytes))).toBe(true)
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  it('is judged when numbers in it are others', () => {
    const text = Buffer.from(good).toString('latin1')
    const numbers = [...text.matchAll(/\b\d{1,10}\b/gu)].map(({ index, 0: digits }) => ({
      index,
      digits,
    }))
    fc.assert(
      fc.property(
        fc.nat({ max: numbers.length - 1 }),
        fc.constantFrom('0', '1', '7', '65535', '2147483647', '-2147483648', '99999999999'),
        (which, other) => {
          const number = numbers[which]
          if (number === undefined) return
          const { index, digits } = number
          const changed =
            text.slice(0, index) +
            other.padStart(digits.length, '0') +
            text.slice(index + digits.length)
          expect(Array.isArray(auditPdf(Buffer.from(changed, 'latin1')))).toBe(true)
        },
      ),
      { numRuns: 300, seed: 5 },
    )
  })

  it.each([
    ['nothing', ''],
    ['a text file', 'Topic: trade\n'.repeat(100)],
    ['zeros', '\0'.repeat(5000)],
    ['brackets without end', `%PDF-1.7\n${'['.repeat(50_000)}`],
    [
      'a table that leads to itself',
      '%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF',
    ],
    [
      'a table of a billion objects',
      '%PDF-1.7\nxref\n0 999999999\ntrailer\n<< >>\nstartxref\n9\n%%EOF',
    ],
  ])('%s is not a readable PDF', (_name, text) => {
    expect(auditPdf(Buffer.from(text, 'latin1')).map(({ clause }) => clause)).toEqual([
      'ISO 32000-1, 7.5',
    ])
  })
})
