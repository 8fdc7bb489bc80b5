/**
 * Files appear whole or not at all: a temporary file beside the target, every byte counted, fsync,
 * rename, fsync of the folder. Not write-file-atomic: on a full disk it replaces the old file by a
 * truncated one, because it ignores a short write.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'

/** Why a file was not written; the old one, if any, is untouched. */
export class OutputError extends Error {
  readonly code: 'output-refused' | 'output-failed'
  readonly path: string

  constructor(code: OutputError['code'], path: string, message: string) {
    super(message)
    this.code = code
    this.path = path
  }
}

/**
 * Writes `bytes` to `root/name`; `name` uses `/`. Throws OutputError when the target would lie outside
 * `root` or is reached through a symbolic link, and when the disk does not take the bytes.
 */
export function writeWhole(root: string, name: string, bytes: Uint8Array): void {
  const target = insideOf(root, name)
  makeFolder(root, dirname(target))
  refuseLink(target)
  try {
    replaceFile(target, bytes)
  } catch (error) {
    throw asOutputError(error, target)
  }
}

/** Where the file `name` is, if it is. Throws OutputError for places that `writeWhole` would refuse. */
export function placeInside(root: string, name: string): string {
  const target = insideOf(root, name)
  refuseLinksBetween(root, dirname(target))
  return target
}

function insideOf(root: string, name: string): string {
  const target = resolve(root, ...name.split('/'))
  const inside = relative(root, target)
  if (
    inside === '' ||
    inside === '..' ||
    inside.startsWith(`..${sep}`) ||
    resolve(inside) === inside
  )
    throw new OutputError('output-refused', target, 'lies outside the output folder')
  return target
}

/** Throws OutputError when a folder between `base` and `folder`, inside `base`, is a symbolic link. */
export function refuseLinksBetween(base: string, folder: string): void {
  const steps = relative(base, folder).split(sep)
  if (steps[0] === '..' || resolve(relative(base, folder)) === relative(base, folder)) return
  let path = base
  for (const step of steps) {
    path = join(path, step)
    refuseLink(path)
  }
}

/** The output folder itself and all folders on the way, none of them a link below the working folder. */
function makeFolder(root: string, folder: string): void {
  const steps = relative(root, folder)
    .split(sep)
    .filter((step) => step !== '')
  let path = root
  for (const step of ['', ...steps]) {
    path = join(path, step)
    refuseLink(path)
    try {
      mkdirSync(path, { recursive: true })
    } catch (error) {
      // Of a disk that is read-only Node says ENOENT here (libuv's mkdirp); a plain attempt has the reason.
      if (errorCode(error) === 'ENOENT') makeOne(path)
      throw asOutputError(error, path)
    }
  }
}

function makeOne(path: string): void {
  try {
    mkdirSync(path)
  } catch (error) {
    throw asOutputError(error, path)
  }
}

function refuseLink(path: string): void {
  if (isLink(path))
    throw new OutputError(
      'output-refused',
      path,
      'is a symbolic link, which the build does not follow',
    )
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  } catch (error) {
    // A file on the way, a name too long, no right to look: the author's to mend, not our bug.
    throw asOutputError(error, path)
  }
}

function replaceFile(target: string, bytes: Uint8Array): void {
  const folder = dirname(target)
  // 40 characters of three bytes each leave room for the rest in the 255 bytes a name may have.
  const temporary = join(
    folder,
    `.${basename(target).slice(0, 40)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`,
  )
  try {
    writeSynced(temporary, bytes)
    renameSync(temporary, target)
  } catch (error) {
    removeQuietly(temporary)
    throw error
  }
  syncFolder(folder)
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o666)
  try {
    let written = 0
    // A full disk shows as a short write first and as ENOSPC on the next call.
    while (written < bytes.length) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes the rename itself durable; Windows cannot open a folder and needs no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const TEMPORARY_RE = /^\..+\.(\d+)\.[0-9a-f]{8}\.tmp$/

/** Removes what a killed build left in a folder and below: temporary files whose process is gone. */
export function sweepTemporaries(folder: string): void {
  for (const name of readNames(folder)) {
    const owner = TEMPORARY_RE.exec(basename(name))?.[1]
    if (owner !== undefined && !isAlive(Number(owner))) removeQuietly(join(folder, name))
  }
}

/** Paths from the folder; links to other folders are not followed. */
function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    // A folder that is not there yet holds nothing to sweep.
    return []
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Nothing was created, or somebody else removed it: either way there is nothing left to do.
  }
}

export function asOutputError(error: unknown, path: string): OutputError {
  if (error instanceof OutputError) return error
  return new OutputError('output-failed', path, REASONS[errorCode(error)] ?? errorCode(error))
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full (ENOSPC)',
  EDQUOT: 'the disk quota is used up (EDQUOT)',
  EACCES: 'permission denied (EACCES)',
  EPERM: 'operation not permitted (EPERM)',
  EROFS: 'the file system is read-only (EROFS)',
  EFBIG: 'the file would exceed the size limit (EFBIG)',
  EEXIST: 'a file stands where a folder is needed (EEXIST)',
  ENOTDIR: 'a file stands where a folder is needed (ENOTDIR)',
  EISDIR: 'a folder stands where the file should go (EISDIR)',
  EIO: 'the disk reports an error (EIO)',
  EMFILE: 'too many files are open (EMFILE)',
  ENAMETOOLONG: 'the name is too long (ENAMETOOLONG)',
}
