/** Repairs of one line of front matter, one per diagnostic code. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { splitSourceLine } from './source-line.ts'

export type Fix = { readonly line: number; readonly what: string }

export type LineTask = {
  /** Lines of the file; the fixer writes into this list, which is its caller's own. */
  readonly lines: string[]
  readonly diagnostic: Diagnostic
  /** Lines on which a repair has put quotes, so that a second repair can widen them. */
  readonly quoted: Set<number>
}

/** Undefined when the line is not of a form that can be repaired without a guess. */
type Fixer = (task: LineTask) => Fix | undefined

export const FIXERS: Readonly<Record<string, Fixer>> = {
  'unquoted-colon': fixColon,
  'reserved-start': fixStart,
  'yaml-alias': fixStart,
  'yaml-tag': fixStart,
  'smart-quotes': fixSmartQuotes,
  'unknown-key': fixKey,
}

const SPACES_FOR_TAB = '  '

/** All lines of the front matter at once: they are indented against each other. */
export function fixTabs(lines: string[]): readonly Fix[] {
  const fixes: Fix[] = []
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.trimEnd() === '---') break
    const lead = /^[ \t]*/u.exec(line)?.[0] ?? ''
    if (!lead.includes('\t') || lead.length === line.length) continue
    lines[index] = lead.replaceAll('\t', SPACES_FOR_TAB) + line.slice(lead.length)
    fixes.push({ line: index + 1, what: 'changed tab indentation to spaces' })
  }
  return fixes
}

function fixColon(task: LineTask): Fix | undefined {
  const { index, line, column } = locate(task)
  const bracket = openBracket(line, column)
  if (bracket !== undefined) return fixInBrackets(task, bracket)
  const { lead, valueStart } = splitSourceLine(line)
  return quote(task, { index, start: column < valueStart ? lead.length : valueStart })
}

function fixStart(task: LineTask): Fix | undefined {
  const { index, line, column } = locate(task)
  const color = /^#[0-9a-f]{3,8}/iu.exec(line.slice(column))?.[0]
  if (color !== undefined) {
    task.lines[index] = line.slice(0, column) + quoted(color) + line.slice(column + color.length)
    return { line: index + 1, what: 'put the colour in quotes' }
  }
  return openBracket(line, column) === undefined ? quote(task, { index, start: column }) : undefined
}

function fixSmartQuotes(task: LineTask): Fix | undefined {
  const { index, line, column } = locate(task)
  const end = valueEnd(line, column)
  const inner = /^[“”„«](.*)[“”»]$/u.exec(line.slice(column, end))?.[1]
  if (inner === undefined || openBracket(line, column) !== undefined)
    return quote(task, { index, start: column })
  task.lines[index] = line.slice(0, column) + quoted(inner) + line.slice(end)
  return { line: index + 1, what: 'changed typographic quotes to straight ones' }
}

function fixKey(task: LineTask): Fix | undefined {
  const { index, line, column } = locate(task)
  const { replacement, place } = task.diagnostic
  if (replacement === undefined || place?.endColumn === undefined) return undefined
  const length = offsetOfColumn(line, place.endColumn) - column
  const key = line.slice(column, column + length)
  // The key that is meant may stand there already.
  if (
    task.lines.some(
      (other) => other.slice(column).startsWith(`${replacement}:`) && isSibling(task, other),
    )
  )
    return undefined
  task.lines[index] = line.slice(0, column) + replacement + line.slice(column + length)
  return { line: index + 1, what: `changed the key \`${key}\` to \`${replacement}\`` }
}

/** Only keys of the whole topic are compared: elsewhere the same key may stand at every item. */
function isSibling(task: LineTask, other: string): boolean {
  return locate(task).column === 0 && !/^\s/u.test(other)
}

function locate({ lines, diagnostic }: LineTask) {
  const index = (diagnostic.place?.line ?? 1) - 1
  const line = lines[index] ?? ''
  return { index, line, column: offsetOfColumn(line, diagnostic.place?.column ?? 1) }
}

