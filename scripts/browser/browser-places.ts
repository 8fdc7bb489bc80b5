/** What `build.ts` reads of the machine for the browser, as plain data. */
export type BrowserPlaces = {
  /** `--browser`. */
  readonly option: string | undefined
  /** `CHROME_PATH`. */
  readonly chromePath: string | undefined
  /** `PATH`. */
  readonly searchPath: string
  readonly platform: string
  /** Of the processor, as Node names it. */
  readonly arch: string
  /** Processors that may work at once. */
  readonly cores: number
  /** Undefined where users have no number (Windows). */
  readonly userId: number | undefined
  /** `CHROME_NO_SANDBOX`: the user takes the browser without its own walls. */
  readonly isSandboxRefused: boolean
  /** Folders in which `node_modules` may hold the browser from npm, the project's first. */
  readonly packageDirs: readonly string[]
  readonly homeDir: string
  /** The folder of the machine for temporary files. */
  readonly temporaryDir: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Windows does not mind how the name of a variable is written. */
export function variable(
  name: string,
  { environment, platform }: Pick<BrowserPlaces, 'environment' | 'platform'>,
): string | undefined {
  if (platform !== 'win32') return environment[name]
  const key = Object.keys(environment).find((candidate) => candidate.toUpperCase() === name)
  return key === undefined ? undefined : environment[key]
}
