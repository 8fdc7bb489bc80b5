import { LANGUAGE_NAMES, languageOf, PLAIN_TEXT } from '../code/languages.ts'
import {
  codeLineTooLong,
  codeTooLong,
  unknownLanguage,
  unknownLine,
} from '../diagnostics/formula-problems.ts'
import { checkCodeGlyphs } from './check-glyphs.ts'
import { type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, type Reading, requireKey } from './reading.ts'
import type { CodeData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereKey, whereValue } from './source-document.ts'
import type { Listing } from './topic.ts'

/** Twelve slides or so; nobody follows more. */
const MAX_LINES = 200
const MAX_LINE_LENGTH = 400
const TAB_WIDTH = 4

/** An edition translates the caption; language, text and lines to stress may stay with the original. */
export function resolveCode(reading: Reading, layers: Layers<CodeData>): Listing {
  const text = pick(layers, 'text')
  const strongest = layers[0]
  if (text === undefined) requireKey(reading, layers, { key: 'text', of: 'A listing' })
  else if (
    textAt(text.at).trim() === '' &&
    strongest !== undefined &&
    !isPrunedBelow(child(strongest.at, 'text'))
  )
    requireKey(reading, [{ value: {}, at: strongest.at }], { key: 'text', of: 'A listing' })
  const lines = text === undefined ? [] : readLines(reading, text)
  return {
    language: readLanguage(reading, pick(layers, 'language')),
    lines,
    caption: inlineOf(reading, pick(layers, 'caption')),
    highlighted: readHighlighted(reading, pick(layers, 'highlight'), lines.length),
  }
}

function readLanguage({ report }: Reading, layer: Layer<string> | undefined): string {
  if (layer === undefined) return PLAIN_TEXT
  const written = textAt(layer.at).trim()
  const language = languageOf(written)
  if (language === undefined) report(unknownLanguage(whereValue(layer.at), written, LANGUAGE_NAMES))
  return language ?? PLAIN_TEXT
}

function readLines({ report }: Reading, { at }: Layer<string>): readonly string[] {
  const text = textAt(at)
  const lines = text
    .replace(/^(?:[^\S\n]*\n)+|\s+$/g, '')
    .split('\n')
    .map(cleanLine)
  if (lines.length > MAX_LINES) {
    report(codeTooLong(whereKey(at), lines.length, MAX_LINES))
    return lines.slice(0, 1)
  }
  const long = lines.findIndex((line) => line.length > MAX_LINE_LENGTH)
  if (long >= 0) report(codeLineTooLong(whereKey(at), long + 1, MAX_LINE_LENGTH))
  checkCodeGlyphs(text, at, report)
  return long >= 0 ? lines.slice(0, 1) : lines
}

/** A tab reaches to the next fourth column, as in editors; spaces at the end of a line are nothing to see. */
function cleanLine(line: string): string {
  let clean = ''
  for (const character of line.trimEnd())
    clean += character === '\t' ? ' '.repeat(TAB_WIDTH - (clean.length % TAB_WIDTH)) : character
  return clean
}

type Highlight = Exclude<CodeData['highlight'], undefined>

function readHighlighted(
  { report }: Reading,
  layer: Layer<Highlight> | undefined,
  count: number,
): readonly number[] {
  if (layer === undefined || count === 0) return []
  const { value, at } = layer
  const parts = Array.isArray(value)
    ? value.map((part: string | number, index) => ({ part, at: child(at, index) }))
    : String(value)
        .split(',')
        .map((part) => ({ part, at }))
  const numbers = new Set<number>()
  for (const { part, at: place } of parts) {
    const found = linesIn(String(part), count)
    if (found === undefined) report(unknownLine(whereValue(place), String(part), count))
    for (const number of found ?? []) numbers.add(number)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** `3`, or `2-4`; undefined when that is not in the listing. */
function linesIn(written: string, count: number): readonly number[] | undefined {
  const [, first, last] = /^\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*$/.exec(written) ?? []
  const from = Number(first ?? 0)
  const to = Number(last ?? first ?? 0)
  if (from < 1 || to < from || to > count) return undefined
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
