/** `build --to handout`: what stands on which sheet, for every layout, by the real browser. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, makeProject, runLectern, topicText } from '../../run-lectern.ts'
import { hasTool, runTool } from '../../typeset/pdf-text.ts'
import { readPrinted } from '../read-printed.ts'
import { readSheets, type Sheet } from './read-sheets.ts'

const TIMEOUT = 120_000

const LAYOUTS = { notes: 1, '2': 2, '3': 3, '4': 4, '6': 6 } as const

/** The title slide and `count - 1` others. */
function topicOf(count: number, keys = ''): string {
  const sections = Array.from(
    { length: count - 1 },
    (_, index) =>
      `  - { title: Section ${index + 2}x, points: [A point of ${index + 2}x, Another] }`,
  )
  const head = `date: 2025-08-08\nbrand: { name: Institute of Oil, line: Bengaluru }\n${keys}`
  return topicText('Oil and ore', `${head}\nsections:\n${sections.join('\n')}\n`)
}

const HINDI = topicText(
  'तेल और अयस्क',
  'lang: hi\ndate: 2025-08-08\nbrand: { name: तेल संस्थान }\nsections:\n  - { title: पहला भाग, points: [पहली बात] }\n  - { title: दूसरा भाग, points: [दूसरी बात] }\n',
)

const FILES = {
  'content/one.md': topicOf(2),
  'content/four.md': topicOf(4),
  'content/seven.md': topicOf(7),
  'content/thirteen.md': topicOf(13),
  'content/narrow.md': topicOf(5, 'size: "4:3"'),
  'content/hindi.md': HINDI,
}

const SLIDES = { one: 2, four: 4, seven: 7, thirteen: 13, narrow: 5, hindi: 3 } as const

let project = ''
beforeAll(() => {
  project = makeProject(FILES)
})

async function build(...flags: readonly string[]): Promise<string> {
  const out = makeFolder()
  const { code, err } = await runLectern(['build', '--to', 'handout', '-o', out, ...flags], {
    cwd: project,
  })
  expect(err).not.toContain('error')
  expect(code).toBe(0)
  return out
}

function handoutIn(out: string, slug: string): Uint8Array {
  return new Uint8Array(readFileSync(join(out, slug, 'handout.pdf')))
}

describe.each(Object.entries(LAYOUTS))('layout %s', (layout, capacity) => {
  const pdfs = new Map<string, Uint8Array>()
  const sheets = new Map<string, readonly Sheet[]>()

  beforeAll(async () => {
    const out = await build('--layout', layout)
    for (const slug of Object.keys(SLIDES)) {
      pdfs.set(slug, handoutIn(out, slug))
      sheets.set(slug, await readSheets(handoutIn(out, slug)))
    }
  }, TIMEOUT)

  it.each(Object.entries(SLIDES))(
    'puts %s on as many sheets as its %i slides need',
    (slug, count) => {
      expect(sheets.get(slug)).toHaveLength(Math.ceil(count / capacity))
    },
  )

  it('has every slide on its sheet, in order', () => {
    const found = sheets
      .get('thirteen')
      ?.map(({ text }) =>
        [...text.matchAll(/A point of (\d+)x/g)].map(([, number]) => Number(number)),
      )
    const slides = Array.from({ length: 13 }, (_, index) => index + 1)
    const wanted = Array.from({ length: Math.ceil(13 / capacity) }, (_, sheet) =>
      slides.slice(sheet * capacity, (sheet + 1) * capacity).filter((number) => number > 1),
    )
    expect(found).toEqual(wanted)
  })

  it('has a header with institute, topic, date and page on every sheet', () => {
    const pages = sheets.get('seven') ?? []
    for (const [index, { words }] of pages.entries()) {
      const header = words.filter(({ baseline }) => baseline < 21).map(({ text }) => text)
      expect(header.join(' ')).toContain('Institute of Oil · Bengaluru')
      expect(header.join(' ')).toContain('Oil and ore')
      expect(header.join(' ')).toContain('8 August 2025')
      expect(header.join(' ')).toContain(`Page ${index + 1} of ${pages.length}`)
    }
  })

  it('says the page in Hindi', () => {
    expect(sheets.get('hindi')?.[0]?.text).toMatch(/1 \/ \d/)
  })

  it('keeps eight millimetres white at every edge', () => {
    for (const { words, rules, widthMm, heightMm } of [...sheets.values()].flat()) {
      for (const { left, right, baseline } of words) {
        expect(left).toBeGreaterThan(8)
        expect(right).toBeLessThan(widthMm - 8)
        expect(baseline).toBeGreaterThan(8)
        expect(baseline).toBeLessThan(heightMm - 8)
      }
      for (const { left, right, top } of rules) {
        expect(left).toBeGreaterThan(8)
        expect(right).toBeLessThan(widthMm - 8)
        expect(top).toBeLessThan(heightMm - 8)
      }
    }
  })

  it('prints slides as vectors: no picture on any sheet', () => {
    for (const list of sheets.values())
      for (const { pictureCount } of list) expect(pictureCount).toBe(0)
  })

  it('is A4', () => {
    for (const list of sheets.values())
      for (const { widthMm, heightMm } of list)
        expect([widthMm, heightMm].map(Math.round).sort()).toEqual([210, 297])
  })

  it('is tagged, in the language of the topic, with title, author and bookmarks', async () => {
    const hindi = await readPrinted(pdfs.get('hindi') ?? new Uint8Array())
    expect(hindi.lang).toBe('hi')
    expect(hindi.info['Title']).toBe('तेल और अयस्क')
    const seven = await readPrinted(pdfs.get('seven') ?? new Uint8Array())
    expect(seven.info).toMatchObject({ Title: 'Oil and ore', Author: 'Institute of Oil' })
    expect(seven.lang).toBe('en')
    expect(seven.bookmarks.map(({ title, page }) => [title, page])).toEqual([
      ['Oil and ore', 1],
      ...[2, 3, 4, 5, 6, 7].map((number) => [
        `Section ${number}x`,
        Math.floor((number - 1) / capacity) + 1,
      ]),
    ])
  })

  it.skipIf(!hasTool('pdffonts'))('embeds every font', () => {
    for (const [slug, pdf] of pdfs) {
      const [, , ...fonts] = (runTool('pdffonts', ['FILE'], pdf) ?? '').trim().split('\n')
      expect(fonts.length, slug).toBeGreaterThan(0)
      for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/)
    }
  })
})

