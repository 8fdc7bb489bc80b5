import { describe, expect, it } from 'vitest'
import { BUILD, makeProject, runLectern, STACK_LINE_RE, topicText } from '../run-lectern.ts'

/** One good topic, one with an error, one with a warning. */
function mixedProject(): string {
  return makeProject({
    'content/good.md': topicText('Good'),
    'content/bad.md': topicText('Bad', 'subtilte: typo'),
    'content/warn.md': topicText('Warn', 'sources: { s: { title: Nobody cites this } }'),
  })
}

const mixed = mixedProject()

describe('a shelf with one bad topic', () => {
  it('is built but for that topic, which is reported with its place, exit 1', async () => {
    const { code, out, err } = await runLectern([...BUILD, '-f'], { cwd: mixed })
    expect(code).toBe(1)
    expect(out).toMatch(/^good: deck\.html \(\d+ slides, \d+ kB\) · brief\.pdf \(\d+ kB\)/m)
    expect(out).toMatch(/^warn: /m)
    expect(out).not.toMatch(/bad/)
    expect(err).toMatch(/^content\/bad\.md:3:1: error\[unknown-key\]: /m)
    expect(err).toMatch(/^content\/warn\.md:\d+:\d+: warning\[unused-source\]: /m)
    expect(err).toContain('2 built, 1 with errors, 1 error, 1 warning → out/index.html')
    expect(err).not.toMatch(STACK_LINE_RE)
  })

  it('shows the line, a caret under the place, and what to do', async () => {
    const { err } = await runLectern(['check', 'bad'], { cwd: mixed })
    const lines = err.split('\n')
    const at = lines.findIndex((line) => line.includes('3 | subtilte: typo'))
    expect(at).toBeGreaterThan(0)
    expect(lines[at + 1]).toMatch(/^\s+\| \^+$/)
    expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('subtilte'))
    expect(err).toContain('subtitle')
  })
})

describe('exit codes', () => {
  it.each([
    [['check', 'good'], 0],
    [['check', 'warn'], 0],
    [['check', 'warn', '--strict'], 1],
    [['check', 'bad'], 1],
    [['check'], 1],
    [['build', 'good', '--to', 'md'], 0],
    [['build', 'warn', '--to', 'md'], 0],
    [['build', 'warn', '--to', 'md', '--strict'], 1],
    [['build', 'bad', '--to', 'md'], 1],
    [['list'], 0],
    [['schema'], 0],
  ] as const)('%j ends with %i', async (args, code) => {
    expect((await runLectern(args, { cwd: mixed })).code).toBe(code)
  })
})

