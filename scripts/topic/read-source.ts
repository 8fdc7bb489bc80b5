/** The only door through which text from the content folder comes in; nothing is parsed here. */
import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs'
import { sep } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import {
  bom,
  cannotRead,
  controlCharacter,
  crLineEnds,
  doubleBom,
  emptyFile,
  linkLeavesFolder,
  notAFile,
  notUtf8,
  tooLarge,
  utf16,
} from '../diagnostics/source-problems.ts'

export type Input = { readonly path: string; readonly sha256: string }

export type SourceText = {
  /** Line ends are LF, no byte order mark; undefined when an error was found. */
  readonly text: string | undefined
  readonly input: Input | undefined
  readonly diagnostics: readonly Diagnostic[]
}

export type FileBytes = { readonly bytes: Uint8Array } | { readonly problem: FileProblem }

export type FileProblem =
  | { readonly kind: 'missing' | 'leaves-folder' | 'too-large' }
  | { readonly kind: 'not-a-file'; readonly what: string }
  | { readonly kind: 'refused'; readonly reason: string }

const MEGABYTE = 1_000_000
const MAX_SOURCE_BYTES = 2 * MEGABYTE

/** Reads one text file. Folders, pipes and links to outside are reported, never opened. */
export function readSource(path: string, contentDir: string, file: string): SourceText {
  const read = readInside(path, contentDir, MAX_SOURCE_BYTES)
  if ('problem' in read)
    return {
      text: undefined,
      input: undefined,
      diagnostics: [describeProblem(read.problem, { file })],
    }
  const input = { path, sha256: sha256(read.bytes) }
  return { input, ...decodeSource(read.bytes, file) }
}

/** Names in a folder, sorted; empty when it cannot be listed. */
export function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    return []
  }
}

/** False only when nothing has that name: a folder or a dangling link exists. */
export function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The bytes of a regular file whose real place is inside `contentDir`. The file is checked again
 * after it was opened (same inode), so that a swap between check and open is caught.
 */
export function readInside(path: string, contentDir: string, maxBytes: number): FileBytes {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
      return { problem: { kind: 'missing' } }
    const root = realpathSync(contentDir)
    const real = realpathSync(path)
    if (real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep))
      return { problem: { kind: 'leaves-folder' } }
    const stats = lstatSync(real)
    if (!stats.isFile()) return { problem: { kind: 'not-a-file', what: kindOfFile(stats) } }
    if (stats.size > maxBytes) return { problem: { kind: 'too-large' } }
    return readChecked(real, stats, maxBytes)
  } catch (cause) {
    return { problem: { kind: 'refused', reason: systemReason(cause) } }
  }
}

function readChecked(path: string, expected: Stats, maxBytes: number): FileBytes {
  // O_NONBLOCK: a pipe put in the file's place after the check must not hang the program.
  const noFollow = constants.O_NOFOLLOW ?? 0
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow)
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile() || stats.ino !== expected.ino || stats.dev !== expected.dev)
      return { problem: { kind: 'refused', reason: 'it changed while it was read' } }
    const bytes = new Uint8Array(Math.min(maxBytes, stats.size) + 1)
    let length = 0
    for (;;) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, null)
      length += count
      if (count === 0 || length === bytes.length) break
    }
    if (length > maxBytes) return { problem: { kind: 'too-large' } }
    if (length !== stats.size)
      return { problem: { kind: 'refused', reason: 'it changed while it was read' } }
    return { bytes: bytes.slice(0, length) }
  } finally {
    closeSync(descriptor)
  }
}

function kindOfFile(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder'
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

function systemReason(cause: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code
  throw cause
}

function describeProblem(problem: FileProblem, where: Where): Diagnostic {
  if (problem.kind === 'not-a-file') return notAFile(where, problem.what)
  if (problem.kind === 'refused') return cannotRead(where, problem.reason)
  if (problem.kind === 'missing') return cannotRead(where, 'ENOENT')
  if (problem.kind === 'too-large') return tooLarge(where, MAX_SOURCE_BYTES / MEGABYTE)
  return linkLeavesFolder(where)
}

const BOM = '\ufeff'

/** Bytes to text with LF line ends; every way in which the bytes are not plain text is reported. */
export function decodeSource(
  bytes: Uint8Array,
  file: string,
): { readonly text: string | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const fail = (problem: Diagnostic) => ({ text: undefined, diagnostics: [problem] })
  if (bytes.length === 0) return fail(emptyFile({ file }))
  if (looksLikeUtf16(bytes)) return fail(utf16({ file }))
  const bad = firstInvalidByte(bytes)
  if (bad !== -1) return fail(notUtf8({ file, place: placeOfByte(bytes, bad) }, bad))
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const start = { file, place: { line: 1, column: 1 } }
  if (raw.startsWith(BOM + BOM)) return fail(doubleBom(start))
  const text = (raw.startsWith(BOM) ? raw.slice(1) : raw).replaceAll('\r\n', '\n')
  if (text.trim() === '') return fail(emptyFile({ file }))
  if (text.includes('\r') && !text.includes('\n')) return fail(crLineEnds(start))
  const controls = findControls(text, file)
  if (controls.length > 0) return { text: undefined, diagnostics: controls }
  return { text, diagnostics: raw.startsWith(BOM) ? [bom(start)] : [] }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return true
  if (first === 0xfe && second === 0xff) return true
  // Without a mark: the dashes of the opening line, each with a zero byte.
  return bytes.length >= 4 && (first === 0) !== (second === 0) && (bytes[2] === 0 || bytes[3] === 0)
}

/** Offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return -1
  } catch {
    let offset = 0
    while (offset < bytes.length) {
      const length = sequenceLength(bytes, offset)
      if (length === 0) return offset
      offset += length
    }
    return -1
  }
}

function sequenceLength(bytes: Uint8Array, offset: number): number {
  const lead = bytes[offset] ?? 0
  if (lead < 0x80) return 1
  const length =
    lead >= 0xc2 && lead < 0xe0
      ? 2
      : lead >= 0xe0 && lead < 0xf0
        ? 3
        : lead >= 0xf0 && lead < 0xf5
          ? 4
          : 0
  if (length === 0 || offset + length > bytes.length) return 0
  for (let i = 1; i < length; i++) if (((bytes[offset + i] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[offset + 1] ?? 0
  if (lead === 0xe0 && second < 0xa0) return 0
  if (lead === 0xed && second > 0x9f) return 0
  if (lead === 0xf0 && second < 0x90) return 0
  if (lead === 0xf4 && second > 0x8f) return 0
  return length
}

function placeOfByte(bytes: Uint8Array, offset: number) {
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, offset).toString('utf8')
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: [...before.slice(lineStart)].length + 1 }
}

const MAX_CONTROLS_REPORTED = 10
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/u

function findControls(text: string, file: string): readonly Diagnostic[] {
  if (!CONTROL.test(text)) return []
  const found: Diagnostic[] = []
  for (const [index, line] of text.split('\n').entries()) {
    for (const [column, character] of [...line].entries()) {
      if (!CONTROL.test(character)) continue
      const place = { line: index + 1, column: column + 1, endColumn: column + 2 }
      found.push(controlCharacter({ file, place }, character.codePointAt(0) ?? 0))
      if (found.length === MAX_CONTROLS_REPORTED) return found
    }
  }
  return found
}
