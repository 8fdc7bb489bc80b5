/**
 * Objects of a PDF (ISO 32000-1, 7.3) as text, read no deeper than is asked: a dictionary gives the source of
 * its values, an array that of its items. What is not changed is written as it was read, number for number.
 */
import { UnexpectedPdf } from './unexpected-pdf.ts'

/** Keys without their slash; values as they stand in the file. */
export type Entries = ReadonlyMap<string, string>

export function readEntries(source: string): Map<string, string> {
  const entries = new Map<string, string>()
  let at = skipSpace(source, 0)
  if (!source.startsWith('<<', at)) throw new UnexpectedPdf('a dictionary is missing')
  at += 2
  for (;;) {
    at = skipSpace(source, at)
    if (source.startsWith('>>', at)) return entries
    if (source[at] !== '/') throw new UnexpectedPdf('a key of a dictionary is no name')
    const keyEnd = endOfValue(source, at)
    const start = skipSpace(source, keyEnd)
    const end = endOfValue(source, start)
    entries.set(source.slice(at + 1, keyEnd), source.slice(start, end))
    at = end
  }
}

/** The items of an array; a value that is none stands for an array of it alone. */
export function readItems(source: string | undefined): readonly string[] {
  if (source === undefined) return []
  if (!source.startsWith('[')) return [source]
  const items: string[] = []
  for (let at = 1; ; ) {
    at = skipSpace(source, at)
    if (source[at] === ']') return items
    const end = endOfValue(source, at)
    items.push(source.slice(at, end))
    at = end
  }
}

export function writeEntries(entries: Entries): string {
  const parts: string[] = []
  for (const [key, value] of entries) parts.push(`/${key} ${value}`)
  return `<<${parts.join('\n')}>>`
}

/** The number of the object that is referred to; undefined for any other value. */
export function refOf(source: string | undefined): number | undefined {
  const digits = source === undefined ? undefined : /^(\d+)\s+0\s+R$/.exec(source)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

const TOKEN = /[^\s<>[\](){}/%]+/y
const NAME = /\/[^\s<>[\](){}/%]*/y
const REFERENCE = /\d+\s+\d+\s+R(?![^\s<>[\](){}/%])/y

function endOfValue(source: string, at: number): number {
  switch (source[at]) {
    case '<':
      return source[at + 1] === '<' ? endOfGroup(source, at + 2, '>>') : after(source, '>', at)
    case '[':
      return endOfGroup(source, at + 1, ']')
    case '(':
      return endOfLiteral(source, at)
    case '/':
      return match(NAME, source, at) ?? fail()
    default:
      return match(REFERENCE, source, at) ?? match(TOKEN, source, at) ?? fail()
  }
}

function endOfGroup(source: string, start: number, close: string): number {
  let at = skipSpace(source, start)
  while (!source.startsWith(close, at)) at = skipSpace(source, endOfValue(source, at))
  return at + close.length
}

function endOfLiteral(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  return fail()
}

function after(source: string, close: string, at: number): number {
  const found = source.indexOf(close, at)
  return found < 0 ? fail() : found + close.length
}

function match(pattern: RegExp, source: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(source) ? pattern.lastIndex : undefined
}

function skipSpace(source: string, start: number): number {
  let at = start
  while (source.charCodeAt(at) <= 0x20) at++
  return at
}

function fail(): never {
  throw new UnexpectedPdf('an object ends in the middle')
}
