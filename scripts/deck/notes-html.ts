/** What the speaker says, as plain paragraphs that the player shows. */
import { escapeHtml } from './html-text.ts'

/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

export function writeNotes(notes: readonly string[]): string {
  const paragraphs = notes
    .flatMap((note) => note.replace(GUARD_RE, '').split(/\n\s*\n/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
  if (paragraphs.length === 0) return ''
  return `<aside class="notes" hidden>${paragraphs.join('')}</aside>`
}
