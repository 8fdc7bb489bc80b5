/** What the speaker says, as paragraphs of a notes page. */
import type { Paragraph } from '../presentation.ts'
import { runsOf } from './runs-of.ts'

const COMMENT_RE = /^<!--([\s\S]*)-->$/
/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

/** @param notes comments of a slide, as written */
export function notesOf(notes: readonly string[]): readonly Paragraph[] {
  return notes
    .map((note) => note.replace(COMMENT_RE, '$1').replace(GUARD_RE, '').trim())
    .flatMap((note) => note.split(/\n\s*\n/))
    .filter((text) => text !== '')
    .map((text) => ({ runs: runsOf(text.replace(/\s*\n\s*/g, ' ')), level: 0, bullet: 'master' }))
}
