/** Runs the compiled program as a user does, on projects in temporary folders that go when the file ends. */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const rootDir = fileURLToPath(new URL('..', import.meta.url))
export const program = join(rootDir, 'dist', 'lectern.js')

/** A build for tests that are not about what a browser prints: it would start one for each of them. */
export const BUILD = ['build', '--to', 'html,brief,md'] as const

export type Run = {
  /** Exit code; null when a signal ended the process. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export type RunOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Command words put before `node`: `['prlimit', '--fsize=1000']`. */
  readonly under?: readonly string[]
}

/** What the tests' own environment says about colours, dates and tools must not reach the program. */
const PLAIN_ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  TZ: 'UTC',
  LANG: 'C.UTF-8',
} as const

export function runLectern(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const [command = '', ...rest] = [...(options.under ?? []), process.execPath, program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, {
      cwd: options.cwd ?? tmpdir(),
      env: { ...PLAIN_ENV, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        code,
        out: Buffer.concat(out).toString('utf8'),
        err: Buffer.concat(err).toString('utf8'),
      }),
    )
  })
}

const made: string[] = []
const mounted: string[] = []

afterAll(() => {
  for (const folder of mounted.splice(0)) execFileSync('umount', [folder])
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export function makeFolder(prefix = 'lectern-'): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  made.push(folder)
  return folder
}

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder with these files; names use `/`. */
export function makeProject(files: Files, folder = makeFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

/** The least a topic can be, with what a test adds. */
export function topicText(title: string, keys = '', body = ''): string {
  const sections = /^sections:/m.test(keys)
    ? ''
    : 'sections:\n  - title: One\n    points: [A first point, A second point]\n'
  return `---\ntitle: ${JSON.stringify(title)}\n${keys === '' ? '' : `${keys.trimEnd()}\n`}${sections}---\n${body}`
}

/** Every file and folder below, relative, sorted. */
export function listAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
}

export function temporariesIn(folder: string): readonly string[] {
  return listAll(folder).filter((name) => name.endsWith('.tmp'))
}

/**
 * A small disk of its own, or undefined where only an administrator may mount one: the test then says
 * that it was skipped.
 */
export function mountDisk(options: string): string | undefined {
  const folder = makeFolder('lectern-disk-')
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' })
    mounted.push(folder)
    return folder
  } catch {
    // Not Linux, or not root.
    return undefined
  }
}

/** A folder in which nothing can be created, also by root. */
export function readOnlyFolder(): string | undefined {
  if (process.getuid?.() === 0) return mountDisk('ro,size=1m')
  const folder = makeFolder()
  chmodSync(folder, 0o555)
  return folder
}

/** A line of a V8 stack trace: no user may ever see one. */
export const STACK_LINE_RE = /^\s+at .*(?::\d+:\d+|<anonymous>|node:internal)/m
