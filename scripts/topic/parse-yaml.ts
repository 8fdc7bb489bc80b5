import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import { unquotedColorAfter } from '../color/unquoted-color.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import {
  forbiddenKey,
  keyNotText,
  notAMap,
  tooDeep,
  tooManyValues,
  unquotedColor,
  yamlAlias,
  yamlTag,
} from '../diagnostics/yaml-problems.ts'
import { explainYamlErrors } from './explain-yaml.ts'
import {
  type Data,
  type DataMap,
  isEmptyPair,
  keyText,
  lineStartsOf,
  placeOfOffset,
  type SourceDocument,
} from './source-document.ts'

const MAX_DEPTH = 20
const MAX_NODES = 5000
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * YAML (core schema) as plain data with places. Undefined when anything was reported.
 *
 * @param yaml source whose line 1 is line 1 of the file
 */
export function parseYaml(yaml: string, file: string, report: Report): SourceDocument | undefined {
  const lineStarts = lineStartsOf(yaml)
  const place = (start: number, end?: number) => placeOfOffset({ yaml, lineStarts }, start, end)
  const problems: Diagnostic[] = []
  const root = parseBounded(yaml)
  if (root === undefined) {
    report(tooDeep({ file, place: deepestPlace(yaml, place) }, MAX_DEPTH))
    return undefined
  }
  if (root.errors.length > 0 || root.warnings.length > 0)
    problems.push(...explainYamlErrors({ root, yaml, file, place }))
  if (problems.length === 0) problems.push(...checkNodes({ root, yaml, file, place }))
  for (const problem of problems) report(problem)
  if (problems.length > 0) return undefined
  for (const problem of checkColors({ root, yaml, file, place })) report(problem)
  const data = root.contents === null ? emptyMap() : toData(root.contents)
  if (!isDataMap(data)) {
    report(notAMap({ file, place: place(root.contents?.range?.[0] ?? 0) }))
    return undefined
  }
  return { file, yaml, lineStarts, root, data, pruned: [] }
}

/** Undefined when the source is nested so deeply that the parser's own stack ends. */
function parseBounded(yaml: string): Document | undefined {
  try {
    return parseDocument(yaml, {
      prettyErrors: false,
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      logLevel: 'silent',
    })
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function deepestPlace(yaml: string, place: (start: number) => Place): Place {
  return place(Math.max(0, yaml.search(/[[{]{2}|(?:- ){5}/u)))
}

type Checked = {
  readonly root: Document
  readonly yaml: string
  readonly file: string
  readonly place: (start: number, end?: number) => Place
}

function checkNodes({ root, yaml, file, place }: Checked): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  let count = 0
  const whereNode = (node: Node) => {
    const [start, end] = node.range ?? [0, 0]
    return { file, place: place(start, end) }
  }
  // An anchor or a tag stands before the range of its node.
  const whereProperty = (node: Node, sign: string) => {
    const end = node.range?.[0] ?? 0
    const start = yaml.lastIndexOf(sign, end)
    return start === -1 ? whereNode(node) : { file, place: place(start, end) }
  }
  const walk = (node: unknown, depth: number): boolean => {
    if (isAlias(node)) {
      problems.push(yamlAlias(whereNode(node), '*'))
      return true
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return true
    if (++count > MAX_NODES) return stop(tooManyValues(whereNode(node), MAX_NODES))
    if (depth > MAX_DEPTH) return stop(tooDeep(whereNode(node), MAX_DEPTH))
    if (node.anchor !== undefined)
      problems.push(yamlAlias(whereProperty(node, `&${node.anchor}`), '&'))
    if (node.tag !== undefined) problems.push(yamlTag(whereProperty(node, '!'), node.tag))
    if (isSeq(node)) return node.items.every((item) => walk(item, depth + 1))
    if (isMap(node)) return node.items.every((pair) => walkPair(pair, depth, whereNode(node)))
    return true
  }
  const walkPair = (pair: Pair, depth: number, where: ReturnType<typeof whereNode>): boolean => {
    if (isAlias(pair.key)) return walk(pair.key, depth + 1)
    if (!isScalar(pair.key) || pair.key.value === null)
      problems.push(keyNotText(isMap(pair.key) || isSeq(pair.key) ? whereNode(pair.key) : where))
    else if (FORBIDDEN_KEYS.has(keyText(pair.key)))
      problems.push(forbiddenKey(whereNode(pair.key), keyText(pair.key)))
    return walk(pair.key, depth + 1) && walk(pair.value, depth + 1)
  }
  const stop = (problem: Diagnostic): boolean => {
    problems.push(problem)
    return false
  }
  walk(root.contents, 1)
  return problems
}

/** Does not stop the reader: what such a key would have brought can be left out everywhere. */
function checkColors({ root, yaml, file, place }: Checked): readonly Diagnostic[] {
  const problems: Diagnostic[] = []
  visit(root, {
    Pair: (_, pair) => {
      const keyEnd = isScalar(pair.key) ? pair.key.range?.[1] : undefined
      if (keyEnd === undefined || !isEmptyPair(pair)) return
      const color = unquotedColorAfter(yaml, keyEnd)
      if (color === undefined) return
      const { start, end } = color
      problems.push(unquotedColor({ file, place: place(start, end) }, yaml.slice(start, end)))
    },
  })
  return problems
}

/** A key without a value counts as not written. */
function toData(node: unknown): Data {
  if (isSeq(node)) return node.items.map(toData)
  if (isMap(node)) {
    const map: Record<string, Data> = emptyMap()
    for (const pair of node.items)
      if (!isEmptyPair(pair)) map[keyText(pair.key)] = toData(pair.value)
    return map
  }
  const value = isScalar(node) ? node.value : null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  return value === null || value === undefined ? null : String(value)
}

export function isDataMap(data: Data): data is DataMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

function emptyMap(): Record<string, Data> {
  return Object.create(null)
}
