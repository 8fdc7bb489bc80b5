/** Which browser prints: one that was named, one that is installed, or the one from npm. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findNpmChromium } from './npm-chromium.ts'

/** What build.ts reads of the machine. */
export type BrowserPlaces = {
  /** `--browser`. */
  readonly option: string | undefined
  /** `CHROME_PATH`. */
  readonly chromePath: string | undefined
  /** `PATH`. */
  readonly searchPath: string
  readonly platform: string
  readonly isRoot: boolean
  /** Folders in which `node_modules` may hold the browser from npm, the project's first. */
  readonly packageDirs: readonly string[]
  /** The folder of the machine for temporary files. */
  readonly temporaryDir: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

export type FoundBrowser = {
  readonly path: string
  /** Why this one: `CHROME_PATH`, `installed`, … */
  readonly why: string
  /** What its environment must say besides. */
  readonly environment: Readonly<Record<string, string>>
}

export function findBrowser(places: BrowserPlaces): FoundBrowser | undefined {
  const { option, chromePath } = places
  if (option !== undefined) return { path: option, why: '--browser', environment: {} }
  if (chromePath !== undefined && chromePath !== '')
    return { path: chromePath, why: 'CHROME_PATH', environment: {} }
  const installed = installedPaths(places).find(isExecutable)
  if (installed !== undefined) return { path: installed, why: 'installed', environment: {} }
  return findNpmChromium(places.packageDirs)
}

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium',
  'chromium-browser',
]

function installedPaths({ searchPath }: BrowserPlaces): readonly string[] {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '')
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
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
