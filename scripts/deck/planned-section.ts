/** What the directives of a slide say about the running order: `_section: "trade"`, `_minutes: 4`. */
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { unquote } from './unquote.ts'

export type PlannedSection = {
  /** Id of the section the slide belongs to; empty for title, questions, terms and sources. */
  readonly id: string
  /** Of the whole section, the same on each of its slides, or of the talk; 0 when not planned. */
  readonly minutes: number
}

/** Throws DeckMarkdownError at minutes that are no number: only a template can have written them. */
export function plannedSectionOf(directives: string): PlannedSection {
  return { id: unquote(readKey(directives, '_section')), minutes: minutesOf(directives) }
}

function minutesOf(directives: string): number {
  const value = readKey(directives, '_minutes')
  if (/^\d*\.?\d*$/.test(value)) return Number(value)
  throw new DeckMarkdownError(`_minutes of a slide must be a number; found: ${value.slice(0, 40)}`)
}

function readKey(directives: string, key: string): string {
  const line = directives.split('\n').find((candidate) => candidate.startsWith(`${key}:`))
  return line?.slice(key.length + 1).trim() ?? ''
}
