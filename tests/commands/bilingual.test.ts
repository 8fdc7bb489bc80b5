import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUILD,
  type Files,
  makeFolder,
  makeProject,
  rootDir,
  runLectern,
  STACK_LINE_RE,
  topicText,
} from '../run-lectern.ts'
import { readPdf } from '../typeset/pdf-text.ts'

const HINDI = topicText('अ', 'sections:\n  - title: एक\n    points: [पहला, दूसरा]')

const PAIR: Files = {
  'content/a.md': topicText('A', 'bilingual: side-by-side'),
  'content/a.hi.md': HINDI,
}

type Result = {
  readonly ok: boolean
  readonly topics: readonly {
    readonly slug: string
    readonly state: string
    readonly outputs: readonly { readonly path: string }[]
    readonly briefs: readonly { readonly path: string; readonly dropped: readonly string[] }[]
  }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string
    readonly message: string
    readonly hint?: string
    readonly place?: { readonly line: number }
  }[]
}

/** Briefs only: slides have no part in this. */
async function build(cwd: string, ...args: readonly string[]): Promise<Result & { code: number }> {
  const run = await runLectern(['build', '--json', '--to', 'brief', ...args], { cwd })
  expect(run.err).not.toMatch(STACK_LINE_RE)
  return { ...(JSON.parse(run.out) as Result), code: run.code ?? -1 }
}

function stateOf(result: Result, slug: string): string | undefined {
  return result.topics.find((topic) => topic.slug === slug)?.state
}

describe('the other edition of a topic', () => {
  it('is missing: an error at the key, with the command that begins it; the rest is built', async () => {
    const cwd = makeProject({ 'content/a.md': PAIR['content/a.md'] ?? '' })
    const result = await build(cwd)
    expect(result.code).toBe(1)
    expect(result.diagnostics).toEqual([
      expect.objectContaining({
        code: 'edition-missing',
        file: 'content/a.md',
        place: expect.objectContaining({ line: 3 }),
        message:
          'The page in two languages is made of two editions, and there is no content/a.hi.md',
        hint: '`lectern new a --lang hi` begins it, or write `bilingual: none`',
      }),
    ])
    const paths = result.topics.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(paths).toContain('a/brief.pdf')
    expect(paths).not.toContain('a/brief-bilingual.pdf')
  })

  it('is missing for the flag too, and for a Hindi topic that stands alone', async () => {
    const cwd = makeProject({ 'content/a.md': topicText('A'), 'content/b.hi.md': HINDI })
    const { diagnostics } = await build(cwd, '--bilingual', 'stacked')
    expect(diagnostics.map(({ code, file, hint }) => [code, file, hint])).toEqual([
      [
        'edition-missing',
        'content/a.md',
        '`lectern new a --lang hi` begins it, or write `bilingual: none`',
      ],
      [
        'edition-missing',
        'content/b.hi.md',
        '`lectern new b` begins it, or write `bilingual: none`',
      ],
    ])
  })

  it('has errors: they are told with the topic that needs it, each once', async () => {
    const cwd = makeProject({ ...PAIR, 'content/a.hi.md': topicText('अ', 'nonsense: 1') })
    for (const args of [[], ['content/a.md']]) {
      const { diagnostics, topics } = await build(cwd, ...args)
      expect(diagnostics.map(({ code, file }) => [code, file]).sort()).toEqual([
        ['edition-has-errors', 'content/a.md'],
        ['unknown-key', 'content/a.hi.md'],
      ])
      const original = topics.find(({ slug }) => slug === 'a')
      expect(original?.outputs.map(({ path }) => path)).toContain('a/brief.pdf')
    }
  })

  it('in the same language is no second language', async () => {
    const hindi = topicText('अ', 'lang: hi\nbilingual: stacked')
    const { diagnostics } = await build(makeProject({ ...PAIR, 'content/a.md': hindi }))
    expect(diagnostics.map(({ code, message }) => [code, message])).toContainEqual([
      'edition-missing',
      'The page in two languages is made of two editions, and content/a.hi.md has the same `lang: hi`',
    ])
  })

  it('is not asked for when the front matter or the flag says none', async () => {
    const own = topicText('A', 'bilingual: none')
    const defaults = 'bilingual: stacked\n'
    const one = makeProject({ 'content/a.md': own, 'content/_defaults.yaml': defaults })
    expect(await build(one)).toMatchObject({ code: 0, diagnostics: [] })
    const two = makeProject({ 'content/a.md': topicText('A'), 'content/_defaults.yaml': defaults })
    expect((await build(two)).diagnostics.map(({ code }) => code)).toEqual(['edition-missing'])
    expect(await build(two, '--bilingual', 'none')).toMatchObject({ code: 0, diagnostics: [] })
  })

  it('a layout that does not exist is a wrong word on the command line', async () => {
    for (const command of ['build', 'check']) {
      const run = await runLectern([command, '--bilingual', 'stackd'], { cwd: makeProject(PAIR) })
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('did you mean `stacked`?')])
    }
  })
})

