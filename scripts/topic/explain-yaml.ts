/** The parser's errors, rewritten for authors. The order of EXPLANATIONS is the order of trial. */
import { type Document, isCollection, isScalar, visit, type YAMLParseError } from 'yaml'
import { findUnquotedColor } from '../color/unquoted-color.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import {
  badIndent,
  duplicateKey,
  reservedStart,
  smartQuotes,
  tabIndent,
  textAfterQuote,
  unclosedBracket,
  unclosedQuote,
  unquotedColon,
  unquotedColor,
  yamlAlias,
  yamlSyntax,
  yamlTag,
} from '../diagnostics/yaml-problems.ts'
import { type SourceLine, splitSourceLine } from './source-line.ts'

export type YamlSource = {
  readonly root: Document
  readonly yaml: string
  readonly file: string
  readonly place: (start: number, end?: number) => Place
}

type ParseError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>

type Context = {
  readonly source: YamlSource
  readonly error: ParseError
  /** The line the error is on, cut into key and value, and where it starts. */
  readonly line: SourceLine
  readonly lineStart: number
}

/** In the parser's messages for what stands where no value can stand. */
const OUTSIDE = 'in YAML stream'

const MAX_REPORTED = 10

/** One diagnostic a line at most: what follows the first mistake on a line is its echo. */
export function explainYamlErrors(source: YamlSource): readonly Diagnostic[] {
  const byLine = new Map<number, Diagnostic>()
  const seen = new Set<number>()
  for (const error of [...source.root.errors, ...source.root.warnings]) {
    const isOutside = error.message.includes(OUTSIDE)
    // The parser has left the map and complains of every word to the end: one mistake, not fifty.
    if (isOutside && byLine.size > 0) break
    const errorLine = source.place(error.pos[0]).line
    if (seen.has(errorLine)) continue
    seen.add(errorLine)
    const diagnostic = explain(source, error)
    const line = diagnostic.place?.line ?? 0
    if (!byLine.has(line) && byLine.size < MAX_REPORTED) byLine.set(line, diagnostic)
  }
  return [...byLine.values()]
}

function explain(source: YamlSource, error: ParseError): Diagnostic {
  const lineStart = source.yaml.lastIndexOf('\n', error.pos[0] - 1) + 1
  const lineEnd = source.yaml.indexOf('\n', lineStart)
  const text = source.yaml.slice(lineStart, lineEnd === -1 ? undefined : lineEnd)
  const context = { source, error, line: splitSourceLine(text), lineStart }
  for (const explanation of EXPLANATIONS) {
    const diagnostic = explanation(context)
    if (diagnostic !== undefined) return diagnostic
  }
  return yamlSyntax(whereError(context), error.message)
}

const EXPLANATIONS: readonly ((context: Context) => Diagnostic | undefined)[] = [
  explainByCode,
  explainColor,
  explainUnclosed,
  explainStart,
  explainColon,
  explainWrappedColon,
  explainIndent,
  explainOutside,
]

function explainByCode(context: Context): Diagnostic | undefined {
  const { error, source } = context
  const where = whereError(context)
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:,}]+/u.exec(source.yaml.slice(error.pos[0]))?.[0] ?? ''
    const end = error.pos[0] + key.length
    return duplicateKey({ file: source.file, place: source.place(error.pos[0], end) }, key)
  }
  if (error.code === 'TAB_AS_INDENT') return tabIndent(where)
  if (error.code === 'TAG_RESOLVE_FAILED')
    return yamlTag(where, source.yaml.slice(error.pos[0], error.pos[1]))
  if (error.code === 'BAD_ALIAS') return yamlAlias(where, '*')
  return undefined
}

/** In brackets the comment has eaten what closes them, or the comma. */
function explainColor({ error, source }: Context): Diagnostic | undefined {
  const { yaml, file, place } = source
  const color = findUnquotedColor(yaml, openBracketOffset(source, error.pos[0]), error.pos[0])
  return (
    color &&
    unquotedColor(
      { file, place: place(color.start, color.end) },
      yaml.slice(color.start, color.end),
    )
  )
}

function explainUnclosed(context: Context): Diagnostic | undefined {
  const { error, source } = context
  if (/^Missing closing .quote/u.test(error.message)) {
    const start = openQuoteOffset(source, error.pos[0])
    return unclosedQuote({ file: source.file, place: source.place(start) })
  }
  const bracket = /end with a ([\]}])/u.exec(error.message)?.[1]
  if (bracket === undefined) return undefined
  const start = openBracketOffset(source, error.pos[0])
  return unclosedBracket({ file: source.file, place: source.place(start, start + 1) }, bracket)
}

