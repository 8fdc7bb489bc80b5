/** What the disk, the terminal and the system do to a build. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  BUILD,
  type Files,
  listAll,
  makeFolder,
  makeProject,
  mountDisk,
  program,
  readOnlyFolder,
  runLectern,
  STACK_LINE_RE,
  temporariesIn,
  topicText,
} from '../run-lectern.ts'

const ONE: Files = { 'content/a.md': topicText('A') }

/** Exit 3 with a line about the output, and no stack trace. */
async function expectRefused(args: readonly string[], cwd: string, text: RegExp): Promise<void> {
  const { code, err } = await runLectern(['build', '--to', 'md', ...args], { cwd })
  expect(err).not.toMatch(STACK_LINE_RE)
  expect(err).toMatch(text)
  expect(code).toBe(3)
}

describe('the output folder', () => {
  it('that is a symbolic link is refused, and what it points to stays as it is', async () => {
    const project = makeProject(ONE)
    const outside = makeFolder()
    symlinkSync(outside, join(project, 'out'))
    await expectRefused([], project, /error\[output-refused\].*symbolic link/)
    expect(readdirSync(outside)).toEqual([])
  })

  it('with a symbolic link in the place of a topic is refused there', async () => {
    const project = makeProject({ ...ONE, 'out/x': '', 'content/b.md': topicText('B') })
    const outside = makeFolder()
    symlinkSync(outside, join(project, 'out/a'))
    await expectRefused([], project, /out\/a: error\[output-refused\]/)
    expect(readdirSync(outside)).toEqual([])
    expect(listAll(join(project, 'out/b'))).toContain('deck.md')
  })

  it('with a symbolic link in the place of a file keeps what the link points to', async () => {
    const project = makeProject(ONE)
    await runLectern(['build', '--to', 'md'], { cwd: project })
    const precious = join(makeFolder(), 'precious')
    writeFileSync(precious, 'precious')
    for (const name of ['a/deck.md', 'index.html', 'manifest.json']) {
      rmSync(join(project, 'out', name))
      symlinkSync(precious, join(project, 'out', name))
      await expectRefused(['-f'], project, /error\[output-refused\]/)
      expect(readFileSync(precious, 'utf8')).toBe('precious')
      rmSync(join(project, 'out', name))
    }
  })

  it('behind a symbolic link on the way is refused', async () => {
    const project = makeProject(ONE)
    const outside = makeFolder()
    symlinkSync(outside, join(project, 'link'))
    await expectRefused(['-o', 'link/out'], project, /error\[output-refused\]/)
    expect(readdirSync(outside)).toEqual([])
  })

  it('that is a file, or lies below one, is an error in words', async () => {
    const project = makeProject({ ...ONE, file: 'x' })
    await expectRefused(['-o', 'file'], project, /a file stands where a folder is needed/)
    await expectRefused(['-o', 'file/out'], project, /a file stands where a folder is needed/)
    expect(readFileSync(join(project, 'file'), 'utf8')).toBe('x')
  })

  it('whose name is too long is an error in words', async () => {
    await expectRefused(['-o', 'n'.repeat(300)], makeProject(ONE), /the name is too long/)
  })

  it('with a folder where the shelf page or the manifest should go is an error in words', async () => {
    for (const name of ['index.html', 'manifest.json']) {
      const project = makeProject(ONE)
      mkdirSync(join(project, 'out', name), { recursive: true })
      await expectRefused([], project, /a folder stands where the file should go/)
      const { code, err } = await runLectern(['list'], { cwd: project })
      expect(err).not.toMatch(STACK_LINE_RE)
      expect(code).not.toBe(70)
    }
  })

  it('that is read-only is an error in words, and nothing is left', async ({ skip }) => {
    const out = readOnlyFolder()
    if (out === undefined) return skip('needs the right to mount a disk')
    const project = makeProject(ONE)
    for (const folder of [out, join(out, 'new')])
      await expectRefused(
        ['-o', folder],
        project,
        /error\[output-failed\].*(?:read-only|permission denied)/,
      )
    expect(readdirSync(out)).toEqual([])
    const { code, out: said } = await runLectern(['doctor', '-o', out], { cwd: project })
    expect([code, said]).toEqual([3, expect.stringMatching(/^FAIL {2}Output/m)])
  })

  it('on a full disk is an error in words; the old deck stays whole', async ({ skip }) => {
    const out = mountDisk('size=160k')
    if (out === undefined) return skip('needs the right to mount a disk')
    const project = makeProject(ONE)
    await runLectern(['build', '--to', 'md', '-o', out], { cwd: project })
    const before = readFileSync(join(out, 'a/deck.md'), 'utf8')
    writeFileSync(join(out, 'ballast'), Buffer.alloc(120_000))
    const notes = `## One\n${'A long speech. '.repeat(8000)}\n`
    writeFileSync(join(project, 'content/a.md'), topicText('A', '', notes))
    await expectRefused(['-o', out], project, /the disk is full \(ENOSPC\)/)
    expect(readFileSync(join(out, 'a/deck.md'), 'utf8')).toBe(before)
    expect(temporariesIn(out)).toEqual([])
  })

  it('under a limit for file sizes is an error in words', async ({ skip }) => {
    if (spawnSync('prlimit', ['--version']).error !== undefined) return skip('needs prlimit')
    const project = makeProject(ONE)
    const { code, err } = await runLectern(['build', '--to', 'html'], {
      cwd: project,
      under: ['prlimit', '--fsize=20000'],
    })
    expect(err).not.toMatch(STACK_LINE_RE)
    expect([code, err]).toEqual([3, expect.stringContaining('size limit (EFBIG)')])
    expect(temporariesIn(project)).toEqual([])
  })

  it('stops no other topic: what can be written is written', async () => {
    const project = makeProject({ ...ONE, 'content/b.md': topicText('B'), 'out/a': 'a file' })
    await expectRefused([], project, /out\/a: error\[output-failed\]/)
    expect(listAll(join(project, 'out/b'))).toContain('deck.md')
  })
})

