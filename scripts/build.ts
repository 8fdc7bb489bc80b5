#!/usr/bin/env node
/** The single build script: arguments → a command → exit code. The only file that reads argv, environment and clock. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { availableParallelism, homedir, tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserPlaces } from './browser/browser-places.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import {
  type Command,
  EXIT,
  type ExitCode,
  type FlagValues,
  type Invocation,
  type Program,
  UsageError,
} from './commands/command.ts'
import { convert } from './commands/convert.ts'
import { doctor } from './commands/doctor.ts'
import { list } from './commands/list.ts'
import { machineFault } from './commands/machine-fault.ts'
import { newTopic } from './commands/new-topic.ts'
import { optimizeLate } from './commands/optimize-late.ts'
import { commandHelp, programHelp } from './commands/print-help.ts'
import { readArguments } from './commands/read-arguments.ts'
import { schema } from './commands/schema.ts'
import { nearest } from './diagnostics/nearest.ts'
import { printable } from './diagnostics/printable.ts'
import { REPORTERS, type ReportFormat } from './diagnostics/report.ts'
import { OutputError } from './output/write-whole.ts'

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  [build, check, newTopic, convert, list, doctor, schema].map((command) => [command.name, command]),
)

const packageDir = findPackage(dirname(fileURLToPath(import.meta.url)))

async function main(argv: readonly string[]): Promise<ExitCode> {
  // `lectern help build` is what many type first.
  const words = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
  const { command, args, flags } = readArguments(words, COMMANDS)
  if (flags['version'] === true) return say(readProgram().version)
  if (command === undefined) return say(programHelp(COMMANDS))
  if (flags['help'] === true) return say(commandHelp(command))
  return command.run(makeInvocation(args, flags))
}

function say(text: string): ExitCode {
  process.stdout.write(`${text}\n`)
  return EXIT.done
}

function makeInvocation(args: readonly string[], flags: FlagValues): Invocation {
  const projectDir = findProject(flags['cwd'])
  const sourceDateEpoch = readSourceDateEpoch()
  return {
    args,
    flags,
    projectDir,
    templateFolders: [
      { path: join(projectDir, 'templates'), displayPath: 'templates' },
      {
        path: join(packageDir, 'templates'),
        displayPath: projectDir === packageDir ? 'templates' : 'lectern/templates',
      },
    ],
    program: readProgram(),
    today: new Date(sourceDateEpoch === undefined ? Date.now() : sourceDateEpoch * 1000)
      .toISOString()
      .slice(0, 10),
    sourceDateEpoch,
    browser: browserPlaces(flags['browser'], projectDir),
    report: readReportFormat(flags['report']),
    isJson: flags['json'] === true,
    isQuiet: flags['quiet'] === true,
    terminal: {
      out: (text) => process.stdout.write(`${text}\n`),
      err: (text) => process.stderr.write(`${text}\n`),
      progress: showProgress,
      isColored: isColored(flags['color']),
    },
  }
}

function browserPlaces(option: string | boolean | undefined, projectDir: string): BrowserPlaces {
  return {
    option: typeof option === 'string' ? browserPath(option) : undefined,
    chromePath: browserPath(process.env['CHROME_PATH'] ?? ''),
    searchPath: process.env['PATH'] ?? '',
    platform: process.platform,
    arch: process.arch,
    cores: availableParallelism(),
    userId: process.getuid?.(),
    isSandboxRefused: /^(?:1|true|yes|on)$/i.test(process.env['CHROME_NO_SANDBOX'] ?? ''),
    packageDirs: [projectDir, packageDir],
    homeDir: homeFolder(),
    temporaryDir: tmpdir(),
    environment: { ...process.env },
  }
}

/** A lone name is a command, unless a file here has it. */
function browserPath(name: string): string {
  const isPath = /[/\\]/.test(name) || (name !== '' && existsSync(name))
  return isPath ? resolve(name) : name
}

/** A user without an entry in the system's list, as containers have them, has no home. */
function homeFolder(): string {
  try {
    return homedir()
  } catch {
    return tmpdir()
  }
}

function findProject(cwd: string | boolean | undefined): string {
  const path = resolve(typeof cwd === 'string' ? cwd : '.')
  if (existsSync(path)) return realpathSync(path)
  throw new UsageError(`There is no folder \`${String(cwd)}\``, 'check the path after --cwd')
}

