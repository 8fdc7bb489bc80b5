import { appendFileSync, cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUILD,
  type Files,
  listAll,
  makeFolder,
  makeProject,
  runLectern,
  STACK_LINE_RE,
  temporariesIn,
  topicText,
} from '../run-lectern.ts'

type Entry = {
  readonly slug: string
  readonly inputsHash: string
  readonly outputs: readonly {
    readonly path: string
    readonly bytes: number
    readonly slides?: number
  }[]
}

function manifestOf(outDir: string): readonly Entry[] {
  return (JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8')) as { topics: Entry[] })
    .topics
}

function slugsOf(outDir: string): readonly string[] {
  return manifestOf(outDir).map(({ slug }) => slug)
}

const SHELF: Files = {
  'content/a.md': topicText('A'),
  'content/a.hi.md': topicText('अ', 'sections:\n  - title: एक\n    points: [पहला]'),
  'content/b.md': topicText('B'),
  'content/c.md': topicText('C'),
  'content/_notes.md': 'not a topic',
}

describe('build', () => {
  it('makes slides, their PDF and PowerPoint, a handout, brief, Marp source, shelf page and manifest, and nothing else', async () => {
    const project = makeProject({ 'content/a.md': topicText('A', 'link: https://example.org/') })
    const { code } = await runLectern(['build'], { cwd: project })
    expect(code).toBe(0)
    expect(listAll(project)).toEqual(
      [
        'content',
        'content/a.md',
        'out',
        'out/a',
        'out/a/brief.pdf',
        'out/a/deck.html',
        'out/a/deck.md',
        'out/a/deck.pdf',
        'out/a/deck.pptx',
        'out/a/handout.pdf',
        'out/a/lecture.css',
        'out/a/qr.svg',
        'out/index.html',
        'out/manifest.json',
      ].filter(
        // The QR code stands beside deck.md only when a slide shows it.
        (name) => name !== 'out/a/qr.svg' || existsSync(join(project, name)),
      ),
    )
    expect(readFileSync(join(project, 'out/a/brief.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('lists in the manifest what lies on the disk, byte for byte', async () => {
    const project = makeProject(SHELF)
    await runLectern(['build'], { cwd: project })
    const out = join(project, 'out')
    const listed = manifestOf(out).flatMap(({ outputs }) => outputs)
    for (const { path, bytes } of listed)
      expect([path, statSync(join(out, path)).size]).toEqual([path, bytes])
    const files = listAll(out).filter((name) => statSync(join(out, name)).isFile())
    expect(files.filter((name) => name.includes('/'))).toEqual(
      listed.map(({ path }) => path).sort(),
    )
    const decks = listed.filter(({ path }) => path.endsWith('deck.html'))
    for (const { path, slides } of decks) {
      const html = readFileSync(join(out, path), 'utf8')
      expect(html.match(/<section /g)).toHaveLength(slides ?? 0)
    }
  })

  it('--to makes only the formats named, once each', async () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    const only = async (formats: string, out: string) => {
      await runLectern(['build', '--to', formats, '-o', out], { cwd: project })
      return listAll(join(project, out, 'a'))
    }
    expect(await only('html', 'o1')).toEqual(['deck.html'])
    expect(await only('brief', 'o2')).toEqual(['brief.pdf'])
    expect(await only('md', 'o3')).toEqual(['deck.md', 'lecture.css'])
    expect(await only('brief, html,html', 'o4')).toEqual(['brief.pdf', 'deck.html'])
  })

  it('names a topic by slug, file name or path; the name stands for all its editions', async () => {
    const project = makeProject(SHELF)
    const built = async (word: string, out: string, ...more: readonly string[]) => {
      const { code } = await runLectern(['build', word, '--to', 'md', '-o', out, ...more], {
        cwd: project,
      })
      expect(code).toBe(0)
      return slugsOf(join(project, out))
    }
    expect(await built('a', 'o1')).toEqual(['a', 'a.hi'])
    expect(await built('a.md', 'o2')).toEqual(['a'])
    expect(await built('content/a.hi.md', 'o3')).toEqual(['a.hi'])
    expect(await built('a.hi', 'o4')).toEqual(['a.hi'])
    expect(await built('b', 'o5', 'b', 'c')).toEqual(['b', 'c'])
    expect(await built('content\\b.md', 'o6')).toEqual(['b'])
  })

  it('--lang builds the editions of one language', async () => {
    const project = makeProject(SHELF)
    await runLectern(['build', '--lang', 'hi', '--to', 'md', '-o', 'hi'], { cwd: project })
    await runLectern(['build', '--lang', 'en', '--to', 'md', '-o', 'en'], { cwd: project })
    expect(slugsOf(join(project, 'hi'))).toEqual(['a.hi'])
    expect(slugsOf(join(project, 'en'))).toEqual(['a', 'b', 'c'])
  })

  it.each([1, 3, 5])('--shard i/%i covers every topic once', async (count) => {
    const project = makeProject(SHELF)
    const parts: string[] = []
    for (let i = 1; i <= count; i++) {
      const { code } = await runLectern(
        ['build', '--to', 'md', '--shard', `${i}/${count}`, '-o', `o${i}`],
        { cwd: project },
      )
      expect(code).toBe(0)
      parts.push(...slugsOf(join(project, `o${i}`)))
    }
    expect(parts.sort()).toEqual(['a', 'a.hi', 'b', 'c'])
  })

  it('-o writes to another place, relative or absolute, and not to out/', async () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    const elsewhere = join(makeFolder(), 'deep/er')
    await runLectern(['build', '--to', 'md', '-o', elsewhere], { cwd: project })
    const { err } = await runLectern(['build', '--to', 'md', '--output=../beside'], {
      cwd: project,
    })
    expect(err).toContain('→ ../beside/index.html')
    expect(slugsOf(elsewhere)).toEqual(['a'])
    expect(slugsOf(join(project, '../beside'))).toEqual(['a'])
    expect(existsSync(join(project, 'out'))).toBe(false)
  })

  it('--template lays every topic out with that set', async () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    await runLectern(['build', '--to', 'md', '--template', 'coaching'], { cwd: project })
    expect(listAll(join(project, 'out/a'))).toEqual(['coaching.css', 'deck.md'])
  })

  it('refuses two topics that one folder of a Windows disk would hold', async () => {
    const project = makeProject({
      'content/Oil.md': topicText('First'),
      'content/oil.md': topicText('Second'),
      'content/tea.md': topicText('Third'),
    })
    const { code, err } = await runLectern(['build', '--to', 'md'], { cwd: project })
    expect(code).toBe(1)
    expect(err).toContain('content/oil.md: error[output-name-conflict]')
    expect(slugsOf(join(project, 'out'))).toEqual(['Oil', 'tea'])
  })

  it.each(['index.html', 'manifest.json'])(
    'a topic called %s does not stand in the way of the shelf',
    async (slug) => {
      const project = makeProject({
        [`content/${slug}.md`]: topicText('A'),
        'content/b.md': topicText('B'),
      })
      const { code } = await runLectern(['build', '--to', 'md'], { cwd: project })
      expect([0, 1]).toContain(code)
      expect(slugsOf(join(project, 'out'))).toContain('b')
    },
  )

  it('drops from the shelf what is no longer in content/', async () => {
    const project = makeProject(SHELF)
    await runLectern(['build', '--to', 'md'], { cwd: project })
    const fewer = makeProject({ 'content/b.md': topicText('B') })
    cpSync(join(project, 'out'), join(fewer, 'out'), { recursive: true })
    await runLectern(['build', '--to', 'md'], { cwd: fewer })
    expect(slugsOf(join(fewer, 'out'))).toEqual(['b'])
  })

  it('takes a damaged manifest for none', async () => {
    const project = makeProject({
      ...SHELF,
      'out/manifest.json': '{"version":1,"topics":[{"slug":',
    })
    const { code, err } = await runLectern(['build', '--to', 'md'], { cwd: project })
    expect([code, err]).toEqual([0, expect.stringContaining('4 built')])
    expect(slugsOf(join(project, 'out'))).toHaveLength(4)
  })

  it('of an empty shelf is a page without topics', async () => {
    const project = makeProject({ 'content/_defaults.yaml': 'subject: x\n' })
    const { code, err } = await runLectern([...BUILD], { cwd: project })
    expect([code, err]).toEqual([0, '0 built, no problems → out/index.html\n'])
    expect(slugsOf(join(project, 'out'))).toEqual([])
  })
})

const FACT = '[{ title: One, points: ["It is {oil}."] }]'
const SHARED: Files = {
  'content/_facts.yaml': 'facts:\n  oil: { label: Oil, value: 52.7, unit: "%" }\n',
  'content/user.md': topicText('User', `sections: ${FACT}`),
  'content/other.md': topicText('Other'),
}

/** Which outputs changed on disk between two moments: time of change, to the nanosecond, and inode. */
function stampsOf(outDir: string): ReadonlyMap<string, string> {
  const files = listAll(outDir).filter((name) => name.includes('/'))
  return new Map(
    files.map((name) => {
      const { mtimeNs, ino } = statSync(join(outDir, name), { bigint: true })
      return [name, `${mtimeNs} ${ino}`]
    }),
  )
}

function changedTopics(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const names = [...after]
    .filter(([name, stamp]) => before.get(name) !== stamp)
    .map(([name]) => name)
  return [...new Set(names.map((name) => name.split('/')[0]))].sort()
}

describe('what has not changed', () => {
  async function built(files: Files): Promise<{ project: string; out: string }> {
    const project = makeProject(files)
    await runLectern(['build', '--to', 'md'], { cwd: project })
    return { project, out: join(project, 'out') }
  }

  it('is not written again', async () => {
    const { project, out } = await built(SHARED)
    const before = stampsOf(out)
    const second = await runLectern(['build', '--to', 'md'], { cwd: project })
    expect(second).toEqual({
      code: 0,
      out: '',
      err: '0 built, 2 unchanged, no problems → out/index.html\n',
    })
    expect(changedTopics(before, stampsOf(out))).toEqual([])
  })

  it('is written again with --force', async () => {
    const { project, out } = await built(SHARED)
    const before = stampsOf(out)
    await runLectern(['build', '--to', 'md', '--force'], { cwd: project })
    expect(changedTopics(before, stampsOf(out))).toEqual(['other', 'user'])
  })

  it('is told apart by content: a new time stamp alone changes nothing', async () => {
    const { project, out } = await built(SHARED)
    const before = stampsOf(out)
    for (const name of Object.keys(SHARED)) writeFileSync(join(project, name), SHARED[name] ?? '')
    await runLectern(['build', '--to', 'md'], { cwd: project })
    expect(changedTopics(before, stampsOf(out))).toEqual([])
  })

  it('a changed shared fact rebuilds the topic that prints it', async () => {
    const { project, out } = await built(SHARED)
    const before = stampsOf(out)
    writeFileSync(
      join(project, 'content/_facts.yaml'),
      'facts:\n  oil: { label: Oil, value: 53.9, unit: "%" }\n',
    )
    await runLectern(['build', '--to', 'md'], { cwd: project })
    expect(changedTopics(before, stampsOf(out))).toContain('user')
    expect(readFileSync(join(out, 'user/deck.md'), 'utf8')).toContain('53.9')
    expect(readFileSync(join(out, 'user/deck.md'), 'utf8')).not.toContain('52.7')
  })

  it.each([
    [
      'a topic',
      (project: string) => appendFileSync(join(project, 'content/user.md'), '## One\nNotes.\n'),
    ],
    [
      'an output that somebody shortened',
      (project: string) => writeFileSync(join(project, 'out/user/deck.md'), 'x'),
    ],
  ] as const)('%s changed means the topic is built again', async (_, change) => {
    const { project, out } = await built(SHARED)
    const before = stampsOf(out)
    change(project)
    await runLectern(['build', '--to', 'md'], { cwd: project })
    expect(changedTopics(before, stampsOf(out))).toContain('user')
    expect(statSync(join(out, 'user/deck.md')).size).toBeGreaterThan(100)
  })

  it('defaults that were not there mean all is built again', async () => {
    const { project } = await built({ 'content/a.md': topicText('A') })
    writeFileSync(join(project, 'content/_defaults.yaml'), 'author: Somebody\n')
    expect((await runLectern(['build', '--to', 'md'], { cwd: project })).err).toContain('1 built')
  })

  it('another preset, template or trust in HTML means all is built again', async () => {
    const { project } = await built({ 'content/a.md': topicText('A') })
    for (const args of [
      ['--preset', 'dense'],
      ['--template', 'coaching'],
      ['--trust-html'],
      ['--attach-source'],
    ]) {
      const { err } = await runLectern(['build', '--to', 'md', ...args], { cwd: project })
      expect([args, err]).toEqual([args, expect.stringContaining('1 built')])
    }
  })

  it('a format that is missing is made, the others stay listed', async () => {
    const project = makeProject({ 'content/a.md': topicText('A') })
    await runLectern(['build', '--to', 'html'], { cwd: project })
    const before = stampsOf(join(project, 'out'))
    await runLectern(['build', '--to', 'brief'], { cwd: project })
    const after = stampsOf(join(project, 'out'))
    expect(after.get('a/deck.html')).toBe(before.get('a/deck.html'))
    const [entry] = manifestOf(join(project, 'out'))
    expect(entry?.outputs.map(({ path }) => path).sort()).toEqual(['a/brief.pdf', 'a/deck.html'])
  })

  it('a topic with warnings shows them at every build', async () => {
    const project = makeProject({
      'content/a.md': topicText('A', 'sources: { s: { title: Nobody cites this } }'),
    })
    for (let i = 0; i < 2; i++)
      expect((await runLectern(['build', '--to', 'md'], { cwd: project })).err).toContain(
        'unused-source',
      )
  })

  it('a conflict between two topics is an error at every build', async () => {
    const topic = (value: number) =>
      topicText(
        'T',
        `facts: { oil: { label: Oil, value: ${value}, unit: "%" } }\nsections: ${FACT}`,
      )
    const project = makeProject({ 'content/a.md': topic(50), 'content/b.md': topic(60) })
    for (let i = 0; i < 2; i++) {
      const { code, err } = await runLectern(['build', '--to', 'md'], { cwd: project })
      expect([i, code, err]).toEqual([i, 1, expect.stringContaining('error[fact-conflict]')])
    }
  })

  it('list tells built, changed, not built and errors apart', async () => {
    const project = makeProject({ ...SHARED, 'content/later.md': topicText('Later') })
    await runLectern(['build', 'user', 'other', '--to', 'md'], { cwd: project })
    writeFileSync(join(project, 'content/other.md'), topicText('Other, changed'))
    writeFileSync(join(project, 'content/wrong.md'), '---\ntitle: [\n---\n')
    const { code, out } = await runLectern(['list'], { cwd: project })
    expect(code).toBe(0)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/).slice(0, 2)),
    ).toEqual([
      ['later', 'not built'],
      ['other', 'changed'],
      ['user', 'built'],
      ['wrong', 'errors'],
    ])
  })
})

