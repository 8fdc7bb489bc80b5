/** Notes under the headings of their sections. */
import type { NamedSection } from './write-draft.ts'

export function writeBody(sections: readonly NamedSection[], opening: readonly string[]): string {
  const parts = sections.flatMap((section) =>
    section.notes.length === 0
      ? []
      : [`## ${headingOf(section, sections)}`, ...section.notes.map(asText)],
  )
  const all = [...opening.map(asText), ...parts]
  return all.length === 0 ? '' : `\n${all.join('\n\n')}\n`
}

/** The title, where only this section can be meant by it; else the id. */
function headingOf(section: NamedSection, sections: readonly NamedSection[]): string {
  const name = fold(section.title)
  const isShared = sections.some(
    (other) => other !== section && (fold(other.title) === name || fold(other.id) === name),
  )
  const isPlain = !/[#\\{}[\]*<]/u.test(section.title)
  return isShared || !isPlain ? section.id : section.title
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}

/** No line of the notes is a heading or opens a code block: it would swallow the headings below. */
function asText(notes: string): string {
  return notes.replace(/^(\s*)(?=#|`{3}|~{3})/gmu, '$1\\')
}
