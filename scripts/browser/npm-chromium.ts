/** The browser of `@sparticuz/chromium`, which npm brings packed: unpacked once, beside it or into the user's cache. */
import { execFile } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { PrintError } from '../print/printer.ts'
import { atExit } from './at-exit.ts'
import { type BrowserPlaces, variable } from './browser-places.ts'
import type { FoundBrowser } from './find-browser.ts'
import { makeOwnedFolder, removeFolder, sweepOwnedFolders } from './owned-folder.ts'

const PACKAGE = join('node_modules', '@sparticuz', 'chromium')

type Places = Pick<BrowserPlaces, 'packageDirs' | 'platform' | 'homeDir' | 'userId' | 'environment'>

type Unpacking = { readonly places: Places; readonly signal: AbortSignal | undefined }

/** Undefined when the package is not there or not for this machine. Throws PrintError when it cannot be unpacked. */
export async function findNpmChromium(
  places: Places,
  signal?: AbortSignal,
): Promise<FoundBrowser | undefined> {
  const packed = findPackage(places)
  if (packed === undefined) return undefined
  const folder = unpackedFolder(packed) ?? (await unpack(packed, { places, signal }))
  return browserIn(folder)
}

/** The same when it is unpacked already. */
export function unpackedNpmChromium(places: Places): FoundBrowser | undefined {
  const packed = findPackage(places)
  const folder = packed && unpackedFolder(packed)
  return folder === undefined ? undefined : browserIn(folder)
}

type Packed = {
  /** The folder whose `node_modules` has the package. */
  readonly root: string
  /** The version is in the name, so that a newer package is unpacked again. */
  readonly name: string
  /** Where it is unpacked: the first that can be written. */
  readonly caches: readonly string[]
}

function findPackage(places: Places): Packed | undefined {
  if (places.platform !== 'linux') return undefined
  const root = places.packageDirs
    .flatMap(foldersAbove)
    .find((dir) => existsSync(join(dir, PACKAGE, 'package.json')))
  if (root === undefined) return undefined
  const { version } = JSON.parse(readFileSync(join(root, PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const caches = [join(root, BESIDE), userCache(places)]
  return { root, name: `${PREFIX}${version}`, caches }
}

function unpackedFolder({ caches, name }: Packed): string | undefined {
  return caches.map((cache) => join(cache, name)).find(isRunnable)
}

function browserIn(folder: string): FoundBrowser {
  return {
    path: join(folder, 'chromium'),
    why: '@sparticuz/chromium',
    isNamed: false,
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') },
  }
}

function foldersAbove(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...foldersAbove(parent)]
}

async function unpack(packed: Packed, unpacking: Unpacking): Promise<string> {
  const { root, name, caches } = packed
  let reason: unknown
  for (const cache of caches) {
    try {
      mkdirSync(cache, { recursive: true })
      sweepOwnedFolders(cache, UNPACKING, unpacking.places.userId)
      const folder = await unpackInto(join(cache, name), root, unpacking)
      // The user's cache serves other projects too, with versions of their own.
      if (cache === join(root, BESIDE)) removeOtherVersions(cache, name)
      return folder
    } catch (error) {
      // Read-only, full, or somebody else's: the next may do.
      reason = error
    }
  }
  throw new PrintError({
    code: 'browser-failed',
    reach: 'build',
    message: `The browser of @sparticuz/chromium could not be unpacked: ${reasonOf(reason)}`,
    hint: `it needs 250 MB in ${caches.map((cache) => `\`${cache}\``).join(' or in ')}`,
  })
}

const BESIDE = join('node_modules', '.cache')
const PREFIX = 'lectern-chromium-'
const UNPACKING = 'unpacking-lectern-chromium-'

function userCache(places: Places): string {
  const cache = variable('XDG_CACHE_HOME', places)
  return join(
    cache === undefined || cache === '' ? join(places.homeDir, '.cache') : cache,
    'lectern',
  )
}

function isRunnable(folder: string): boolean {
  try {
    accessSync(join(folder, 'chromium'), constants.X_OK)
    return true
  } catch {
    // Not unpacked yet, or by another user for himself.
    return false
  }
}

/**
 * Left to itself the package unpacks into the temporary folder of the machine, where a second process takes a
 * half-written file for the browser; and it leaves out the libraries that a machine with only Node does not have.
 * Here the folder gets its name when all is in it.
 */
async function unpackInto(target: string, root: string, unpacking: Unpacking): Promise<string> {
  const folder = makeOwnedFolder(dirname(target), UNPACKING)
  try {
    await runPackage(folder, root, unpacking)
    chmodSync(folder, 0o755)
    chmodSync(join(folder, 'chromium'), 0o755)
    if (!isRunnable(target)) removeFolder(target)
    renameSync(folder, target)
  } catch (error) {
    removeFolder(folder)
    // Another process was faster.
    if (!isRunnable(target)) throw error
  }
  return target
}

const UNPACK =
  "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
const UNPACK_MS = 300_000

function runPackage(folder: string, root: string, { places, signal }: Unpacking): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--input-type=module', '--eval', UNPACK],
      {
        cwd: root,
        timeout: UNPACK_MS,
        killSignal: 'SIGKILL',
        ...(signal === undefined ? {} : { signal }),
        // The package asks these two where to unpack, and whether its own libraries are wanted.
        env: { ...places.environment, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      },
      (error, _, stderr) => {
        release()
        if (error === null) resolve()
        else reject(new Error(/Error: ([^\]\n]+)/.exec(stderr)?.[1] ?? error.message))
      },
    )
    const release = atExit(() => {
      child.kill('SIGKILL')
      removeFolder(folder)
    })
  })
}

function removeOtherVersions(cache: string, name: string): void {
  for (const entry of readdirSync(cache))
    if (entry.startsWith(PREFIX) && entry !== name) removeFolder(join(cache, entry))
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}