function offsetOfColumn(line: string, column: number): number {
  return [...line].slice(0, column - 1).join('').length
}

/** Puts double quotes around a value that may run on over more deeply indented lines. */
function quote(
  task: LineTask,
  { index, start }: { readonly index: number; readonly start: number },
): Fix {
  const { lines, quoted: known } = task
  const line = lines[index] ?? ''
  const last = lastLineOfValue(lines, index)
  const end = valueEnd(line, start)
  const text = unquoteOwn(line.slice(start, end), known.has(index))
  if (last === index) lines[index] = line.slice(0, start) + quoted(text) + line.slice(end)
  else {
    lines[index] = `${line.slice(0, start)}"${escapeQuotes(line.slice(start).trimEnd())}`
    for (let i = index + 1; i <= last; i++)
      lines[i] = escapeQuotes((lines[i] ?? '').trimEnd()) + (i === last ? '"' : '')
  }
  known.add(index)
  return { line: index + 1, what: 'put the value in quotes' }
}

/** `Aim: "a: b"`, where the quotes are ours, becomes `Aim: a: b` before it is quoted as a whole. */
function unquoteOwn(text: string, isOwn: boolean): string {
  const match = isOwn ? /^([^"]*: +)"(.*)"$/u.exec(text) : null
  if (match === null) return text
  return (match[1] ?? '') + (match[2] ?? '').replace(/\\(["\\])/gu, '$1')
}

/** The end of a value on its line: before a comment and trailing blanks. */
function valueEnd(line: string, start: number): number {
  const comment = line.slice(start).search(/\s+#/u)
  return comment > 0 ? start + comment : line.trimEnd().length
}

function lastLineOfValue(lines: readonly string[], index: number): number {
  const indent = indentOf(lines[index] ?? '')
  let last = index
  while (isContinuation(lines[last + 1], indent)) last++
  return last
}

function isContinuation(line: string | undefined, indent: number): boolean {
  if (line === undefined || line.trim() === '' || indentOf(line) <= indent) return false
  const { lead, key } = splitSourceLine(line)
  return key === undefined && !lead.includes('-') && !line.trimStart().startsWith('#')
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The bracket that encloses an offset of a line, outside quotes. */
function openBracket(line: string, offset: number): number | undefined {
  const open: number[] = []
  let quoteSign = ''
  for (let i = splitSourceLine(line).lead.length; i < offset; i++) {
    const sign = line[i] ?? ''
    if (quoteSign !== '') quoteSign = sign === quoteSign ? '' : quoteSign
    else if ((sign === '"' || sign === "'") && /[\s[{,:]/u.test(line[i - 1] ?? ' '))
      quoteSign = sign
    else if (sign === '[' || sign === '{') open.push(i)
    else if (sign === ']' || sign === '}') open.pop()
  }
  return open.at(-1)
}

function fixInBrackets(task: LineTask, bracket: number): Fix | undefined {
  const { index, line, column } = locate(task)
  const before = Math.max(bracket, line.lastIndexOf(',', column))
  const after = line.slice(column).search(/[,\]}]/u)
  if (after === -1) return undefined
  const piece = line.slice(before + 1, column + after)
  const lead = piece.length - piece.trimStart().length
  const { valueStart } = splitSourceLine(piece.trimStart())
  const from = before + 1 + lead
  const isPair = line[bracket] === '{' && column >= from + valueStart
  const start = isPair ? from + valueStart : from
  const end = before + 1 + piece.trimEnd().length
  if (/["']/u.test(line.slice(start, end))) return undefined
  task.lines[index] = line.slice(0, start) + quoted(line.slice(start, end)) + line.slice(end)
  return { line: index + 1, what: 'put the value in quotes' }
}

function quoted(text: string): string {
  return `"${escapeQuotes(text)}"`
}

function escapeQuotes(text: string): string {
  return text.replace(/[\\"]/gu, '\\$&')
}
