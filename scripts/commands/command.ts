/** What every command is given and gives back. */
import type { BrowserPlaces } from '../browser/browser-places.ts'
import type { ReportFormat } from '../diagnostics/report.ts'
import type { TemplateFolder } from '../template/template-set.ts'

/** 70: our bug (sysexits.h EX_SOFTWARE); 130: interrupted (128 + SIGINT). */
export const EXIT = {
  done: 0,
  content: 1,
  usage: 2,
  machine: 3,
  bug: 70,
  interrupted: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export type Flag = {
  readonly type: 'boolean' | 'string'
  readonly short?: string
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string
  readonly what: string
}

export type FlagValues = { readonly [name: string]: string | boolean | undefined }

/** Where a command runs: everything it may know of the machine, given by build.ts. */
export type Invocation = {
  readonly args: readonly string[]
  readonly flags: FlagValues
  /** Absolute path of the project: the folder that holds `content/`. */
  readonly projectDir: string
  /** The user's own `templates/` first, then the ones that came with the program. */
  readonly templateFolders: readonly TemplateFolder[]
  readonly program: Program
  /** `YYYY-MM-DD`, for figures that grow old; never reaches an output. */
  readonly today: string
  /** Seconds of SOURCE_DATE_EPOCH, when the environment sets it. */
  readonly sourceDateEpoch: number | undefined
  readonly browser: BrowserPlaces
  readonly report: ReportFormat
  readonly isJson: boolean
  readonly isQuiet: boolean
  readonly terminal: Terminal
}

export type Program = {
  readonly version: string
  /** Hash of the compiled program; empty when it runs uncompiled, which turns the cache off. */
  readonly hash: string
  readonly playerScript: string
  /** Runs in a page that is printed to save ink. */
  readonly inkScript: string
  /** Measures slides in the browser; empty when nothing is compiled. */
  readonly inspectScript: string
  readonly node: string
  readonly platform: string
}

export type Terminal = {
  /** A result, on stdout; a newline is added. */
  out(text: string): void
  /** A message, on stderr; a newline is added. */
  err(text: string): void
  /** A line on stderr that the next one replaces; shown only on a terminal. */
  progress(text: string): void
  readonly isColored: boolean
}

export type Command = {
  readonly name: string
  /** One line for the list of commands. */
  readonly what: string
  /** `[topic…]`, for the usage line. */
  readonly operands: string
  /** Command lines that a reader can copy, each with what it does; the help begins with them. */
  readonly examples: readonly (readonly [string, string])[]
  readonly flags: Readonly<Record<string, Flag>>
  run(invocation: Invocation): Promise<ExitCode>
}

/** Wrong words on the command line or a project that is not one: exit 2, said in one or two lines. */
export class UsageError extends Error {
  readonly hint: string

  constructor(message: string, hint = '') {
    super(message)
    this.hint = hint
  }
}