function openQuoteOffset(source: YamlSource, end: number): number {
  let start = end
  visit(source.root, (_, node) => {
    if (!isScalar(node) || node.range == null) return
    const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
    if (isQuoted && node.range[1] >= end) start = Math.min(start, node.range[0])
  })
  return start
}

/** The innermost bracket that the parser was still reading when the text ended or went wrong. */
function openBracketOffset(source: YamlSource, end: number): number {
  let start = -1
  visit(source.root, (_, node) => {
    if (!isCollection(node) || node.range == null || node.flow !== true) return
    if (node.range[0] < end && node.range[2] >= end) start = Math.max(start, node.range[0])
  })
  return start === -1 ? end : start
}

/** Signs that YAML gives a meaning when a value begins with them. */
const RESERVED = /^[@`%*&!|>{[?-]/u

function explainStart(context: Context): Diagnostic | undefined {
  const { line, error, lineStart } = context
  if (line.value === '' || error.pos[0] < lineStart + line.valueStart) return undefined
  const where = whereInLine(context, line.valueStart, line.valueStart + 1)
  if (/^[“”„«]/u.test(line.value)) return smartQuotes(where)
  if (/^["']/u.test(line.value))
    return error.code === 'UNEXPECTED_TOKEN' || error.code === 'BLOCK_AS_IMPLICIT_KEY'
      ? textAfterQuote(whereError(context))
      : undefined
  const isBracket = /^[{[]/u.test(line.value)
  if (isBracket && error.code !== 'UNEXPECTED_TOKEN' && error.code !== 'BAD_SCALAR_START')
    return undefined
  const sign = RESERVED.exec(line.value)?.[0]
  return sign === undefined ? undefined : reservedStart(where, sign)
}

function explainColon(context: Context): Diagnostic | undefined {
  const { line, error, lineStart } = context
  if (error.code !== 'BLOCK_AS_IMPLICIT_KEY' && error.code !== 'BLOCK_IN_FLOW') return undefined
  const from = Math.max(line.valueStart, error.pos[0] - lineStart)
  const colon = /:(?=\s|$)/u.exec(line.text.slice(from))
  if (colon === null) return undefined
  const at = from + colon.index
  return unquotedColon(whereInLine(context, at, at + 1), line.key)
}

/** `- The aim: a text` that runs on in the next line: a map to YAML, and the next line no key of it. */
function explainWrappedColon(context: Context): Diagnostic | undefined {
  const { line, lineStart, source, error } = context
  if (!INDENT_CODES.has(error.code) || line.key !== undefined || line.lead.includes('-'))
    return undefined
  const previousStart = source.yaml.lastIndexOf('\n', lineStart - 2) + 1
  const previous = splitSourceLine(source.yaml.slice(previousStart, Math.max(0, lineStart - 1)))
  const isItem = previous.lead.includes('-') && previous.lead.length === line.lead.length
  const colon = isItem ? /:\s/u.exec(previous.text.slice(previous.lead.length)) : null
  if (colon === null) return undefined
  const start = previousStart + previous.lead.length + colon.index
  return unquotedColon({ file: source.file, place: source.place(start, start + 1) }, undefined)
}

const INDENT_CODES = new Set([
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
])

/** The line whose indent is wrong: the one of the error, or the next when a value runs on into it. */
function explainIndent(context: Context): Diagnostic | undefined {
  const { error, line, lineStart, source } = context
  if (!INDENT_CODES.has(error.code)) return undefined
  const next = source.yaml.indexOf('\n', lineStart) + 1
  const isNext = line.key !== undefined && error.code.endsWith('IMPLICIT_KEY') && next > 0
  const start = isNext ? next : lineStart
  const indent = /^ */u.exec(source.yaml.slice(start))?.[0].length ?? 0
  return badIndent({ file: source.file, place: source.place(start + indent) })
}

function explainOutside(context: Context): Diagnostic | undefined {
  const { error, line } = context
  if (!error.message.includes(OUTSIDE)) return undefined
  const bracket = /"([\]}])"/u.exec(error.message)?.[1]
  if (bracket !== undefined)
    return yamlSyntax(whereError(context), `the \`${bracket}\` closes nothing that was opened`)
  const isLineStart = error.pos[0] <= context.lineStart + line.lead.length
  return isLineStart ? badIndent(whereError(context)) : undefined
}

function whereError({ source, error }: Context): Where {
  return { file: source.file, place: source.place(error.pos[0]) }
}

function whereInLine({ source, lineStart }: Context, start: number, end: number): Where {
  return { file: source.file, place: source.place(lineStart + start, lineStart + end) }
}
