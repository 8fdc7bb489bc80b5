/** Turns the issues of zod into diagnostics in the author's words. */
import type * as z from 'zod/mini'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { excerpt } from '../diagnostics/printable.ts'
import {
  badFigure,
  badId,
  dateImpossible,
  missingKey,
  outOfRange,
  unknownKey,
  unknownValue,
  unsafeLink,
  wrongType,
} from '../diagnostics/value-problems.ts'
import { reservedStart, unquotedColon } from '../diagnostics/yaml-problems.ts'
import { isDataMap } from './parse-yaml.ts'
import { CHILDREN_WANTED, COLOUR_WANTED, POINT_WANTED, URL_WANTED } from './schema.ts'
import { keysOfSchema } from './schema-keys.ts'
import {
  type At,
  child,
  type Data,
  firstKeyAt,
  isFlowAt,
  type Path,
  type SourceDocument,
  sourceAt,
  textAt,
  whereKey,
  whereValue,
} from './source-document.ts'

export type Issue = z.core.$ZodIssue

type Located = { readonly at: At; readonly issue: Issue; readonly data: Data | undefined }

/** @param issue as zod gives it, with unions not yet taken apart */
export function explainIssue(
  document: SourceDocument,
  schema: z.core.$ZodType,
  issue: Issue,
): readonly Diagnostic[] {
  return flattenIssue(issue).flatMap((flat) => {
    const path = pathOf(flat)
    const located = { at: { document, path }, issue: flat, data: dataAt(document.data, path) }
    if (flat.code === 'unrecognized_keys')
      return flat.keys
        .filter((key) => !key.startsWith('x-'))
        .map((key) => unknownKey(whereKey(child(located.at, key)), key, keysOfSchema(schema, path)))
    return [explainValue(located)]
  })
}

/**
 * A union fails with one list of issues per option. The option meant is the first that accepts the
 * kind of the value and finds fault deeper inside; else the union's own wish is told.
 */
export function flattenIssue(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant =
    issue.errors.find(
      (option) => option.length > 0 && option.every((inner) => inner.path.length > 0),
    ) ??
    issue.errors.find((option) => option.length > 0 && option.every(isTypo)) ??
    issue.errors.find((option) => option.some((inner) => inner.message === 'date-impossible'))
  if (meant === undefined) return [issue]
  return meant.flatMap((inner) => flattenIssue({ ...inner, path: [...issue.path, ...inner.path] }))
}

/** `{text: …, pionts: […]}` is the long form of a point with a slip in a key. */
function isTypo(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys'
}

export function pathOf(issue: Issue): Path {
  return issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))
}

function explainValue({ at, issue, data }: Located): Diagnostic {
  const key = nameOf(at.path)
  if (issue.code === 'invalid_key') return badId(whereKey(at), String(at.path.at(-1)))
  if (data === undefined || data === null) return explainMissing(at)
  if (issue.message === 'date-impossible') return dateImpossible(whereValue(at), textAt(at))
  if (issue.message === 'text' || issue.message === POINT_WANTED) {
    const mistake = explainTextMistake(at, data)
    if (mistake !== undefined) return mistake
  }
  if (issue.message === CHILDREN_WANTED && typeof data !== 'object') {
    const mistake = explainTextMistake(
      parentOf(at),
      dataAt(at.document.data, parentOf(at).path) ?? null,
    )
    if (mistake !== undefined) return mistake
  }
  if (issue.message.startsWith('a figure') && typeof data === 'string')
    return badFigure(whereValue(at), data)
  if (issue.message === URL_WANTED && typeof data === 'string' && /^[a-z][a-z\d+.-]*:/iu.test(data))
    if (!/^https?:/iu.test(data)) return unsafeLink(whereValue(at), data)
  if (issue.code === 'invalid_value')
    return typeof data === 'object'
      ? wrongType(whereValue(at), { name: key, wanted: issue.message, found: describe(data) })
      : unknownValue(whereValue(at), textAt(at), issue.values.map(String))
  if (issue.code === 'invalid_format' && /^letters, digits/u.test(issue.message))
    return badId(whereValue(at), textAt(at))
  if (issue.code === 'too_small' || issue.code === 'too_big')
    return outOfRange(whereValue(at), key, issue.message)
  return wrongType(whereValue(at), {
    name: key,
    wanted: issue.message,
    found: describe(data),
    hint: hintOf(issue, data),
  })
}

