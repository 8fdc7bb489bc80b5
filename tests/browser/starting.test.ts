/** The real program with browsers that are not there, are none, or do not start. */
import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../scripts/browser/limits.ts'
import { openPrinter } from '../../scripts/browser/open-printer.ts'
import { npmChromium } from '../chromium.ts'
import { testPlaces } from '../own-browser.ts'
import {
  makeFolder,
  makeProject,
  mountDisk,
  readOnlyFolder,
  runLectern,
  STACK_LINE_RE,
  topicText,
} from '../run-lectern.ts'
import { badBrowser, onceCrashing } from './bad-browser.ts'
import { pageTask } from './page-task.ts'
import { expectNothingLeft, hasProc } from './processes.ts'

const TIMEOUT = 120_000

const TWO = { 'content/a.md': topicText('A'), 'content/b.md': topicText('B') }

type Told = {
  readonly ok: boolean
  readonly topics: readonly { readonly state: string; readonly outputs: readonly unknown[] }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly file: string
    readonly message: string
    readonly hint: string
  }[]
}

type Case = {
  readonly args?: readonly string[]
  readonly env?: Record<string, string>
  readonly under?: readonly string[]
}

/** Everything else is built; exit 3, and one diagnostic for both topics. */
async function expectOneProblem({
  args = [],
  env = {},
  under = [],
}: Case): Promise<Told['diagnostics'][number]> {
  const cwd = makeProject(TWO)
  const temporaryDir = makeFolder()
  const { code, out, err } = await runLectern(['build', '--to', 'html,pdf,md', '--json', ...args], {
    cwd,
    env: { TMPDIR: temporaryDir, ...env },
    under,
  })
  expect(err).not.toMatch(STACK_LINE_RE)
  const told = JSON.parse(out) as Told
  expect(told.diagnostics).toHaveLength(1)
  expect([code, told.ok]).toEqual([3, false])
  expect(told.topics.map(({ state }) => state)).toEqual(['built', 'built'])
  for (const topic of ['a', 'b'])
    for (const [file, isThere] of [
      ['deck.html', true],
      ['deck.md', true],
      ['deck.pdf', false],
    ] as const)
      expect(existsSync(join(cwd, 'out', topic, file))).toBe(isThere)
  if (hasProc) await expectNothingLeft(temporaryDir)
  const [diagnostic] = told.diagnostics
  if (diagnostic === undefined) throw new Error('unreachable')
  expect(diagnostic.file).toBe('')
  return diagnostic
}

type Unusable = readonly [what: string, make: () => string, code: string, message: RegExp]

const UNUSABLE: readonly Unusable[] = [
  ['does not exist', () => '/nonexistent/chrome', 'browser-missing', /which does not exist/],
  ['is a folder', () => badBrowser('folder'), 'browser-failed', /which is a folder/],
  ['is not executable', () => badBrowser('notExecutable'), 'browser-failed', /may not run/],
  [
    'ends at once',
    () => '/bin/false',
    'browser-failed',
    /does not start: it ended with exit code 1/,
  ],
  [
    'is ended by a signal each time',
    () => badBrowser('crashes'),
    'browser-failed',
    /does not start: it ended by SIGSEGV/,
  ],
  ['is another program', () => '/bin/cat', 'browser-failed', /does not start: .*--help/],
  ['says what is no protocol', () => badBrowser('garbage'), 'browser-failed', /does not speak/],
  ['answers nothing', () => badBrowser('emptyAnswer'), 'browser-failed', /that says nothing/],
  [
    'lacks a library',
    () => badBrowser('library'),
    'browser-failed',
    /the library libnss3\.so is missing/,
  ],
  [
    'lacks its interpreter',
    () => badBrowser('noInterpreter'),
    'browser-failed',
    /interpreter that it names is missing/,
  ],
]

