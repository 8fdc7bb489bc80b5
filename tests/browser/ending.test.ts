/** The real program is ended in every way; nothing of its browser may be left. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, makeProject, program, runLectern, topicText } from '../run-lectern.ts'
import { badBrowser } from './bad-browser.ts'
import {
  browsersIn,
  expectNothingLeft,
  hasProc,
  processesIn,
  profilesIn,
  until,
} from './processes.ts'

const TIMEOUT = 120_000

function project(count: number): string {
  const topics = Array.from({ length: count }, (_, at) => [
    `content/t${at}.md`,
    topicText(`Topic ${at}`),
  ])
  return makeProject(Object.fromEntries(topics))
}

type Started = {
  readonly child: ChildProcess
  readonly temporaryDir: string
  /** Whether the PDF of the fourth topic is there. */
  isPrinting(): boolean
}

function startBuild(count: number, ...args: readonly string[]): Started {
  const temporaryDir = makeFolder()
  const cwd = project(count)
  const child = spawn(process.execPath, [program, 'build', '--to', 'pdf', '--force', ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: temporaryDir, TMPDIR: temporaryDir },
    // A group of its own, as a terminal gives to a command: Ctrl-C goes to the group.
    detached: true,
    stdio: 'ignore',
  })
  const isPrinting = (): boolean => existsSync(join(cwd, 'out', 't3', 'deck.pdf'))
  return { child, temporaryDir, isPrinting }
}

async function codeOf(child: ChildProcess): Promise<number | string> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return code ?? signal ?? ''
}

describe.skipIf(!hasProc)('a build', () => {
  it(
    'that is through has left no process and no file',
    async () => {
      const temporaryDir = makeFolder()
      const { code, err } = await runLectern(['build', '--to', 'pdf'], {
        cwd: project(2),
        env: { TMPDIR: temporaryDir },
      })
      expect([code, err]).toEqual([0, expect.stringMatching(/2 built/)])
      expect(processesIn(temporaryDir)).toEqual([])
      expect(readdirSync(temporaryDir)).toEqual([])
    },
    TIMEOUT,
  )

  it.each([
    ['SIGINT', 130, 'starts', []],
    ['SIGINT', 130, 'prints', []],
    ['SIGINT', 130, 'prints', ['--jobs', '2']],
    ['SIGTERM', 143, 'prints', []],
    ['SIGHUP', 129, 'prints', []],
    ['SIGKILL', 'SIGKILL', 'starts', []],
    ['SIGKILL', 'SIGKILL', 'prints', []],
    ['SIGKILL', 'SIGKILL', 'prints', ['--jobs', '2']],
  ] as const)(
    'that %s ends, ends with %s while it %s, and leaves nothing (%j)',
    async (signal, code, moment, args) => {
      const { child, temporaryDir, isPrinting } = startBuild(60, ...args)
      await until(() => browsersIn(temporaryDir).length > 0)
      if (moment === 'prints') await until(isPrinting)
      const ended = codeOf(child)
      if (signal === 'SIGINT') process.kill(-(child.pid ?? 0), signal)
      else child.kill(signal)
      expect(await ended).toBe(code)
      await expectNothingLeft(temporaryDir)
    },
    TIMEOUT,
  )

  it(
    'that is killed takes along a browser that hangs',
    async () => {
      const { child, temporaryDir } = startBuild(1, '--browser', badBrowser('sleeps'))
      await until(() => processesIn(temporaryDir).some(({ command }) => /^sleep\0/.test(command)))
      child.kill('SIGKILL')
      await expectNothingLeft(temporaryDir)
    },
    TIMEOUT,
  )

  it(
    'that is killed with all its helpers is swept by the next',
    async () => {
      const { child, temporaryDir } = startBuild(40)
      const [browser] = await until(
        () => browsersIn(temporaryDir).length > 0 && browsersIn(temporaryDir),
      )
      const keepers = processesIn(temporaryDir).filter(({ command }) => command.includes('keeper'))
      for (const { pid } of keepers) process.kill(pid, 'SIGKILL')
      child.kill('SIGKILL')
      process.kill(browser ?? 0, 'SIGKILL')
      await until(() => processesIn(temporaryDir).length === 0)
      expect(profilesIn(temporaryDir)).toHaveLength(1)
      const foreign = join(temporaryDir, 'lectern-browser-999-1-foreign')
      mkdirSync(foreign)
      await runLectern(['build', '--to', 'pdf'], { cwd: project(1), env: { TMPDIR: temporaryDir } })
      expect(profilesIn(temporaryDir)).toEqual(['lectern-browser-999-1-foreign'])
      expect(existsSync(foreign)).toBe(true)
    },
    TIMEOUT,
  )
})
