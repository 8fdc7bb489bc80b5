/** Temporary folders whose name says which process they belong to, so that a later run can tell what was left behind. */
import { lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param prefix says what the folder is for */
export function makeOwnedFolder(parent: string, prefix: string): string {
  return mkdtempSync(join(parent, `${prefix}${processSpace()}-${process.pid}-`))
}

/** Never throws. A process of the browser may be at its last write, hence the patience. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 8, retryDelay: 25 })
  } catch {
    // The next run sweeps it.
  }
}

/** Removes folders whose process was killed together with all that would have cleaned up. Never throws. */
export function sweepOwnedFolders(
  parent: string,
  prefix: string,
  userId: number | undefined,
): void {
  try {
    for (const name of readdirSync(parent))
      if (isLeft(name, prefix)) removeOwn(join(parent, name), userId)
  } catch {
    // Not there, or not for us to read.
  }
}

function isLeft(name: string, prefix: string): boolean {
  if (!name.startsWith(prefix)) return false
  const [space, pid] = name.slice(prefix.length).split('-')
  // Of another container that shares the folder: its processes cannot be seen from here.
  if (space !== processSpace()) return false
  return Number(pid) > 0 && !isAlive(Number(pid))
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: alive, of another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** In a folder that everybody writes to, a name proves nothing: only what is ours is removed. */
function removeOwn(path: string, userId: number | undefined): void {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory() !== true) return
  if (userId !== undefined && stats.uid !== userId) return
  removeFolder(path)
}

/** Numbers of processes count within a PID namespace. Source: namespaces(7), `/proc/pid/ns`. */
function processSpace(): string {
  try {
    return (/\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0').slice(-6)
  } catch {
    // Not Linux: there is one space.
    return '0'
  }
}