describe('a browser that was named', () => {
  it.each(UNUSABLE)(
    'and %s is told once; all else is built',
    async (_, make, code, message) => {
      const path = make()
      const told = await expectOneProblem({ args: ['--browser', path] })
      expect(told.code).toBe(code)
      expect(told.message).toMatch(message)
      expect(told.message).toContain(path)
    },
    TIMEOUT,
  )

  it(
    'and is ended by a signal once is started again',
    async () => {
      const cwd = makeProject({ 'content/a.md': topicText('A') })
      const browser = onceCrashing(npmChromium())
      const { code, err } = await runLectern(['build', '--to', 'pdf', '--browser', browser], {
        cwd,
      })
      expect([code, err]).toEqual([0, expect.stringContaining('1 built')])
      expect(existsSync(join(cwd, 'out/a/deck.pdf'))).toBe(true)
    },
    TIMEOUT,
  )

  it(
    'by CHROME_PATH gives way to none other, and --browser comes before it',
    async () => {
      const { message, hint } = await expectOneProblem({ env: { CHROME_PATH: '/bin/false' } })
      expect(message).toMatch(/`\/bin\/false` \(CHROME_PATH\)/)
      expect(hint).toMatch(/^name the program file of Chrome, Edge or Chromium/)
      const named = ['--browser', '/bin/cat']
      const other = await expectOneProblem({ args: named, env: { CHROME_PATH: '/bin/false' } })
      expect(other.message).toMatch(/`\/bin\/cat` \(--browser\)/)
    },
    TIMEOUT,
  )

  it(
    'and sleeps is given up',
    async () => {
      const temporaryDir = makeFolder()
      const printer = openPrinter(testPlaces({ option: badBrowser('sleeps'), temporaryDir }), {
        limits: { ...LIMITS, startMs: 1_000 },
      })
      await expect(printer.run(pageTask('x'))).rejects.toMatchObject({
        problem: { code: 'browser-failed', reach: 'build' },
        message: expect.stringMatching(/it did not answer within 1 s/),
      })
      if (hasProc) await expectNothingLeft(temporaryDir)
      await printer.close()
    },
    TIMEOUT,
  )

  it(
    'exits with 3 also under --strict and beside topics with errors',
    async () => {
      const cwd = makeProject({ ...TWO, 'content/c.md': topicText('C', 'nonsense: 1') })
      const run = await runLectern(['build', '--to', 'md,pdf', '--strict', '--report', 'short'], {
        cwd,
        env: { CHROME_PATH: '/nonexistent' },
      })
      expect(run.err).toMatch(/^lectern: error\[browser-missing\]: CHROME_PATH names/m)
      expect(run.err).toMatch(/^content\/c\.md:\d+:\d+: error\[unknown-key\]/m)
      expect(run.err).toMatch(/2 built, 1 with errors, 2 errors/)
      expect(run.code).toBe(3)
    },
    TIMEOUT,
  )
})

describe('an installed browser', () => {
  it(
    'that does not start gives way to the next, and this is said',
    async () => {
      const bad = badBrowser('library')
      const { environment } = npmChromium()
      const said: string[] = []
      const folders = [makeFolder(), makeFolder()] as const
      symlinkSync(bad, join(folders[0], 'chrome-headless-shell'))
      symlinkSync(npmChromium().path, join(folders[1], 'chromium-headless-shell'))
      const printer = openPrinter(
        testPlaces({
          option: undefined,
          searchPath: folders.join(':'),
          environment: { ...process.env, ...environment },
        }),
        { tell: (text) => said.push(text) },
      )
      try {
        expect((await printer.run(pageTask('x'))).pdf?.length).toBeGreaterThan(500)
        expect(said[0]).toMatch(
          /chrome-headless-shell.*libnss3\.so is missing; .*chromium-headless-shell` prints instead/,
        )
      } finally {
        await printer.close()
      }
    },
    TIMEOUT,
  )
})

describe('a machine without any browser', () => {
  it('is told the one command that helps', async () => {
    const printer = openPrinter(
      testPlaces({ option: undefined, platform: 'win32', environment: {} }),
    )
    await expect(printer.run(pageTask('x'))).rejects.toMatchObject({
      problem: {
        code: 'browser-missing',
        reach: 'build',
        message: 'No browser was found to print the slides',
        hint: '`winget install Google.Chrome` brings one',
      },
    })
  })
})

describe('a temporary folder', () => {
  it(
    'that is read-only is told once; all else is built',
    async ({ skip }) => {
      const folder = readOnlyFolder()
      if (folder === undefined) return skip('needs the right to mount a disk')
      const { code, message } = await expectOneProblem({ env: { TMPDIR: folder } })
      expect(code).toBe('browser-failed')
      expect(message).toMatch(/no place for its profile: .* cannot be written \((?:EROFS|EACCES)\)/)
    },
    TIMEOUT,
  )

  it.for(['300k', '1m', '2m'])(
    'with room for the profile but not for pictures (%s) is told as such once, and emptied again',
    { timeout: TIMEOUT },
    async (size, { skip }) => {
      const folder = mountDisk(`size=${size}`)
      if (folder === undefined) return skip('needs the right to mount a disk')
      const { code, err } = await runLectern(['build', '--to', 'html,png,handout'], {
        cwd: makeProject(TWO),
        env: { TMPDIR: folder },
      })
      expect([code, err]).toEqual([3, expect.stringContaining('the temporary folder is full')])
      expect(err).toMatch(/make room in the temporary folder, or set TMPDIR/)
      expect(err).not.toMatch(/the page crashed|lectern doctor/)
      expect(readdirSync(folder)).toEqual([])
    },
  )

  it(
    'without room is told once, and emptied again',
    async ({ skip }) => {
      const folder = mountDisk('size=100k')
      if (folder === undefined) return skip('needs the right to mount a disk')
      const { message, hint } = await expectOneProblem({ env: { TMPDIR: folder } })
      expect(message).toMatch(/the temporary folder is full|cannot be written \(ENOSPC\)/)
      expect(hint).toMatch(/make room in the temporary folder, or set TMPDIR/)
      expect(readdirSync(folder)).toEqual([])
    },
    TIMEOUT,
  )
})
