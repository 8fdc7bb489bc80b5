import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EMPTY_MANIFEST,
  type ManifestEntry,
  parseManifest,
  sha256,
  writeManifest,
} from '../../scripts/output/manifest.ts'
import { naughtyStrings } from '../corpora.ts'
import { manifestEntry } from './manifest-entry.ts'

describe('the manifest', () => {
  it('comes back as it was written', () => {
    const topics = naughtyStrings().map((title, index) =>
      manifestEntry({ slug: `t${String(index).padStart(4, '0')}`, title, syllabus: [title] }),
    )
    expect(parseManifest(writeManifest({ version: 1, topics }))).toEqual({ version: 1, topics })
  })

  it('is sorted by slug, so that the order of building leaves no trace', () => {
    const slugs = ['b', 'a', 'c', 'a.hi', 'B', 'é']
    const write = (order: readonly string[]): string =>
      writeManifest({ version: 1, topics: order.map((slug) => manifestEntry({ slug })) })
    expect(write(slugs)).toBe(write([...slugs].reverse()))
    expect(parseManifest(write(slugs)).topics.map(({ slug }) => slug)).toEqual([...slugs].sort())
  })

  it('of an entry that was read is the same as of one that was made, whatever the order of keys', () => {
    const made = manifestEntry({ slug: 'a' })
    const turned = Object.fromEntries(Object.entries(made).reverse()) as ManifestEntry
    const outputs = [...made.outputs].reverse()
    expect(writeManifest({ version: 1, topics: [{ ...turned, outputs }] })).toBe(
      writeManifest({ version: 1, topics: [made] }),
    )
  })

  it('ends with a line end and does not change its argument', () => {
    const topics: readonly ManifestEntry[] = Object.freeze([
      manifestEntry({ slug: 'b' }),
      manifestEntry({ slug: 'a' }),
    ])
    expect(writeManifest({ version: 1, topics: topics as ManifestEntry[] })).toMatch(/\}\n$/)
    expect(topics.map(({ slug }) => slug)).toEqual(['b', 'a'])
  })

  it('of another version counts as none', () => {
    const text = writeManifest({ version: 1, topics: [manifestEntry({ slug: 'a' })] })
    expect(parseManifest(text.replace('"version": 1', '"version": 2'))).toEqual(EMPTY_MANIFEST)
    expect(parseManifest(text.replace('"version": 1', '"version": "1"'))).toEqual(EMPTY_MANIFEST)
  })

  it.each([
    '',
    ' ',
    '{',
    'null',
    '[]',
    '42',
    '"x"',
    '{}',
    '{"version":1}',
    '{"version":1,"topics":{}}',
  ])('that is %j counts as none', (text) => {
    expect(parseManifest(text)).toEqual(EMPTY_MANIFEST)
  })

  it('cut off or changed at any place is read whole or counts as none', () => {
    const text = writeManifest({ version: 1, topics: [manifestEntry({ slug: 'a' })] })
    for (let length = 0; length < text.length - 1; length += 7)
      expect(parseManifest(text.slice(0, length))).toEqual(EMPTY_MANIFEST)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ maxLength: 3 }), (at, patch) => {
        const { version } = parseManifest(text.slice(0, at) + patch + text.slice(at + 1))
        expect(version).toBe(1)
      }),
      { seed: 9, numRuns: 500 },
    )
  })

  it('with a key __proto__ pollutes nothing', () => {
    parseManifest('{"version":1,"topics":[],"__proto__":{"polluted":true}}')
    expect('polluted' in {}).toBe(false)
  })
})

it('sha256 is the hash that sha256sum prints', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