describe('a signal', () => {
  const many: Files = Object.fromEntries(
    Array.from({ length: 15 }, (_, i) => [`content/t${i}.md`, topicText(`Topic ${i}`)]),
  )

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s ends the build with exit %i, whole files and no temporaries',
    async (signal, code) => {
      const project = makeProject(many)
      const child = spawn(process.execPath, [program, 'build', '--to', 'html'], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      // The first topic is announced, 14 are to come.
      child.stdout.once('data', () => child.kill(signal))
      const ended = await new Promise((resolve) => child.on('close', (found) => resolve(found)))
      expect([ended, err]).toEqual([code, ''])
      expect(temporariesIn(join(project, 'out'))).toEqual([])
      for (const name of listAll(join(project, 'out')).filter((path) => path.endsWith('.html')))
        expect(readFileSync(join(project, 'out', name), 'utf8').trimEnd()).toMatch(/<\/html>$/)
      const again = await runLectern(['build', '--to', 'md'], { cwd: project })
      expect(again.code).toBe(0)
    },
  )

  it('kill -9 at 8 points leaves whole files, and the next build is complete', async () => {
    const few = Object.fromEntries(Object.entries(many).slice(0, 5))
    for (let k = 0; k < 8; k++) {
      const project = makeProject(few)
      const child = spawn(process.execPath, [program, 'build', '--to', 'html'], {
        cwd: project,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let said = 0
      child.stdout.on('data', () => {
        if (++said === 1 + (k % 4)) setTimeout(() => child.kill('SIGKILL'), k * 2)
      })
      await new Promise((resolve) => child.on('close', resolve))
      for (const name of listAll(project).filter((path) => path.endsWith('deck.html')))
        expect(readFileSync(join(project, name), 'utf8').trimEnd()).toMatch(/<\/html>$/)
      if (k % 4 !== 0) continue
      const again = await runLectern(['build', '--to', 'html'], { cwd: project })
      expect(again.code).toBe(0)
      expect(listAll(project).filter((path) => path.endsWith('deck.html'))).toHaveLength(5)
      expect(temporariesIn(join(project, 'out'))).toEqual([])
    }
  })
})

describe('a reader that closes early', () => {
  function runPiped(args: string, cwd: string) {
    return new Promise<{ code: number | null; err: string }>((resolve) => {
      const child = spawn(
        'bash',
        [
          '-c',
          `"${process.execPath}" "${program}" ${args} | head -c 1 >/dev/null; exit \${PIPESTATUS[0]}`,
        ],
        { cwd, stdio: ['ignore', 'ignore', 'pipe'] },
      )
      let err = ''
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString()
      })
      child.on('close', (code) => resolve({ code, err }))
    })
  }

  it.each(['--help', 'schema', 'list', 'doctor', 'check --report json'])(
    '%s | head: no trace, no complaint',
    async (args) => {
      const project = makeProject(ONE)
      const { code, err } = await runPiped(args, project)
      expect(err).not.toMatch(/EPIPE|^\s+at /m)
      expect(code).toBe(0)
    },
  )

  it('build | head: builds the whole shelf or does not say that all is well', async () => {
    const project = makeProject(
      Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [`content/t${i}.md`, topicText(`Topic ${i}`)]),
      ),
    )
    const { code, err } = await runPiped('build --to md', project)
    expect(err).not.toMatch(/EPIPE|^\s+at /m)
    const built = listAll(project).filter((name) => name.endsWith('deck.md'))
    if (code === 0) expect(built).toHaveLength(12)
  })

  it('a disk that is full behind stdout is exit 3, not success', async ({ skip }) => {
    if (process.platform !== 'linux') return skip('/dev/full is a file of Linux')
    const project = makeProject(ONE)
    const { code, err } = await runLectern(
      ['-c', `"${process.execPath}" "${program}" schema >/dev/full`],
      {
        cwd: project,
        under: ['bash', '-c', 'shift 2; exec bash "$@"', '--'],
      },
    )
    expect(err).not.toMatch(STACK_LINE_RE)
    expect(code).toBe(3)
  })
})