describe('the page of both editions', () => {
  it('stands beside the brief of the original, in the manifest, on the shelf page and in the output', async () => {
    const cwd = makeProject(PAIR)
    const run = await runLectern([...BUILD], { cwd })
    expect(run.code).toBe(0)
    expect(run.out).toMatch(/^a: .*brief\.pdf \([^)]*\) · brief-bilingual\.pdf \([^)]*\)/mu)
    expect(run.out).not.toMatch(/^a\.hi: .*bilingual/mu)
    const pdf = readFileSync(join(cwd, 'out/a/brief-bilingual.pdf'))
    const manifest = JSON.parse(readFileSync(join(cwd, 'out/manifest.json'), 'utf8')) as {
      topics: { slug: string; outputs: { path: string; bytes: number; pages?: number }[] }[]
    }
    const listed = manifest.topics.flatMap(({ outputs }) => outputs)
    expect(listed).toContainEqual(
      expect.objectContaining({ path: 'a/brief-bilingual.pdf', bytes: pdf.length, pages: 1 }),
    )
    expect(listed.filter(({ path }) => path.includes('bilingual'))).toHaveLength(1)
    const shelf = readFileSync(join(cwd, 'out/index.html'), 'utf8')
    expect(shelf).toContain('<a href="a/brief-bilingual.pdf">Brief in both languages (PDF)</a>')
  })

  it('has its report beside that of the brief, and each section left out is named', async () => {
    const long = (point: string): string =>
      topicText(
        'A',
        `sections:\n  - id: one\n    title: One\n    points: [${point}]\n  - id: two\n    title: Two\n    priority: 2\n    points:\n${`      - ${point}\n`.repeat(60)}`,
      )
    const cwd = makeProject({
      'content/a.md': long('A point that fills a line of the column'),
      'content/a.hi.md': long('एक बिंदु जो स्तंभ की एक पंक्ति भर देता है'),
    })
    const { topics, diagnostics } = await build(cwd, '--bilingual', 'side-by-side')
    const briefs = topics.find(({ slug }) => slug === 'a')?.briefs ?? []
    expect(briefs.map(({ path, dropped }) => [path, dropped])).toEqual([
      ['brief.pdf', []],
      ['brief-bilingual.pdf', ['two']],
    ])
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['brief-dropped', expect.stringContaining('`two` was left out of the bilingual brief')],
    ])
    const checked = await runLectern(
      ['check', '--render', '--json', '--bilingual', 'side-by-side'],
      { cwd },
    )
    expect((JSON.parse(checked.out) as Result).diagnostics).toEqual(diagnostics)
  })

  it('that is too full is reported by build and by check --render, and stops nothing else', async () => {
    const long = (point: string): string =>
      topicText(
        'A',
        `sections:\n  - id: one\n    title: One\n    points:\n${`      - ${point}\n`.repeat(60)}`,
      )
    const cwd = makeProject({
      'content/a.md': long('A point that fills a line of the column'),
      'content/a.hi.md': long('एक बिंदु जो स्तंभ की एक पंक्ति भर देता है'),
    })
    const built = await build(cwd, '--bilingual', 'stacked')
    const overflow = {
      code: 'brief-overflow',
      file: 'content/a.md',
      message: expect.stringMatching(
        /^The bilingual brief does not fit on one page: over by \d+ lines at the smallest size/u,
      ),
    }
    expect(built.diagnostics).toEqual([expect.objectContaining(overflow)])
    const paths = built.topics.flatMap(({ outputs }) => outputs.map(({ path }) => path))
    expect(paths).toEqual(expect.arrayContaining(['a/brief.pdf', 'a.hi/brief.pdf']))
    const checked = await runLectern(['check', '--render', '--json', '--bilingual', 'stacked'], {
      cwd,
    })
    expect((JSON.parse(checked.out) as Result).diagnostics).toEqual(built.diagnostics)
  })

  it('says which section only the edition has', async () => {
    const more = HINDI.replace('दूसरा]', 'दूसरा]\n  - id: extra\n    title: और\n    points: [तीसरा]')
    const result = await build(makeProject({ ...PAIR, 'content/a.hi.md': more }))
    expect(
      result.diagnostics.map(({ code, file, message }) => [code, file, message]),
    ).toContainEqual([
      'untranslated-section',
      'content/a.hi.md',
      'The section `extra` is in this edition only, so its place in the other language stays empty',
    ])
  })

  it.each(['side-by-side', 'stacked'])(
    'of the topics of this repository is one page %s, in both template sets',
    async (layout) => {
      for (const template of ['lecture', 'coaching']) {
        const out = makeFolder()
        const run = await runLectern(
          [
            'build',
            'india-russia-strategic-partnership',
            '--cwd',
            rootDir,
            '-o',
            out,
            '--to',
            'brief',
          ].concat('--bilingual', layout, '--template', template, '--quiet'),
        )
        expect(run.code).toBe(0)
        expect(run.err).not.toMatch(/error\[|warning\[(?!brief-dropped)/u)
        const path = join(out, 'india-russia-strategic-partnership/brief-bilingual.pdf')
        const { pageCount, text } = await readPdf(Uint8Array.from(readFileSync(path)))
        expect(pageCount).toBe(1)
        const printed = text.replaceAll(/\s/gu, '')
        expect(printed).toContain('Englishversionwillbetreatedasstandard.')
        expect(printed).toContain('अंग्रेज़ीसंस्करणहीमानकमानाजाएगा।')
      }
    },
  )
})

