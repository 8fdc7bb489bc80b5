/** Where in the files of a topic something stands that was seen on a slide: the item itself, not only its section. */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseYaml } from './parse-yaml.ts'
import { slugOf } from './slug.ts'
import {
  type At,
  child,
  type Path,
  type SourceDocument,
  textAt,
  whereKey,
  whereText,
  whereValue,
} from './source-document.ts'

export type Wanted = {
  /** Id; empty: no section of the topic. */
  readonly section: string
  /** Keys of the section, or of the topic, under which it may stand, the likeliest first. */
  readonly keys: readonly string[]
  /** As they are seen: without markup, with figures in place of `{facts}`. */
  readonly words: string
  /** Source text that must stand there: `#12` of a link, `<img`. */
  readonly literals: readonly string[]
}

export type TopicText = { readonly file: string; readonly text: string }

export type Located = {
  readonly where: Where
  /** False: only the key is known under which it should stand. */
  readonly isExact: boolean
}

/** @param files the topic's own first, then what it inherits from */
export function locateWords(files: readonly TopicText[], wanted: Wanted): Located | undefined {
  const scopes = files.flatMap((file) => scopesIn(file, wanted))
  const scalars = scopes.flatMap(scalarsBelow)
  const exact = byLiteral(scalars, wanted) ?? byWords(scalars, wanted)
  if (exact !== undefined) return { where: exact, isExact: true }
  const [scope] = scopes
  return scope && { where: keyOrStart(scope), isExact: false }
}

/** A section as a whole is shown by its first line. */
function keyOrStart(scope: At): Where {
  const where = typeof scope.path.at(-1) === 'number' ? whereValue(scope) : whereKey(scope)
  const { line = 1, column = 1 } = where.place ?? {}
  return { file: where.file, place: { line, column } }
}

/** The narrowest first: what is found in the likeliest key is rather meant than the same words elsewhere. */
function scopesIn({ file, text }: TopicText, { section, keys }: Wanted): readonly At[] {
  const document = open(file, text)
  if (document === undefined) return []
  const root: At = { document, path: [] }
  const top = section === '' ? root : sectionAt(root, section)
  if (top === undefined) return []
  const named = keys.filter((key) => isThere(child(top, key))).map((key) => child(top, key))
  return section === '' ? named : [...named, top]
}

function open(file: string, text: string): SourceDocument | undefined {
  const split = splitFrontMatter(text, file)
  return 'code' in split ? undefined : parseYaml(split.yaml, file, () => undefined)
}

/** By its id, else by the one that is made of its title or of its position. */
function sectionAt(root: At, id: string): At | undefined {
  const list = child(root, 'sections')
  const node = nodeAt(list)
  if (!isSeq(node)) return undefined
  const sections = node.items.map((_, index) => child(list, index))
  const idOf = (at: At): string => textAt(child(at, 'id')) || slugOf(textAt(child(at, 'title')))
  return (
    sections.find((at) => idOf(at).normalize('NFC') === id) ??
    sections[Number(/^section-(\d+)$/.exec(id)?.[1] ?? 0) - 1]
  )
}

function isThere(at: At): boolean {
  return nodeAt(at) !== undefined
}

function nodeAt({ document, path }: At): unknown {
  return document.root.getIn(path as Path & unknown[], true)
}

function scalarsBelow(at: At): readonly At[] {
  const node = nodeAt(at)
  if (isSeq(node)) return node.items.flatMap((_, index) => scalarsBelow(child(at, index)))
  if (isMap(node))
    return node.items.flatMap(({ key }) => {
      const inner = child(at, String(isScalar(key) ? key.value : key))
      return [{ ...inner, isKey: true as const }, ...scalarsBelow(inner)]
    })
  return isScalar(node) ? [at] : []
}

function byLiteral(scalars: readonly At[], { literals }: Wanted): Where | undefined {
  for (const literal of literals)
    for (const at of scalars) {
      const start = textAt(at).indexOf(literal)
      if (start >= 0) return whereText(at, start, start + literal.length)
    }
  return undefined
}

function byWords(scalars: readonly At[], { words }: Wanted): Where | undefined {
  const found = scalars.map((at) => ({ at, ...likeness(words, textAt(at)) }))
  // Of two that hold as much of it the one that says nothing else: a title, not a caption that begins with it.
  const [best] = found
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.count - a.count || a.length - b.length)
  return best && whereOf(best.at)
}

function whereOf(at: At): Where {
  return at.isKey === true ? whereKey({ document: at.document, path: at.path }) : whereValue(at)
}

const LEAST_SHARE = 0.5

export type Likeness = {
  /** How much of one text stands in the other, 0 to 1; less than half is nothing. */
  readonly share: number
  /** Words that follow one another in both. */
  readonly count: number
  /** Words of the source. */
  readonly length: number
}

/** Between what is seen and a source text, in which figures and citations stand for other words. */
export function likeness(seen: string, source: string): Likeness {
  const words = wordsOf(seen)
  const runs = source.split(/\{[^{}]*\}|\[@[^\]]*\]/u).map(wordsOf)
  const length = runs.flat().length
  const isLone = words.length === 1
  const wanted = isLone ? words : pairsOf(words)
  const own = new Set(isLone ? runs.flat() : runs.flatMap(pairsOf))
  const count = wanted.filter((part) => own.has(part)).length
  // What is seen may be a part of the source, or the source a part of what is seen.
  const whole = isLone || count < 2 ? wanted.length : Math.min(wanted.length, own.size)
  const share = whole === 0 ? 0 : Math.min(1, count / whole)
  return { share: share < LEAST_SHARE ? 0 : share, count, length }
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`)
}
