/** Starts a browser process of our own, spoken to through pipes, with a profile that goes with it. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { PrintError } from '../print/printer.ts'
import { atExit } from './at-exit.ts'
import { browserVariables, NO_SANDBOX, QUIET } from './browser-arguments.ts'
import type { BrowserPlaces } from './browser-places.ts'
import { type Explanation, explainFailure, FULL, isFull, LOOK, ROOM } from './explain-failure.ts'
import { type FoundBrowser, NAME_ANOTHER } from './find-browser.ts'
import { openKeeper } from './keeper.ts'
import type { Limits } from './limits.ts'
import { makeOwnedFolder, removeFolder, sweepOwnedFolders } from './owned-folder.ts'
import { type Client, openClient, ProtocolError } from './pipe-client.ts'
import { profileParent } from './profile-parent.ts'
import { sandboxOf } from './sandbox.ts'
import { WALLS, type Wall, wallArguments, wallBrowser } from './walls.ts'
import { withDeadline } from './with-deadline.ts'

export type RunningBrowser = {
  readonly found: FoundBrowser
  /** `HeadlessChrome/143.0.7499.0` */
  readonly version: string
  readonly client: Client
  /** The reason behind a fault of one of its pages, where the machine knows more than the page. */
  explain(error: unknown): unknown
  /** Ends it at once, with all its processes; its profile is gone when the promise resolves. */
  close(): Promise<void>
}

export type StartOptions = {
  readonly limits: Limits
  /** Which stand: all, but for tests that show that each holds alone. */
  readonly walls?: readonly Wall[]
  /** Ends a start that is not waited for. */
  readonly signal?: AbortSignal
}

/**
 * One that a signal ended before it answered is started once more.
 * Throws PrintError of the reach `document`: what one browser cannot, another may.
 */
export async function startBrowser(
  found: FoundBrowser,
  places: BrowserPlaces,
  options: StartOptions,
): Promise<RunningBrowser> {
  try {
    return await startOnce(found, places, options)
  } catch (error) {
    if (!isSudden(error) || options.signal?.aborted === true) throw asProblem(found, error)
  }
  try {
    return await startOnce(found, places, options)
  } catch (error) {
    throw asProblem(found, error)
  }
}

function isSudden(error: unknown): boolean {
  return error instanceof BrowserGone && error.explanation.isSudden === true
}

function asProblem(found: FoundBrowser, error: unknown): PrintError {
  return error instanceof PrintError ? error : notStarted(found, explanationOf(error))
}

/** Throws PrintError, or what explanationOf knows. */
async function startOnce(
  found: FoundBrowser,
  places: BrowserPlaces,
  { limits, walls = WALLS, signal }: StartOptions,
): Promise<RunningBrowser> {
  const profile = makeProfile(profileParent(found, places), places)
  const keeper = openKeeper(profile)
  const clean = (): void => {
    removeFolder(profile)
    keeper.dismiss()
  }
  const child = spawnBrowser(found, { profile, places, walls, clean })
  if (child.pid !== undefined) keeper.watch(child.pid)
  signal?.addEventListener('abort', () => killAll(child), { once: true })
  const release = atExit(() => {
    killAll(child)
    clean()
  })
  const close = async (): Promise<void> => {
    killAll(child)
    await ended(child)
    clean()
    release()
  }
  try {
    const client = clientOf(child, profile)
    const late = (): Error => explained(`it did not answer within ${limits.startMs / 1000} s`)
    const version = await withDeadline(greet(client, walls), limits.startMs, late)
    const explain = (error: unknown): unknown =>
      error instanceof ProtocolError && isFull(profile) ? new BrowserGone(FULL) : error
    return { found, version, client, explain, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The walls stand before there is a page. */
async function greet(client: Client, walls: readonly Wall[]): Promise<string> {
  const [{ product }] = await Promise.all([
    client.send('Browser.getVersion'),
    wallBrowser(client, walls),
  ])
  return product
}

/** Why the browser ended, or what stands for it. */
export class BrowserGone extends Error {
  override readonly name = 'BrowserGone'
  readonly explanation: Explanation

  constructor(explanation: Explanation) {
    super(explanation.why)
    this.explanation = explanation
  }
}

function explained(why: string): BrowserGone {
  return new BrowserGone({ why, hint: LOOK })
}

function explanationOf(error: unknown): Explanation {
  if (error instanceof BrowserGone) return error.explanation
  if (error instanceof ProtocolError) return { why: error.message, hint: LOOK }
  throw error
}

function notStarted({ path, why, isNamed }: FoundBrowser, explanation: Explanation): PrintError {
  const { hint } = explanation
  return new PrintError({
    code: 'browser-failed',
    reach: 'document',
    message: `The browser \`${path}\` (${why}) does not start: ${explanation.why}`,
    // Who named it knows which one it is.
    hint: isNamed && hint === LOOK ? NAME_ANOTHER : hint,
  })
}

const PREFIX = 'lectern-browser-'

function makeProfile(parent: string, { userId }: BrowserPlaces): string {
  try {
    sweepOwnedFolders(parent, PREFIX, userId)
    return makeOwnedFolder(parent, PREFIX)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    throw new PrintError({
      code: 'browser-failed',
      reach: 'build',
      message: `The browser has no place for its profile: \`${parent}\` cannot be written (${code})`,
      hint: ROOM,
    })
  }
}

type Spawning = {
  readonly profile: string
  readonly places: BrowserPlaces
  readonly walls: readonly Wall[]
  /** What to do when there is no process. */
  clean(): void
}

function spawnBrowser(
  found: FoundBrowser,
  { profile, places, walls, clean }: Spawning,
): ChildProcess {
  const { path, environment } = found
  const sandbox = sandboxOf(places).isOn ? [] : NO_SANDBOX
  const args = [...QUIET, ...wallArguments(walls), ...sandbox, `--user-data-dir=${profile}`]
  const options = {
    // Not in the project, whose files are not trusted.
    cwd: profile,
    env: { ...places.environment, ...browserVariables(profile), ...environment },
    // A group of its own: Ctrl-C reaches it through us alone, and it can be ended as a whole.
    detached: places.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  } satisfies SpawnOptions
  try {
    return spawn(path, args, options)
  } catch (error) {
    clean()
    // Most failures are events; the rest (no memory, too long a command line) is thrown.
    throw notStarted(found, { why: (error as Error).message, hint: LOOK })
  }
}

const MOST_SAID = 8000
/** Standard error ends with the last process that holds it: not waited for longer. */
const LAST_WORDS_MS = 100

/** Fails every call when the process ends, with what it said last. */
function clientOf(child: ChildProcess, profile: string): Client {
  // Without a process (no file, no more open files allowed) there are no pipes.
  const [, , , output, input] = child.stdio ?? []
  // What `stdio` asks for: we write to the first, and read from the second.
  const client = output && input && openClient(output as Writable, input as Readable)
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID)
  })
  const gone = (): void => {
    const { exitCode: code, signalCode: signal } = child
    client?.end(new BrowserGone(explainFailure({ said, code, signal, profile })))
  }
  child.on('close', gone)
  child.on('exit', () => setTimeout(gone, LAST_WORDS_MS).unref())
  child.on('error', ({ message }) => {
    client?.end(
      new BrowserGone(explainFailure({ said: message, code: null, signal: null, profile })),
    )
  })
  if (!client) throw explained('no more processes or open files are allowed')
  return client
}

function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}
