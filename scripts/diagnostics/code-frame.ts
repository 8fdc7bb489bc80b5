import type { Place } from './diagnostic.ts'
import { printable } from './printable.ts'

const MAX_WIDTH = 100
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}/u
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u

/** The line, numbered, and a caret under the place; undefined when the text has no such line. */
export function codeFrame(text: string, place: Place): string | undefined {
  const line = text.split('\n')[place.line - 1]
  if (line === undefined) return undefined
  const characters = [...line.replace(/^\ufeff/u, '').replace(/\r$/u, '')]
  const start = Math.min(place.column - 1, characters.length)
  const end = Math.max(
    start,
    Math.min((place.endColumn ?? place.column + 1) - 1, characters.length),
  )
  const from = windowStart(characters, start)
  const before = printable(characters.slice(from, start).join(''))
  const marked = printable(characters.slice(start, end).join(''))
  const after = printable(characters.slice(end, from + MAX_WIDTH).join(''))
  const gutter = String(place.line)
  const carets = place.endColumn === undefined ? 1 : Math.max(1, displayWidth(marked))
  return [
    `  ${gutter} | ${from > 0 ? '…' : ''}${before}${marked}${after}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(displayWidth(before) + (from > 0 ? 1 : 0))}${'^'.repeat(carets)}`,
  ].join('\n')
}

/** A long line is shown from a little before the place. */
function windowStart(characters: readonly string[], start: number): number {
  if (characters.length <= MAX_WIDTH || start < MAX_WIDTH - 20) return 0
  return start - 40
}

/** Columns of a terminal: a Devanagari syllable is one grapheme, a Chinese character two columns. */
export function displayWidth(text: string): number {
  let width = 0
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text))
    width += graphemeWidth(segment)
  return width
}

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}
