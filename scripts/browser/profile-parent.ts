/** Where the browser's profile may be: in the temporary folder, but for a snap, which has one of its own. */
import { closeSync, openSync, readSync, realpathSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BrowserPlaces } from './browser-places.ts'
import type { FoundBrowser } from './find-browser.ts'

/**
 * A snap sees another `/tmp`, so that nobody could remove the profile there, and no hidden folders.
 * Source: snapcraft.io/docs/home-interface, /docs/system-files-interface.
 */
export function profileParent({ path }: FoundBrowser, places: BrowserPlaces): string {
  if (places.platform !== 'linux' || !isSnap(path)) return places.temporaryDir
  return join(places.homeDir, 'snap', 'chromium', 'common')
}

const SNAP_SCRIPT_RE = /^#!.*[\s\S]*\/snap\/bin\//

/** Ubuntu's `chromium-browser` is a script that runs the snap. */
function isSnap(path: string): boolean {
  if (path.startsWith('/snap/') || basename(realpathSync(path)) === 'snap') return true
  return SNAP_SCRIPT_RE.test(beginningOf(path))
}

const BEGINNING_BYTES = 2048

/** Empty for what may be run but not read. */
function beginningOf(path: string): string {
  try {
    return readBeginning(openSync(path, 'r'))
  } catch {
    return ''
  }
}

function readBeginning(file: number): string {
  try {
    const bytes = Buffer.alloc(BEGINNING_BYTES)
    return bytes.toString('latin1', 0, readSync(file, bytes))
  } finally {
    closeSync(file)
  }
}