describe('a project whose path', () => {
  it.each([
    ['has blanks', 'my lectures 2025'],
    ['is Hindi', 'मेरे व्याख्यान'],
    ['has a newline', 'two\nlines'],
    ['has quotes, a hash and a percent sign', `it's "100%" #1 & ?`],
    ['looks like an option', '-x --force'],
    ['has emoji and decomposed accents', 'cafe\u0301 👾'],
  ])('%s is built, checked and listed', async (_, name) => {
    const project = makeProject(
      { ...ONE, 'content/wrong.md': topicText('W', 'subtilte: x') },
      join(makeFolder(), name),
    )
    const build = await runLectern(['build', 'a', '--to', 'html,md'], { cwd: project })
    expect([build.code, build.err]).toEqual([0, '1 built, no problems → out/index.html\n'])
    expect(listAll(join(project, 'out/a'))).toEqual(['deck.html', 'deck.md', 'lecture.css'])
    const outside = await runLectern(['check', '--report', 'short', `--cwd=${project}`], {
      cwd: makeFolder(),
    })
    expect(outside.err).toMatch(/^content\/wrong\.md:3:1: error\[unknown-key\]/)
  })

  it('is itself a symbolic link is built: only links below it are refused', async () => {
    const project = makeProject(ONE)
    const link = join(makeFolder(), 'link')
    symlinkSync(project, link)
    expect((await runLectern(['build', '--to', 'md'], { cwd: link })).code).toBe(0)
    expect((await runLectern(['build', '--to', 'md', '-f', '--cwd', link])).code).toBe(0)
  })
})

describe('a content folder', () => {
  it('that cannot be read is not an empty shelf', async ({ skip }) => {
    if (process.getuid?.() !== 0) return skip('needs another user')
    const project = makeProject(ONE)
    const { code, err } = await runLectern(['-c', 'true'], {
      under: [
        'bash',
        '-c',
        `chmod 755 "${project}"; chmod 700 "${project}/content"; cd "${project}"; mkdir -m 777 out; exec setpriv --reuid 65534 --regid 65534 --clear-groups "${process.execPath}" "${program}" build --to md`,
      ],
    })
    expect(err).not.toMatch(STACK_LINE_RE)
    expect(code).not.toBe(0)
  })

  it('that is a file is exit 2 in words', async () => {
    const { code, err } = await runLectern(['build'], { cwd: makeProject({ content: 'x' }) })
    expect([code, err]).toEqual([2, expect.stringContaining('There is no `content` folder here')])
  })
})

it('a limit of memory that no WebAssembly fits into is no fault of ours', async ({ skip }) => {
  if (spawnSync('prlimit', ['--version']).error !== undefined) return skip('needs prlimit')
  const { code, err } = await runLectern(['build', '--to', 'html'], {
    cwd: makeProject({ 'content/a.md': topicText('हिन्दी and English') }),
    under: ['prlimit', '--as=3000000000'],
  })
  expect(err).not.toMatch(STACK_LINE_RE)
  // Another Node may do with fewer addresses.
  if (code !== 0) expect([code, err]).toEqual([3, expect.stringContaining('not enough memory')])
})

it('two builds at once leave whole files and both end well', async () => {
  const project = makeProject(
    Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [`content/t${i}.md`, topicText(`Topic ${i}`)]),
    ),
  )
  const runs = await Promise.all(
    [1, 2, 3].map(() => runLectern(['build', '-f', '--to', 'html'], { cwd: project })),
  )
  expect(runs.map(({ code, err }) => [code, STACK_LINE_RE.test(err)])).toEqual(
    runs.map(() => [0, false]),
  )
  expect(temporariesIn(join(project, 'out'))).toEqual([])
  const { out } = await runLectern([...BUILD, '--json'], { cwd: project })
  expect(JSON.parse(out)).toMatchObject({ ok: true })
  for (const name of listAll(join(project, 'out')).filter((path) => path.endsWith('.html')))
    expect(readFileSync(join(project, 'out', name), 'utf8').trimEnd()).toMatch(/<\/html>$/)
})
