import type { BlockRead, NoteBlock } from './note-block.ts'
import { isItemLine, readList } from './read-list.ts'
import { readTable } from './read-table.ts'

type Reader = (lines: readonly string[], at: number) => BlockRead | undefined

/** Tried in this order at every line that is not blank; the last one always answers. */
const READERS: readonly Reader[] = [
  readSettings,
  readFence,
  readMarkup,
  readHashHeading,
  readUnderlined,
  readSource,
  readScrap,
  readTable,
  readList,
]

/** @param text cleaned notes, lines ended by LF */
export function readBlocks(text: string): readonly NoteBlock[] {
  const lines = text.split('\n')
  const blocks: NoteBlock[] = []
  let at = 0
  while (at < lines.length) {
    if (isBlank(lines[at])) {
      at++
      continue
    }
    const { block, next } = readBlock(lines, at)
    if (block.kind !== 'verbatim' || block.text !== '') blocks.push(block)
    at = next
  }
  return blocks
}

function readBlock(lines: readonly string[], at: number): BlockRead {
  for (const reader of READERS) {
    const read = reader(lines, at)
    if (read !== undefined) return read
  }
  return readParagraph(lines, at)
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === ''
}

/** Front matter of another tool at the head of the notes. */
function readSettings(lines: readonly string[], at: number): BlockRead | undefined {
  if (at !== 0 || lines[0] !== '---') return undefined
  const end = lines.indexOf('---', 1)
  if (end === -1 || lines.slice(1, end).some(isBlank)) return undefined
  return verbatim(lines.slice(1, end), end + 1)
}

function readFence(lines: readonly string[], at: number): BlockRead | undefined {
  const fence = /^\s*(`{3,}|~{3,})/u.exec(lines[at] ?? '')?.[1]
  if (fence === undefined) return undefined
  const end = findLine(lines, at + 1, (line) => line.trim().startsWith(fence))
  // Never closed: the line alone, so that one stray fence does not swallow the rest.
  const next = end === -1 ? at + 1 : end + 1
  return verbatim(lines.slice(at, next), next)
}

const MARKUP_ENDS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<!--/u, '-->'],
  [/^\s*<style\b/iu, '</style>'],
  [/^\s*<script\b/iu, '</script>'],
]

function readMarkup(lines: readonly string[], at: number): BlockRead | undefined {
  const line = lines[at] ?? ''
  const closing = MARKUP_ENDS.find(([start]) => start.test(line))?.[1]
  if (closing !== undefined) {
    const end = findLine(lines, at, (other) => other.includes(closing))
    if (end !== -1) return verbatim(lines.slice(at, end + 1), end + 1)
  }
  const isTagsOnly = /^\s*(?:<\/?[a-z][^<>]*>\s*)+$/iu.test(line)
  const isPicture = /^\s*!\[[^\]]*\]\([^)]*\)$/u.test(line)
  return isTagsOnly || isPicture ? verbatim([line], at + 1) : undefined
}

/** Looked for nearby only: hostile text that opens thousands of times is not read to its end each time. */
const MAX_BLOCK_LINES = 300

function findLine(lines: readonly string[], from: number, isFound: (line: string) => boolean) {
  const index = lines.slice(from, from + MAX_BLOCK_LINES).findIndex(isFound)
  return index === -1 ? -1 : from + index
}

function readHashHeading(lines: readonly string[], at: number): BlockRead | undefined {
  const match = /^ {0,3}(#{1,6})\s+(\S.*)$/u.exec(lines[at] ?? '')
  const text = match?.[2]?.replace(/\s+#+$/u, '')
  if (match === null || text === undefined || !/[\p{L}\p{N}]/u.test(text)) return undefined
  const level = match[1]?.length ?? 1
  return { block: { kind: 'heading', text, level, isMarked: true }, next: at + 1 }
}

function readUnderlined(lines: readonly string[], at: number): BlockRead | undefined {
  const text = lines[at]?.trim() ?? ''
  const line = lines[at + 1] ?? ''
  if (!/^(?:={3,}|-{3,})$/u.test(line) || !isBlank(lines[at - 1])) return undefined
  if (text.length > MAX_HEADING || !/\p{L}/u.test(text) || isItemLine(text)) return undefined
  const level = line.startsWith('=') ? 1 : 2
  return { block: { kind: 'heading', text, level, isMarked: true }, next: at + 2 }
}

export const MAX_HEADING = 100

const SOURCE_LINE =
  /^[\s*_>-]*(?:sources?|references?|link|url|स्रोत|संदर्भ)[\s*_]*[:：].*https?:\/\//iu
const URL_IN_TEXT = /https?:\/\/[^\s<>"\\^`{}|]+/giu

function readSource(lines: readonly string[], at: number): BlockRead | undefined {
  const text = lines[at]?.trim() ?? ''
  if (!SOURCE_LINE.test(text) && !/^<?https?:\/\/\S+$/iu.test(text)) return undefined
  const urls = (text.match(URL_IN_TEXT) ?? []).map((url) => url.replace(/[).,;:!?'*\]]+$/u, ''))
  const usable = urls.filter((url) => /^https?:\/\/[^/]/iu.test(url)).map(encodeUrl)
  if (usable.length === 0) return undefined
  return { block: { kind: 'source', text, urls: usable }, next: at + 1 }
}

/** Characters that no address may hold as such are written in bytes (RFC 3986 §2.1). */
function encodeUrl(url: string): string {
  return url.replace(/[^!-~]/gu, (character) => encodeURIComponent(character))
}

const TAGS_LINE = /^(?:tags?|keywords?|टैग)\s*(?::.*)?$/iu

/** Lone page numbers and lines of signs, and the tag line of a web page. */
function readScrap(lines: readonly string[], at: number): BlockRead | undefined {
  const text = lines[at]?.trim() ?? ''
  if (!/[\p{L}\p{N}]/u.test(text))
    return verbatim(/[^ -~\p{P}\s]/u.test(text) ? [text] : [], at + 1)
  const isNumber = /^[\p{N}\p{P}|\s]{1,6}$/u.test(text)
  return isNumber || TAGS_LINE.test(text) ? verbatim([text], at + 1) : undefined
}

function readParagraph(lines: readonly string[], at: number): BlockRead {
  let end = at + 1
  while (end < lines.length && !startsBlock(lines, end)) end++
  return {
    block: { kind: 'paragraph', lines: lines.slice(at, end).map((line) => line.trim()) },
    next: end,
  }
}

function startsBlock(lines: readonly string[], at: number): boolean {
  return isBlank(lines[at]) || READERS.some((reader) => reader(lines, at) !== undefined)
}

function verbatim(lines: readonly string[], next: number): BlockRead {
  return { block: { kind: 'verbatim', text: lines.join('\n').trim() }, next }
}
