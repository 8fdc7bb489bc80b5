/** A parsed YAML source that still knows where each of its values stands. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { alignedOffset } from './align-scalar.ts'

export type Path = readonly (string | number)[]

/** Plain data; maps have no prototype, so no key of theirs can reach one. */
export type Data = string | number | boolean | null | readonly Data[] | DataMap
export type DataMap = { readonly [key: string]: Data }

export type SourceDocument = {
  /** For diagnostics. */
  readonly file: string
  /** YAML source whose line 1 is line 1 of the file. */
  readonly yaml: string
  readonly lineStarts: readonly number[]
  readonly root: Document
  readonly data: DataMap
  /** Values taken away because they were faulty; what they would have brought is not missed aloud. */
  readonly pruned: readonly Path[]
}

/** One value of a document. */
export type At = {
  readonly document: SourceDocument
  readonly path: Path
  /** The key itself is meant, not its value: `- The aims: [a, b]` is a point that stands in a key. */
  readonly isKey?: true
}

export function child(at: At, ...keys: Path): At {
  return { document: at.document, path: [...at.path, ...keys] }
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

/** Line and column, in characters, of an offset in the YAML source. */
export function placeOfOffset(
  source: Pick<SourceDocument, 'yaml' | 'lineStarts'>,
  start: number,
  end?: number,
): Place {
  const { yaml, lineStarts } = source
  let low = 0
  let high = lineStarts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lineStarts[middle] ?? 0) <= start) low = middle
    else high = middle - 1
  }
  const lineStart = lineStarts[low] ?? 0
  const lineEnd = lineStarts[low + 1] === undefined ? yaml.length : (lineStarts[low + 1] ?? 0) - 1
  const column = countCharacters(yaml.slice(lineStart, start)) + 1
  if (end === undefined || end <= start) return { line: low + 1, column }
  const stop = Math.min(end, lineEnd)
  return { line: low + 1, column, endColumn: column + countCharacters(yaml.slice(start, stop)) }
}

function countCharacters(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Where the value stands. */
export function whereValue(at: At): Where {
  const node = nodeAt(at)
  if (node?.range == null) return whereKey(at)
  return whereRange(at, node.range[0], node.range[1])
}

/** Where the key of the value stands; for an item of a list, the item itself. */
export function whereKey(at: At): Where {
  const last = at.path.at(-1)
  if (last === undefined) return { file: at.document.file, place: firstPlace(at.document) }
  const parent = nodeAt({ document: at.document, path: at.path.slice(0, -1) })
  const pair = isMap(parent) ? findPair(parent.items, String(last)) : undefined
  if (pair !== undefined && isScalar(pair.key) && pair.key.range != null)
    return whereRange(at, pair.key.range[0], pair.key.range[1])
  const node = nodeAt(at)
  if (node?.range != null) return whereRange(at, node.range[0], node.range[1])
  return whereKey({ document: at.document, path: at.path.slice(0, -1) })
}

/** Where characters `start` to `end` of a text value stand: exact on one line, by line in folded text. */
export function whereText(at: At, start: number, end: number): Where {
  const node = nodeAt(at)
  if (!isScalar(node) || node.range == null) return whereValue(at)
  const source = at.document.yaml.slice(node.range[0], node.range[1])
  const value = typeof node.value === 'string' ? node.value : source
  const from = alignedOffset(node, source, value, start)
  const to = alignedOffset(node, source, value, end)
  return whereRange(at, node.range[0] + from, node.range[0] + to)
}

/** A scalar as the author wrote it: `39.10` stays `39.10`; text without its quotes. */
export function textAt(at: At): string {
  const node = nodeAt(at)
  if (!isScalar(node)) return ''
  if (typeof node.value === 'string') return node.value
  return node.source ?? String(node.value)
}

/** Keys of a map in the order written; JavaScript moves keys that look like numbers to the front. */
export function keysAt(at: At): readonly string[] {
  const node = nodeAt(at)
  if (!isMap(node)) return []
  return node.items.filter((pair) => !isEmptyPair(pair)).map((pair) => keyText(pair.key))
}

/** The first key of a map, with a value or without. */
export function firstKeyAt(at: At): string | undefined {
  const node = nodeAt(at)
  return isMap(node) ? keyText(node.items[0]?.key) : undefined
}

/** A value exactly as it stands in the file. */
export function sourceAt(at: At): string {
  const range = nodeAt(at)?.range
  return range == null ? '' : at.document.yaml.slice(range[0], range[1])
}

/** True when a faulty value was taken away at or below this place. */
export function isPrunedBelow(at: At): boolean {
  return at.document.pruned.some((path) => at.path.every((key, index) => path[index] === key))
}

/** True for `{…}` and `[…]`. */
export function isFlowAt(at: At): boolean {
  const node = nodeAt(at)
  return (isMap(node) || isSeq(node)) && node.flow === true
}

export function isEmptyPair(pair: Pair): boolean {
  return pair.value == null || (isScalar(pair.value) && pair.value.value === null)
}

export function keyText(key: unknown): string {
  if (!isScalar(key)) return ''
  if (typeof key.value === 'string') return key.value
  return key.source ?? String(key.value)
}

function nodeAt(at: At): Node | undefined {
  if (at.isKey === true) return keyNodeAt(at)
  let node: unknown = at.document.root.contents
  for (const key of at.path) {
    if (isMap(node)) node = findPair(node.items, String(key))?.value
    else if (isSeq(node)) node = node.items[Number(key)]
    else return undefined
  }
  return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined
}

function keyNodeAt(at: At): Node | undefined {
  const parent = nodeAt({ document: at.document, path: at.path.slice(0, -1) })
  const node = isMap(parent) ? findPair(parent.items, String(at.path.at(-1)))?.key : undefined
  return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined
}

function findPair(items: readonly Pair[], key: string): Pair | undefined {
  return items.find((pair) => keyText(pair.key) === key)
}

function whereRange(at: At, start: number, end: number): Where {
  return { file: at.document.file, place: placeOfOffset(at.document, start, end) }
}

function firstPlace(document: SourceDocument): Place {
  const first = document.yaml.search(/\S/u)
  return placeOfOffset(document, Math.max(0, first))
}