describe('streams', () => {
  it('results go to stdout, messages to stderr', async () => {
    const { out, err } = await runLectern(['build', 'good', '-f', '--to', 'md'], { cwd: mixed })
    expect(out).toMatch(/^good: [^\n]+\n$/)
    expect(err).toMatch(/^1 built, no problems → out\/index\.html\n$/)
  })

  it('--quiet leaves nothing but problems', async () => {
    const good = await runLectern(['build', 'good', '-f', '-q', '--to', 'md'], { cwd: mixed })
    expect([good.code, good.out, good.err]).toEqual([0, '', ''])
    const bad = await runLectern([...BUILD, 'bad', '-q'], { cwd: mixed })
    expect([bad.code, bad.out]).toEqual([1, ''])
    expect(bad.err).toContain('error[unknown-key]')
    expect(bad.err).not.toContain('built')
    const check = await runLectern(['check', 'good', '--quiet'], { cwd: mixed })
    expect([check.code, check.out, check.err]).toEqual([0, '', ''])
  })

  it('no progress and no colour leave the program when nobody watches', async () => {
    const { out, err } = await runLectern(['build', '-f', '--to', 'md'], { cwd: mixed })
    expect(out + err).not.toMatch(/[\r\u001b]/u)
  })

  it('colours come with --color always and FORCE_COLOR, and go with NO_COLOR and never', async () => {
    const isColored = async (args: readonly string[], env: Readonly<Record<string, string>>) =>
      /\u001b\[/u.test((await runLectern(['check', ...args], { cwd: mixed, env })).err)
    expect(await isColored(['--color', 'always'], {})).toBe(true)
    expect(await isColored(['--color=always'], { NO_COLOR: '1' })).toBe(true)
    expect(await isColored([], { FORCE_COLOR: '1' })).toBe(true)
    expect(await isColored([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(await isColored(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false)
    expect(await isColored(['--color', 'auto'], {})).toBe(false)
  })
})

type JsonResult = {
  readonly ok: boolean
  readonly topics: readonly {
    readonly slug: string
    readonly state: string
    readonly outputs: readonly { readonly path: string }[]
  }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string
    readonly place: { readonly line: number; readonly column: number }
  }[]
}

describe('--json', () => {
  it('of build is one object with topics and diagnostics, and nothing else is said', async () => {
    const { code, out, err } = await runLectern(['build', '--json', '-f', '--to', 'html'], {
      cwd: mixed,
    })
    expect([code, err]).toEqual([1, ''])
    expect(out.trimEnd()).not.toContain('\n')
    const result = JSON.parse(out) as JsonResult
    expect(result.ok).toBe(false)
    expect(result.topics.map(({ slug, state }) => [slug, state])).toEqual([
      ['bad', 'failed'],
      ['good', 'built'],
      ['warn', 'built'],
    ])
    expect(result.topics[1]?.outputs.map(({ path }) => path)).toContain('good/deck.html')
    expect(result.diagnostics[0]).toMatchObject({
      code: 'unknown-key',
      file: 'content/bad.md',
      place: { line: 3, column: 1 },
    })
  })

  it.each([['check'], ['list'], ['doctor'], ['schema']])('of %s is one object', async (command) => {
    const { out, err } = await runLectern([command, '--json'], { cwd: mixed })
    expect(err).toBe('')
    expect(typeof JSON.parse(out)).toBe('object')
  })

  it('of a clean check is ok', async () => {
    const { code, out } = await runLectern(['check', 'good', '--json'], { cwd: mixed })
    expect([code, JSON.parse(out)]).toEqual([0, { ok: true, diagnostics: [] }])
  })
})

describe('--report', () => {
  it('short is one line a problem', async () => {
    const { err } = await runLectern(['check', '-q', '--report', 'short'], { cwd: mixed })
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^content\/bad\.md:3:1: error\[unknown-key\]: /),
      expect.stringMatching(/^content\/warn\.md:\d+:\d+: warning\[unused-source\]: /),
    ])
  })

  it('github is one workflow command a problem', async () => {
    const { err } = await runLectern(['check', '-q', '--report', 'github'], { cwd: mixed })
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(
      /^::error file=content\/bad\.md,line=3,col=1,endColumn=\d+,title=unknown-key::/,
    )
    expect(lines[1]).toMatch(/^::warning file=content\/warn\.md,/)
  })

  it('json of check is an array on stdout, also an empty one', async () => {
    const { out, err } = await runLectern(['check', '-q', '--report', 'json'], { cwd: mixed })
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject([
      { file: 'content/bad.md', line: 3, column: 1, severity: 'error', code: 'unknown-key' },
      { file: 'content/warn.md', severity: 'warning', code: 'unused-source' },
    ])
    const clean = await runLectern(['check', 'good', '-q', '--report=json'], { cwd: mixed })
    expect(JSON.parse(clean.out)).toEqual([])
  })

  it('human is the default', async () => {
    const [plain, human] = await Promise.all([
      runLectern(['check'], { cwd: mixed }),
      runLectern(['check', '--report', 'human'], { cwd: mixed }),
    ])
    expect(plain).toEqual(human)
  })
})

describe('check', () => {
  it('writes nothing', async () => {
    const project = mixedProject()
    await runLectern(['check'], { cwd: project })
    expect((await runLectern(['list'], { cwd: project })).out).toMatch(/good\s+not built/)
  })

  it('--render reports what only laying out shows', async () => {
    const points = Array.from(
      { length: 120 },
      (_, i) => `      - Point ${i} of a topic that no page holds`,
    )
    const project = makeProject({
      'content/long.md': topicText(
        'Long',
        `sections:\n  - title: One\n    points:\n${points.join('\n')}`,
      ),
    })
    expect((await runLectern(['check'], { cwd: project })).code).toBe(0)
    const { code, err } = await runLectern(['check', '--render'], { cwd: project })
    expect(code).toBe(1)
    expect(err).toMatch(
      /content\/long\.md:\d+:\d+: error\[brief-overflow\]: The brief does not fit on one page: over by \d+ lines/,
    )
  })

  it('--fix repairs what is mechanical, says so, and the topic is then good', async () => {
    const project = makeProject({
      'content/t.md':
        '\ufeff---\r\ntitle: Oil: a story\r\nsecitons:\r\n\t- title: One\r\n\t  points: [a]\r\n---\r\n',
    })
    expect((await runLectern(['check'], { cwd: project })).code).toBe(1)
    const fixed = await runLectern(['check', '--fix'], { cwd: project })
    expect(fixed.out).toMatch(/^content\/t\.md:\d+: /m)
    expect([fixed.code, fixed.err]).toEqual([0, '1 topic checked, no problems\n'])
    const again = await runLectern(['check', '--fix'], { cwd: project })
    expect(again.out).toBe('')
  })
})
