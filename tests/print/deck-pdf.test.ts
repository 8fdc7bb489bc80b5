/** `build --to pdf`: what stands in deck.pdf beside the slides. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditPdf } from '../../scripts/audit/audit-pdf.ts'
import { listAll, makeProject, runLectern, topicText } from '../run-lectern.ts'
import { hasTool, runTool } from '../typeset/pdf-text.ts'
import { type Printed, type ReadBookmark, readPrinted } from './read-printed.ts'

const KEYS = `subtitle: What it does to trade
date: 2025-08-08
author: A. Teacher & Co.
subject: Trade
syllabus: [GS-II (a), GS-III]
brand: { name: Institute of Oil }
sources:
  ie: { title: The Express, publisher: The Express, url: "https://example.org/a?b=(1)&c=2", date: 2025-08-07 }
parts: {}
sections:
  - { id: one, title: First section, minutes: 4, points: ["A first point.[@ie]", A second point] }
  - id: two
    title: Second section
    table: { columns: [A, B], rows: [[c, d]] }
    points: [After the table]
questions:
  - { ask: Which one?, options: [This, That], answer: B, because: It is that. }
glossary: { Ore: Rock with metal in it }
`

const PROJECT = {
  'content/oil.md': topicText(
    'Oil (and ore)',
    KEYS.replace('parts: {}\n', ''),
    'Hello.\n\n## one\n\nSay “this” & wait.\n\n- an item\n- another\n',
  ),
  'content/oil.hi.md': `---
title: तेल
author: अध्यापक
sections:
  - { id: one, title: पहला भाग, points: ["पहली बात।[@ie]", दूसरी बात] }
  - { id: two, title: दूसरा भाग, table: { columns: [क, ख], rows: [[ग, घ]] }, points: [तालिका के बाद] }
questions:
  - { ask: कौन सा?, options: [यह, वह], answer: B, because: वही है। }
glossary: { अयस्क: धातु वाली चट्टान }
---
नमस्ते।

## one

यह कहिए।
`,
}

const FOLDERS = { en: 'oil', hi: 'oil.hi' } as const

let project = ''
const pdfs: Record<'en' | 'hi', Uint8Array> = { en: new Uint8Array(), hi: new Uint8Array() }
const read: Record<string, Printed> = {}

async function build(...flags: readonly string[]): Promise<void> {
  const { code, err } = await runLectern(['build', '--to', 'pdf', '--force', ...flags], {
    cwd: project,
  })
  expect(err).toContain('2 built, no problems')
  expect(code).toBe(0)
}

function pdfOf(lang: 'en' | 'hi'): Uint8Array {
  return new Uint8Array(readFileSync(join(project, 'out', FOLDERS[lang], 'deck.pdf')))
}

beforeAll(async () => {
  project = makeProject(PROJECT)
  await build('--notes')
  for (const lang of ['en', 'hi'] as const) {
    pdfs[lang] = pdfOf(lang)
    read[lang] = await readPrinted(pdfs[lang])
  }
}, 120_000)

const linesOf = (bookmarks: readonly ReadBookmark[], indent = ''): readonly string[] =>
  bookmarks.flatMap(({ title, page, kids }) => [
    `${indent}${title} ${page}`,
    ...linesOf(kids, `${indent}  `),
  ])

describe('deck.pdf', () => {
  it('has the sections as bookmarks, their slides and answers below them', () => {
    expect(linesOf(read['en']?.bookmarks ?? [])).toMatchInlineSnapshot(`
      [
        "Oil (and ore) 1",
        "First section 2",
        "Second section 3",
        "Question 1 4",
        "  Answer 1: B 5",
        "Terms 6",
        "Sources 7",
      ]
    `)
    expect(linesOf(read['hi']?.bookmarks ?? [])).toMatchInlineSnapshot(`
      [
        "तेल 1",
        "पहला भाग 2",
        "दूसरा भाग 3",
        "प्रश्न 1 4",
        "  उत्तर 1: B 5",
        "शब्दावली 6",
        "स्रोत 7",
      ]
    `)
  })

  it('says its title, author, subject, keywords, language and the date of the topic', () => {
    expect(read['en']?.info).toMatchObject({
      Title: 'Oil (and ore)',
      Author: 'A. Teacher & Co.',
      Subject: 'Trade',
      Keywords: 'GS-II (a), GS-III',
      CreationDate: 'D:20250808000000Z',
      ModDate: 'D:20250808000000Z',
    })
    expect(read['en']?.lang).toBe('en')
    expect(read['hi']?.info).toMatchObject({ Title: 'तेल', Author: 'अध्यापक' })
    expect(read['hi']?.lang).toBe('hi')
  })

  it('opens as slides with the bookmarks beside them, pages numbered as the slides are', () => {
    const { labels, layout, mode, pageCount } = read['en'] ?? {}
    expect({ layout, mode }).toEqual({ layout: 'SinglePage', mode: 'UseOutlines' })
    expect(labels).toEqual(Array.from({ length: pageCount ?? 0 }, (_, page) => String(page + 1)))
  })

  it('has speaker notes as notes on their page with --notes, and none without', async () => {
    const notes = read['en']?.annotations.filter(({ kind }) => kind === 'Text')
    expect(notes?.map(({ page, text, author }) => ({ page, text, author }))).toEqual([
      {
        page: 1,
        text: expect.stringMatching(/^Hello\.\n\nRunning order/),
        author: 'A. Teacher & Co.',
      },
      { page: 2, text: 'Say “this” & wait.\n– an item\n– another', author: 'A. Teacher & Co.' },
    ])
    const hindi = read['hi']?.annotations.filter(({ kind }) => kind === 'Text')
    expect(hindi?.map(({ text }) => text.split('\n')[0])).toEqual(['नमस्ते।', 'यह कहिए।'])
    await build()
    const plain = await readPrinted(pdfOf('en'))
    expect(plain.annotations.map(({ kind }) => kind)).toEqual(['Link'])
  }, 60_000)

  it('leads to the sources', () => {
    const links = read['en']?.annotations.filter(({ kind }) => kind === 'Link')
    expect(links?.map(({ target, text }) => ({ target, text }))).toEqual([
      { target: 'https://example.org/a?b=(1)&c=2', text: 'The Express' },
    ])
  })

  it('has the same bytes in every build, and dates of SOURCE_DATE_EPOCH', async () => {
    await build('--notes')
    expect(pdfOf('en')).toEqual(pdfs.en)
    expect(pdfOf('hi')).toEqual(pdfs.hi)
    await runLectern(['build', 'oil', '--to', 'pdf'], {
      cwd: project,
      env: { SOURCE_DATE_EPOCH: '1700000000' },
    })
    expect((await readPrinted(pdfOf('en'))).info).toMatchObject({
      CreationDate: 'D:20231114000000Z',
      ModDate: 'D:20231114000000Z',
    })
  }, 60_000)

  it('leaves nothing beside it', () => {
    expect(listAll(join(project, 'out', 'oil'))).toEqual(['deck.pdf'])
  })

  it.each(['en', 'hi'] as const)('meets what PDF/UA-1 asks of a machine: %s', (lang) => {
    expect(auditPdf(pdfs[lang]).filter(({ clause }) => clause.startsWith('Matterhorn'))).toEqual([])
    expect(Buffer.from(pdfs[lang]).toString('latin1')).toContain('<pdfuaid:part>1')
  })

  it('claims no PDF/UA-1 when an English deck says a Hindi word, which nothing marks as such', async () => {
    const mixed = makeProject({
      'content/a.md': topicText('A', 'sections: [{ title: S, points: [The word तेल] }]'),
    })
    expect((await runLectern(['build', '--to', 'pdf'], { cwd: mixed })).code).toBe(0)
    const pdf = readFileSync(join(mixed, 'out/a/deck.pdf'), 'latin1')
    expect(pdf).toContain('/Metadata')
    expect(pdf).not.toContain('<pdfuaid:part>1')
  }, 60_000)
})

describe.skipIf(!hasTool('qpdf'))('deck.pdf, by qpdf', () => {
  it.each(['en', 'hi'] as const)('is without an error: %s', (lang) => {
    expect(runTool('qpdf', ['--check', 'FILE'], pdfs[lang])).toContain(
      'No syntax or stream encoding errors',
    )
  })
})