describe('writing lines', () => {
  it('stand beside each of three slides, eight millimetres apart', {
    timeout: TIMEOUT,
  }, async () => {
    const [sheet] = await readSheets(handoutIn(await build('--layout', '3', 'seven'), 'seven'))
    const lines = sheet?.rules.filter(({ left, right }) => left > 115 && right - left > 60) ?? []
    const tops = lines.map(({ top }) => top)
    expect(tops).toHaveLength(27)
    for (const row of [0, 9, 18])
      for (let index = row + 1; index < row + 9; index++)
        expect((tops[index] ?? 0) - (tops[index - 1] ?? 0)).toBeCloseTo(8, 1)
  })

  it('stand under a slide without notes, down to the foot', { timeout: TIMEOUT }, async () => {
    const sheets = await readSheets(handoutIn(await build('--layout', 'notes', 'four'), 'four'))
    for (const { rules } of sheets) {
      const lines = rules.filter(({ right, left }) => right - left > 130 && right - left < 140)
      expect(lines.length).toBeGreaterThan(18)
      expect(lines.at(-1)?.top).toBeCloseTo(286, 0)
    }
  })
})

describe('the layout', () => {
  it('is three slides a sheet when nobody says', { timeout: TIMEOUT }, async () => {
    expect(await readSheets(handoutIn(await build('thirteen'), 'thirteen'))).toHaveLength(5)
  })

  it('is the topic’s, over the folder’s, under the option', { timeout: TIMEOUT }, async () => {
    project = makeProject({
      'content/_defaults.yaml': 'handout: { layout: 2 }\n',
      'content/own.md': topicOf(13, 'handout: { layout: "6" }'),
      'content/other.md': topicOf(13),
      'content/word.md': topicOf(3, 'handout: { layout: "1" }'),
    })
    const out = await build()
    expect(await readSheets(handoutIn(out, 'word'))).toHaveLength(3)
    expect(await readSheets(handoutIn(out, 'own'))).toHaveLength(3)
    expect(await readSheets(handoutIn(out, 'other'))).toHaveLength(7)
    const flagged = await build('--layout', '1')
    expect(await readSheets(handoutIn(flagged, 'own'))).toHaveLength(13)
  })

  it('of another name is refused, in the option and in the topic', async () => {
    const wrong = makeProject({ 'content/a.md': topicOf(2, 'handout: { layout: 5 }') })
    const flag = await runLectern(['build', '--layout', '5'], { cwd: wrong })
    expect([flag.code, flag.err]).toEqual([
      2,
      expect.stringContaining('layouts: notes, 2, 3, 4, 6'),
    ])
    const topic = await runLectern(['check'], { cwd: wrong })
    expect(topic.code).toBe(1)
    expect(topic.out + topic.err).toContain('`notes`, `2`, `3`, `4` or `6`')
  })

  it('that changes builds the handout anew', { timeout: TIMEOUT }, async () => {
    const fresh = makeProject({ 'content/a.md': topicOf(7) })
    const run = (...flags: readonly string[]) =>
      runLectern(['build', '--to', 'handout', ...flags], { cwd: fresh })
    await run()
    expect((await run()).err).toContain('1 unchanged')
    expect((await run('--layout', '6')).err).toContain('1 built')
  })
})

it('keeps the punched edge free, on the other side of every second page', {
  timeout: TIMEOUT,
}, async () => {
  project = makeProject({
    'templates/mine/theme.yaml':
      'extends: lecture\nprofiles:\n  punched: { base: a4, back: questions, punchMarginMm: 25 }\n',
    'content/a.md': topicOf(7, 'template: mine\nprofile: punched'),
  })
  const [odd, even] = await readSheets(handoutIn(await build('a'), 'a'))
  expect(Math.min(...(odd?.words ?? []).map(({ left }) => left))).toBeGreaterThan(24.5)
  expect(Math.max(...(even?.words ?? []).map(({ right }) => right))).toBeLessThan(210 - 24.5)
  expect(Math.min(...(even?.words ?? []).map(({ left }) => left))).toBeLessThan(15)
})

it('gives the same bytes twice', { timeout: TIMEOUT }, async () => {
  project = makeProject(FILES)
  const [first, second] = [await build('--layout', 'notes'), await build('--layout', 'notes')]
  for (const slug of Object.keys(SLIDES))
    expect(Buffer.compare(handoutIn(first, slug), handoutIn(second, slug))).toBe(0)
})
