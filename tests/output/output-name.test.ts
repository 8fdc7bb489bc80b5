import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collisionKey, outputName } from '../../scripts/output/output-name.ts'
import { naughtyStrings } from '../corpora.ts'
import { makeFolder } from '../run-lectern.ts'

/** Written down here anew, from Microsoft's "Naming Files, Paths, and Namespaces". */
const DEVICES = new Set(
  ['con', 'prn', 'aux', 'nul', 'conin$', 'conout$'].concat(
    [...'0123456789¹²³'].flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
  ),
)

function expectSafe(slug: string): void {
  const name = outputName(slug)
  expect(name).not.toBe('')
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200)
  expect(DEVICES).not.toContain(name.split('.')[0]?.trimEnd().toLowerCase())
  expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}]/u)
  // What turns the reading direction or cannot be seen hides what a name says.
  expect(name).not.toMatch(/\p{Cf}/u)
  expect(name).not.toMatch(/^[.\s]|[.\s]$/u)
  expect(name).not.toMatch(/^-/)
  expect(name.normalize('NFC')).toBe(name)
  expect(outputName(slug)).toBe(name)
}

describe('outputName', () => {
  it('is safe for every naughty string', () => {
    for (const text of naughtyStrings()) expectSafe(text)
  })

  it('is safe for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), expectSafe), {
      seed: 3,
      numRuns: 3000,
    })
  })

  it('is safe for any text made of the dangerous pieces', () => {
    const piece = fc.constantFrom(
      ...['CON', 'nul', 'Lpt', 'COM', '¹', '1', '.', '..', ' ', '-', '_', '$', 'CONIN$', 'txt'],
      ...[
        '/',
        '\\',
        ':',
        '\u202e',
        '\u200d',
        '\u0000',
        '\n',
        '\ud800',
        '\u0301',
        'क',
        'ि',
        '\u3000',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => expectSafe(pieces.join(''))),
      { seed: 5, numRuns: 5000 },
    )
  })

  it('gives a folder that this disk takes, for every naughty string', () => {
    const folder = makeFolder()
    const names = new Set(naughtyStrings().map(outputName))
    for (const name of names) mkdirSync(join(folder, name))
    expect(new Set(readdirSync(folder))).toEqual(names)
  })

  it('leaves the names of ordinary topics as they are', () => {
    for (const slug of ['india-russia', 'india-russia.hi', 'भारत-चीन', '東京', 'e_1', 'v2.1 final'])
      expect(outputName(slug)).toBe(slug.normalize('NFC'))
  })

  it.each([
    ['CON', 'CON_'],
    ['con.txt', 'con_.txt'],
    ['nul.txt', 'nul_.txt'],
    ['COM1', 'COM1_'],
    ['lpt¹', 'lpt¹_'],
    ['aux.hi', 'aux_.hi'],
    ['a:b', 'a-b'],
    ['a/b\\c', 'a-b-c'],
    ['..', 'topic-5ec1f7e7'],
    ['name. ', 'name'],
    ['.hidden', 'hidden'],
  ])('makes %j into %j', (slug, name) => {
    const made = outputName(slug)
    if (name.startsWith('topic-')) expect(made).toMatch(/^topic-[0-9a-f]{8}$/)
    else expect(made).toBe(name)
  })

  it('keeps names alone that only begin like a device', () => {
    for (const slug of ['console', 'nullify', 'com', 'com10', 'auxiliary', 'contents'])
      expect(outputName(slug)).toBe(slug)
  })

  it('gives one name to a text however its accents are stored', () => {
    const slug = 'café-हिन्दी-ज़मीन'
    expect(outputName(slug.normalize('NFD'))).toBe(outputName(slug.normalize('NFC')))
  })

  it('takes the characters out that turn the reading direction', () => {
    expect(outputName('report\u202egnp.exe')).toBe('report-gnp.exe')
    expect(outputName('a\u2066b\u2069c')).toBe('a-b-c')
  })

  it('keeps the vowel signs of Devanagari', () => {
    expect(outputName('किसान-आंदोलन')).toBe('किसान-आंदोलन')
  })

  it('cuts a long name between letters and tells two long names apart', () => {
    const first = outputName(`${'कि'.repeat(100)}-1`)
    const second = outputName(`${'कि'.repeat(100)}-2`)
    expect(first).not.toBe(second)
    expect(first).toMatch(/^(?:कि)+-[0-9a-f]{8}$/u)
    expect(Buffer.byteLength(first)).toBeLessThanOrEqual(120)
  })

  it('tells apart names of which nothing is left', () => {
    expect(outputName('???')).not.toBe(outputName('///'))
  })
})

describe('collisionKey', () => {
  it('is the same for names that Windows or macOS would put into one folder', () => {
    expect(collisionKey('Oil')).toBe(collisionKey('oil'))
    expect(collisionKey('Ä')).toBe(collisionKey('ä'.normalize('NFD')))
  })

  it('differs for names that stand side by side', () => {
    expect(collisionKey('oil')).not.toBe(collisionKey('oil-2'))
    expect(collisionKey('कि')).not.toBe(collisionKey('की'))
  })
})