/** Source: reproducible-builds.org, SOURCE_DATE_EPOCH 1.1: whole seconds since 1970. */
function readSourceDateEpoch(): number | undefined {
  const value = process.env['SOURCE_DATE_EPOCH']
  if (value === undefined || value === '') return undefined
  if (/^\d{1,12}$/.test(value)) return Number(value)
  throw new UsageError(
    'SOURCE_DATE_EPOCH is not a number of seconds',
    'for example SOURCE_DATE_EPOCH=1754611200',
  )
}

function readReportFormat(value: string | boolean | undefined): ReportFormat {
  if (value === undefined) return 'human'
  const names = Object.keys(REPORTERS)
  // The check makes the cast true.
  if (names.includes(String(value))) return value as ReportFormat
  const near = nearest(String(value), names)
  throw new UsageError(
    `There is no report format \`${String(value)}\``,
    near === undefined ? `formats: ${names.join(', ')}` : `did you mean \`${near}\`?`,
  )
}

/** Precedence: flag, NO_COLOR (no-color.org), FORCE_COLOR, then whether stderr is a terminal that can. */
function isColored(flag: string | boolean | undefined): boolean {
  if (flag === 'always') return true
  if (flag === 'never') return false
  if (flag !== undefined && flag !== 'auto')
    throw new UsageError(`\`--color ${String(flag)}\` is not known`, 'auto, always or never')
  if (process.env['NO_COLOR']) return false
  if (process.env['FORCE_COLOR']) return true
  return process.stderr.isTTY === true && process.env['TERM'] !== 'dumb'
}

function showProgress(text: string): void {
  if (process.stderr.isTTY === true && !process.env['CI'])
    process.stderr.write(`\r\u001b[2K${printable(text)}`)
}

function findPackage(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder
    ? folder
    : findPackage(dirname(folder))
}

function readProgram(): Program {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as {
    version: string
  }
  const dist = join(packageDir, 'dist')
  const isCompiled = dirname(fileURLToPath(import.meta.url)) === dist
  const { hash } = isCompiled
    ? (JSON.parse(readFileSync(join(dist, 'program.json'), 'utf8')) as { hash: string })
    : { hash: '' }
  const scriptOf = (name: string): string => {
    const path = join(dist, name)
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  }
  return {
    version,
    hash,
    playerScript: scriptOf('player.js'),
    inkScript: scriptOf('ink.js'),
    inspectScript: scriptOf('inspect.js'),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
  }
}

function explain(error: unknown): ExitCode {
  if (error instanceof UsageError) {
    process.stderr.write(
      `lectern: ${printable(error.message)}\n${error.hint === '' ? '' : `  ${printable(error.hint)}\n`}`,
    )
    return EXIT.usage
  }
  if (error instanceof OutputError) {
    const path = relative('.', error.path) || '.'
    process.stderr.write(`${printable(path)}: error[${error.code}]: ${printable(error.message)}\n`)
    return EXIT.machine
  }
  const fault = machineFault(error)
  if (fault !== undefined) {
    process.stderr.write(`lectern: ${printable(fault.message)}\n  ${fault.hint}\n`)
    return EXIT.machine
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(
    `lectern: this is a fault of Lectern, not of your content. Please report it with the lines below.\n${readProgram().version}, ${process.platform}, Node ${process.versions.node}\n${stack}\n`,
  )
  return EXIT.bug
}

/** Node's own errors of files and folders name the call that failed: the machine's fault, not ours. */
let isOutputLost = false

/** A reader that closed early (`| head`) wants no more text, but the build goes on; a full disk is told by the exit code. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') isOutputLost = true
  })

// Files are written in one synchronous stretch, so a signal never falls into a half-written one. A browser that runs
// is ended by its own listener to `exit`.
process.on('SIGINT', () => process.exit(EXIT.interrupted))
process.on('SIGTERM', () => process.exit(143))
process.on('SIGHUP', () => process.exit(129))
process.on('exit', () => {
  if (isOutputLost && process.exitCode === EXIT.done) process.exitCode = EXIT.machine
})

optimizeLate()
main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.exitCode = explain(error)
  },
)
