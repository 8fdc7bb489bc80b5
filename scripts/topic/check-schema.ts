import type * as z from 'zod/mini'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import { isDataMap } from './parse-yaml.ts'
import { dataAt, explainIssue, flattenIssue, pathOf } from './schema-problem.ts'
import type { Data, DataMap, Path, SourceDocument } from './source-document.ts'

export type Checked<T> = {
  readonly document: SourceDocument
  /** What is left when every faulty value is taken away; fits the schema. */
  readonly data: T
}

/**
 * Reports everything a schema finds, then takes the faulty values away, so that the rest of the file
 * is checked in the same run.
 */
export function checkSchema<T>(
  schema: z.ZodMiniType<T>,
  document: SourceDocument,
  report: Report,
): Checked<T> {
  let data: DataMap = document.data
  const pruned: Path[] = []
  let isFirstRound = true
  for (;;) {
    const result = schema.safeParse(data)
    // The data itself goes on, not zod's copy: it has no prototypes and no reordered keys.
    if (result.success) return { document: { ...document, pruned }, data: data as T }
    const issues = result.error.issues
    const before = data
    const padded = issues.filter((issue) => isPaddedChoice(issue, before)).map(pathOf)
    if (padded.length > 0) {
      data = trimAt(data, padded)
      continue
    }
    if (isFirstRound)
      for (const issue of issues)
        for (const diagnostic of explainIssue(document, schema, issue)) report(diagnostic)
    isFirstRound = false
    const found = data
    const paths = issues.flatMap(flattenIssue).flatMap((issue) => faultyPaths(issue, found))
    pruned.push(...paths.filter((path) => !isExtension(path)))
    data = paths.some((path) => path.length === 0) ? {} : prune(data, paths)
  }
}

/** `size: "4:3 "` is the choice without its blanks. */
function isPaddedChoice(issue: z.core.$ZodIssue, data: DataMap): boolean {
  if (issue.code !== 'invalid_value') return false
  const written = dataAt(data, pathOf(issue))
  return (
    typeof written === 'string' &&
    written !== written.trim() &&
    issue.values.includes(written.trim())
  )
}

function trimAt(data: DataMap, paths: readonly Path[]): DataMap {
  return rewrite(data, (path, value) =>
    typeof value === 'string' && paths.some((padded) => isSamePath(padded, path))
      ? value.trim()
      : value,
  )
}

/** Keys that begin with `x-` belong to other programs and are not looked at. */
function isExtension(path: Path): boolean {
  return String(path.at(-1)).startsWith('x-')
}

/** The shortest cut that leaves lists whole: the innermost key that has a value. */
function faultyPaths(issue: z.core.$ZodIssue, data: DataMap): readonly Path[] {
  let path = pathOf(issue)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key])
  if (issue.code !== 'invalid_key')
    while (path.length > 0 && dataAt(data, path) === undefined) path = path.slice(0, -1)
  const last = path.findLastIndex((key) => typeof key === 'string')
  return [path.slice(0, last + 1)]
}

function prune(data: DataMap, paths: readonly Path[]): DataMap {
  return rewrite(data, (path, value) =>
    paths.some((faulty) => isSamePath(faulty, path)) ? undefined : value,
  )
}

/** Every value of a key as `change` gives it; undefined takes the key away. */
function rewrite(data: DataMap, change: (path: Path, value: Data) => Data | undefined): DataMap {
  const within = (value: Data, here: Path): Data => {
    if (isDataMap(value)) {
      const map: Record<string, Data> = Object.create(null)
      for (const [key, inner] of Object.entries(value)) {
        const path = [...here, key]
        const changed = change(path, inner)
        if (changed !== undefined) map[key] = within(changed, path)
      }
      return map
    }
    return Array.isArray(value) ? value.map((item, index) => within(item, [...here, index])) : value
  }
  const result = within(data, [])
  return isDataMap(result) ? result : {}
}

function isSamePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index])
}