/** What to write instead, where the value itself tells. */
function hintOf(issue: Issue, data: Data): string | undefined {
  if (typeof data !== 'string') return undefined
  const written = data.trim()
  if (issue.message === COLOUR_WANTED) return `write six digits in quotes, ${likeColour(written)}`
  if (issue.code !== 'invalid_type') return undefined
  const isPlain =
    (issue.expected === 'number' && /^-?\d+(?:\.\d+)?$/u.test(written)) ||
    (issue.expected === 'boolean' && /^(?:true|false)$/u.test(written))
  return isPlain ? `write it without quotes: ${written}` : undefined
}

/** The short form of CSS, or digits without their `#`, written out. */
function likeColour(written: string): string {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/iu.exec(written)?.[1]
  if (digits === undefined) return 'such as "#ff0000"'
  return `such as "#${digits.length === 6 ? digits : digits.replace(/./gu, '$&$&')}"`
}

function explainMissing(at: At): Diagnostic {
  const last = at.path.at(-1)
  const parent = parentOf(at)
  if (typeof last === 'string')
    return missingKey(whereItem(parent), last, nameOf(parent.path, true))
  return wrongType(whereItem(at), {
    name: nameOf(parent.path),
    wanted: 'a value',
    found: 'nothing',
  })
}

function parentOf(at: At): At {
  return { document: at.document, path: at.path.slice(0, -1) }
}

/** The first key of a list item, or the key itself. */
function whereItem(at: At) {
  return typeof at.path.at(-1) === 'number' ? whereValue(at) : whereKey(at)
}

/** Where text is wanted and YAML saw a map, the author wrote a colon or a brace without quotes. */
function explainTextMistake(at: At, data: Data): Diagnostic | undefined {
  // `{ text: …, points: … }` is a point on purpose, with a slip inside or on too deep a level.
  if (!isDataMap(data) || Object.hasOwn(data, 'text')) return undefined
  if (isFlowAt(at) && sourceAt(at).startsWith('{')) return reservedStart(whereValue(at), '{')
  const key = firstKeyAt(at)
  if (key === undefined) return undefined
  const where = whereKey(child(at, key))
  const column = where.place?.endColumn
  const line = where.place?.line
  if (column === undefined || line === undefined) return undefined
  const name = at.path.at(-1)
  const place = { line, column, endColumn: column + 1 }
  return unquotedColon({ file: where.file, place }, typeof name === 'string' ? name : undefined)
}

function nameOf(path: Path, isSubject = false): string {
  const last = path.at(-1)
  if (last === undefined) return isSubject ? 'A topic' : 'The front matter'
  if (typeof last === 'string') return `\`${excerpt(last, 30)}\``
  const parent = path.findLast((key) => typeof key === 'string')
  return `Item ${last + 1} of \`${excerpt(String(parent), 30)}\``
}

function describe(data: Data): string {
  if (data === null) return 'nothing'
  if (isDataMap(data)) return 'a map of keys'
  if (typeof data === 'object') return 'a list'
  if (typeof data === 'string') return `the text “${excerpt(data, 30)}”`
  if (typeof data === 'number') return `the number ${data}`
  return `\`${String(data)}\``
}

export function dataAt(data: Data, path: Path): Data | undefined {
  let value: Data | undefined = data
  for (const key of path) {
    if (value === undefined || value === null || typeof value !== 'object') return undefined
    value = isDataMap(value)
      ? Object.hasOwn(value, key)
        ? value[key]
        : undefined
      : value[Number(key)]
  }
  return value
}