it('a build that was killed leaves temporaries that the next build sweeps, wherever they lie', async () => {
  const project = makeProject({
    'content/a.md': topicText(
      'A',
      'sections:\n  - title: One\n    chart: { data: [[x, 1], [y, 2]], title: T, alt: A }',
    ),
  })
  await runLectern([...BUILD], { cwd: project })
  const out = join(project, 'out')
  // No process has this number: Linux counts to 4,194,304.
  for (const folder of ['', 'a/', 'a/charts/'])
    writeFileSync(join(out, `${folder}.deck.html.99999999.0123abcd.tmp`), 'half')
  const { code, err } = await runLectern([...BUILD], { cwd: project })
  expect(err).not.toMatch(STACK_LINE_RE)
  expect(code).toBe(0)
  expect(temporariesIn(out)).toEqual([])
})

describe('--jobs', () => {
  const files = Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [`content/t${i}.md`, topicText(`Topic ${i}`)]),
  )

  it('builds the same bytes in several threads, and tells of the topics in their order', async () => {
    const project = makeProject({ ...files, 'content/t3.md': '---\ntitle: [\n---\n' })
    const one = await runLectern([...BUILD, '-o', 'one'], { cwd: project })
    const three = await runLectern([...BUILD, '-o', 'three', '--jobs', '3'], { cwd: project })
    expect([three.code, three.out]).toEqual([one.code, one.out])
    expect(three.err).toBe(one.err.replaceAll('one/', 'three/'))
    expect(listAll(join(project, 'three'))).toEqual(listAll(join(project, 'one')))
    for (const name of ['manifest.json', 't0/deck.html', 't6/brief.pdf'])
      expect(readFileSync(join(project, 'three', name))).toEqual(
        readFileSync(join(project, 'one', name)),
      )
  })

  it.each(['0', 'many', '1.5', '1000'])('of %s is refused with what is allowed', async (jobs) => {
    const { code, err } = await runLectern([...BUILD, '--jobs', jobs], { cwd: makeProject(files) })
    expect(code).toBe(2)
    expect(err).toContain('1 to 64')
  })
})
