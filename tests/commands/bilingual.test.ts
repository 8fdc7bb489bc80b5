import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, makeProject, runLectern, STACK_LINE_RE, topicText } from '../run-lectern.ts'

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
  }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string
    readonly message: string
    readonly hint?: string
    readonly place?: { readonly line: number }
  }[]
}

async function build(cwd: string, ...args: readonly string[]): Promise<Result & { code: number }> {
  const run = await runLectern(['build', '--json', ...args], { cwd })
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