describe('freshness of a topic that needs its other edition', () => {
  it('a change in the Hindi edition builds the original again, and only then', async () => {
    const cwd = makeProject({ ...PAIR, 'content/b.md': topicText('B'), 'content/b.hi.md': HINDI })
    await build(cwd)
    const again = await build(cwd)
    expect([stateOf(again, 'a'), stateOf(again, 'b')]).toEqual(['unchanged', 'unchanged'])
    for (const name of ['a', 'b']) {
      const path = join(cwd, `content/${name}.hi.md`)
      writeFileSync(path, readFileSync(path, 'utf8').replace('दूसरा', 'तीसरा'))
    }
    const listed = await runLectern(['list', '--json'], { cwd })
    const { topics } = JSON.parse(listed.out) as { topics: { slug: string; state: string }[] }
    expect(topics.map(({ slug, state }) => [slug, state])).toEqual([
      ['a.hi', 'changed'],
      ['a', 'changed'],
      ['b.hi', 'changed'],
      ['b', 'built'],
    ])
    const changed = await build(cwd)
    expect([stateOf(changed, 'a'), stateOf(changed, 'b')]).toEqual(['built', 'unchanged'])
  })

  it('an edition that goes or comes builds the original again', async () => {
    const cwd = makeProject(PAIR)
    expect((await build(cwd)).code).toBe(0)
    rmSync(join(cwd, 'content/a.hi.md'))
    expect((await build(cwd)).diagnostics.map(({ code }) => code)).toEqual(['edition-missing'])
    writeFileSync(join(cwd, 'content/a.hi.md'), HINDI)
    const back = await build(cwd)
    expect([back.code, stateOf(back, 'a')]).toEqual([0, 'built'])
  })

  it('another layout builds anew', async () => {
    const cwd = makeProject(PAIR)
    await build(cwd)
    expect(stateOf(await build(cwd, '--bilingual', 'stacked'), 'a')).toBe('built')
    expect(stateOf(await build(cwd, '--bilingual', 'stacked'), 'a')).toBe('unchanged')
  })
})
