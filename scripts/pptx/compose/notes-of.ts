/** What the speaker says, as paragraphs of a notes page: lists, headings and emphasis are kept. */
import type { Paragraph } from '../presentation.ts'
import { notesMarkdown } from './markdown.ts'
import { paragraphsOfTokens } from './paragraphs-of-tokens.ts'

const COMMENT_RE = /^<!--([\s\S]*)-->$/
/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

/** @param notes comments of a slide, as written */
export function notesText(notes: readonly string[]): string {
  return notes
    .map((note) => note.replace(COMMENT_RE, '$1').replace(GUARD_RE, '').trim())
    .filter((note) => note !== '')
    .join('\n\n')
}

/**
 * A page of notes has no bullets of its own, and its lines are not those of the source.
 *
 * @param notes comments of a slide, as written
 */
export function notesOf(notes: readonly string[]): readonly Paragraph[] {
  const text = notesText(notes)
  if (text === '') return []
  const tokens = notesMarkdown().parse(text, {})
  return paragraphsOfTokens(tokens, { bullet: { sign: '•' }, stepPx: 24, softBreak: ' ' })
}
