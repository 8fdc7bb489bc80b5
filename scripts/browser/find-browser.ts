/** Which browser prints: one that was named, one that is installed, or the one from npm. */
import { accessSync, constants, type Stats, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { PrintError } from '../print/printer.ts'
import type { BrowserPlaces } from './browser-places.ts'
import { installedPaths } from './installed-paths.ts'
import { findNpmChromium } from './npm-chromium.ts'

export type FoundBrowser = {
  readonly path: string
  /** Why this one: `CHROME_PATH`, `installed`, … */
  readonly why: string
  /** One that was named is used or nothing is; any other gives way to the next when it does not start. */
  readonly isNamed: boolean
  /** What its environment must say besides. */
  readonly environment: Readonly<Record<string, string>>
}

/**
 * In the order in which they are tried. The next is only looked for when the one before did not start.
 * Throws PrintError: what is named is not there, or the one from npm cannot be unpacked.
 */
export async function* findBrowsers(
  places: BrowserPlaces,
  signal?: AbortSignal,
): AsyncGenerator<FoundBrowser> {
  const named = namedBrowser(places)
  if (named !== undefined) {
    yield named
    return
  }
  for (const path of installedPaths(places)) {
    if (isExecutable(path)) yield { path, why: 'installed', isNamed: false, environment: {} }
  }
  const fromNpm = await findNpmChromium(places, signal)
  if (fromNpm !== undefined) yield fromNpm
}

function namedBrowser(places: BrowserPlaces): FoundBrowser | undefined {
  const { option, chromePath } = places
  const [name, why] = option === undefined ? [chromePath, 'CHROME_PATH'] : [option, '--browser']
  if (name === undefined || name === '') return undefined
  const path = whole(name, places)
  refuseUnlikely(path, why)
  return { path, why, isNamed: true, environment: {} }
}

/** `chromium` alone is looked for where commands are. */
function whole(name: string, { searchPath, platform }: BrowserPlaces): string {
  if (isAbsolute(name)) return name
  const folders = searchPath.split(platform === 'win32' ? ';' : ':').filter((dir) => dir !== '')
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? name
}

/** Throws PrintError for a name that cannot be a program. */
function refuseUnlikely(path: string, why: string): void {
  const stats = lookAt(path)
  const said = `${why} names \`${path}\``
  if (stats === undefined) throw unusable('browser-missing', `${said}, which does not exist`)
  if (!stats.isFile()) throw unusable('browser-failed', `${said}, ${notFile(stats)}`)
  if (!isExecutable(path)) throw unusable('browser-failed', `${said}, which this user may not run`)
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    // Not there, or behind a folder that is closed to us.
    return undefined
  }
}

function notFile(stats: Stats): string {
  return stats.isDirectory()
    ? 'which is a folder: the program inside it is meant'
    : 'which is no file'
}

export const NAME_ANOTHER =
  'name the program file of Chrome, Edge or Chromium, or leave the name out to have one found'

function unusable(code: 'browser-missing' | 'browser-failed', message: string): PrintError {
  return new PrintError({
    code,
    reach: 'build',
    message,
    hint: NAME_ANOTHER,
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    // Not there, or not for us.
    return false
  }
}
