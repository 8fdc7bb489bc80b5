/** The list "Bad input" of issue 3 through the real program: a named diagnostic or one correct page, never more. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { makeProject, runLectern, STACK_LINE_RE, topicText } from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'
import { pngChunks } from './png-chunks.ts'

const WORD = 'x'.repeat(300)

const list = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n')

const one = (content: string, before = ''): string =>
  topicText('T', `${before}sections:\n  - title: One\n${content}`)

const facts = (count: number): string =>
  `facts:\n${list(count, (i) => `  f${i}: { label: Figure ${i}, value: ${i + 1}, unit: "%", as_of: 2024 }`)}\n`

const ids = (count: number): string => Array.from({ length: count }, (_, i) => `f${i}`).join(', ')

const bars = (count: number): string =>
  one(
    `    chart:\n      kind: bar\n      caption: Many\n      facts: [${ids(count)}]`,
    facts(count),
  )

const picture = (name: string): string => one(`    image: { src: ${name}, alt: A picture }`)

const table = (columns: number, rows: number, cell: (index: number) => string): string =>
  one(
    `    table:\n      columns: [${Array.from({ length: columns }, (_, i) => `Col${i}`).join(', ')}]\n      rows:\n${list(rows, () => `        - [${Array.from({ length: columns }, (_, i) => cell(i)).join(', ')}]`)}`,
  )

/** Topic, and the code it must give; undefined: one page that holds the words. */
const CASES: Readonly<Record<string, readonly [string, string | undefined, ...string[]]>> = {
  'table-60-rows': [table(3, 60, (i) => `cell ${i}`), undefined, 'cell 2'],
  'table-12-columns': [table(12, 3, (i) => `word ${i}`), undefined, 'Col11', 'word 11'],
  'word-in-point': [one(`    points: [${WORD}]`), undefined],
  'word-in-cell': [table(2, 1, () => WORD), undefined],
  'word-in-title': [topicText(WORD), undefined],
  'word-in-card': [
    one(
      '    points: ["{f}"]',
      `highlights: [f]\nfacts:\n  f: { label: ${WORD}, value: 5, unit: "%", as_of: 2024 }\n`,
    ),
    undefined,
  ],
  'letters-5000': [one(`    points: [${'अ'.repeat(5000)}]`), 'brief-overflow'],
  'image-30000': [picture('wide.png'), undefined],
  'image-cut': [picture('cut.png'), 'image-damaged'],
  'image-text': [picture('text.png'), 'image-format'],
  'sections-40': [
    topicText('T', `sections:\n${list(40, (i) => `  - title: S${i}\n    points: [A line]`)}`),
    undefined,
    'S39',
  ],
  'sections-empty': [topicText('T', 'sections:\n  - title: A\n  - title: B'), 'empty-section'],
  'cards-40': [one('    points: [a]', `highlights: [${ids(40)}]\n${facts(40)}`), 'out-of-range'],
  'title-long': [topicText('A very long title '.repeat(14)), undefined, 'A very long title'],
  'sources-300': [
    one(
      `    points:\n${list(10, (row) => `      - "P ${Array.from({ length: 30 }, (_, i) => `[@s${row * 30 + i}]`).join(' ')}"`)}`,
      `sources:\n${list(300, (i) => `  s${i}: { title: Source number ${i} with a title of some more words }`)}\n`,
    ),
    'brief-overflow',
  ],
  'bars-30': [bars(30), undefined, 'Figure 29'],
  'bars-60': [bars(60), 'brief-overflow'],
}

const build = async () => {
  const cwd = makeProject({
    ...Object.fromEntries(
      Object.entries(CASES).map(([name, [text]]) => [`content/${name}.md`, text]),
    ),
    'content/wide.png': pngChunks(30_000, 10, deflateSync(Buffer.alloc(10 * 3751))),
    'content/cut.png': pngChunks(300, 200, deflateSync(Buffer.alloc(200 * 39))).subarray(0, 60),
    'content/text.png': Buffer.from('hello'),
  })
  return { cwd, run: await runLectern(['build', '--to', 'brief', '--json'], { cwd }) }
}

type Result = {
  readonly topics: readonly { readonly slug: string; readonly brief: object | null }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string
    readonly hint?: string
  }[]
}

describe('bad input', async () => {
  const { cwd, run } = await build()
  const { topics, diagnostics } = JSON.parse(run.out) as Result

  it('ends with an exit code and no stack', () => {
    expect(run.code).toBe(1)
    expect(run.out).not.toMatch(STACK_LINE_RE)
    expect(run.err).toBe('')
  })

  it.each(Object.entries(CASES))('%s', async (name, [, code, ...words]) => {
    const own = diagnostics.filter(({ file }) => file === `content/${name}.md`)
    if (code !== undefined) {
      expect(own.map((diagnostic) => diagnostic.code)).toContain(code)
      if (code === 'brief-overflow') expect(own[0]?.hint).toMatch(/^cheapest cut: /u)
      return
    }
    expect(own).toEqual([])
    expect(topics.find(({ slug }) => slug === name)?.brief).toMatchObject({ overflowLines: 0 })
    const pdf = Uint8Array.from(readFileSync(join(cwd, 'out', name, 'brief.pdf')))
    const { pageCount, text } = await readPdf(pdf)
    expect(pageCount).toBe(1)
    for (const word of words) expect(text.replace(/\s+/gu, ' ')).toContain(word)
  })
})

describe('the report of a fit', () => {
  it('is given for a topic that is not built again, and for one that does not fit', async () => {
    const cwd = makeProject({ 'content/a.md': topicText('A'), 'content/b.md': bars(60) })
    const read = async (): Promise<Result> =>
      JSON.parse((await runLectern(['build', '--to', 'brief', '--json'], { cwd })).out) as Result
    const first = await read()
    const second = await read()
    expect(first.topics[0]).toMatchObject({ state: 'built', brief: { path: 'brief.pdf' } })
    expect(second.topics[0]).toMatchObject({ state: 'unchanged', brief: first.topics[0]?.brief })
    expect(second.topics[1]?.brief).toMatchObject({ overflowLines: expect.any(Number) })
  })

  it('is a line of check --render', async () => {
    const cwd = makeProject({ 'content/a.md': topicText('A') })
    const { out } = await runLectern(['check', '--render'], { cwd })
    expect(out).toMatch(/^a: brief\.pdf standard, [\d.]+\/[\d.]+ pt \(x-height [\d.]+ mm\)/u)
  })
})

describe('the preset', () => {
  it('is the flag’s, then the topic’s, then the folder’s, then the template’s', async () => {
    const base = { 'content/a.md': topicText('A'), 'content/b.md': topicText('B', 'preset: dense') }
    const presets = async (files: Record<string, string>, ...flags: string[]) => {
      const cwd = makeProject({ ...base, ...files })
      const run = await runLectern(['build', '--to', 'brief', '--json', ...flags], { cwd })
      const result = JSON.parse(run.out) as { topics: { brief: { preset: string } }[] }
      return result.topics.map(({ brief }) => brief.preset)
    }
    const folder = { 'content/_defaults.yaml': 'preset: clear-print\n' }
    expect(await presets({})).toEqual(['standard', 'dense'])
    expect(await presets(folder)).toEqual(['clear-print', 'dense'])
    expect(await presets(folder, '--preset', 'standard')).toEqual(['standard', 'standard'])
  })
})
