import type { Report } from '../diagnostics/make-diagnostic.ts'
import { unknownNotesHeading } from '../diagnostics/topic-problems.ts'
import { inlineText } from './inline-text.ts'
import type { BareSection } from './resolve-sections.ts'
import { splitNotes } from './split-notes.ts'
import type { Section } from './topic.ts'

export type NotesSource = {
  readonly body: string
  readonly bodyLine: number
  readonly file: string
  /** Titles as written in the front matter, by section id: notes may repeat the markup. */
  readonly writtenTitles: ReadonlyMap<string, readonly string[]>
}

export function attachNotes(
  sections: readonly BareSection[],
  source: NotesSource,
  report: Report,
): { readonly sections: readonly Section[]; readonly openingNotes: string } {
  const { opening, parts } = splitNotes(source.body, source.bodyLine)
  const notes = new Map<string, string[]>()
  for (const { heading, line, text } of parts) {
    const id = matchHeading(heading, sections, source.writtenTitles)
    if (id === undefined) {
      const place = { line, column: 1 }
      report(unknownNotesHeading({ file: source.file, place }, heading, namesOf(sections)))
      continue
    }
    notes.set(id, [...(notes.get(id) ?? []), text])
  }
  return {
    openingNotes: opening,
    sections: sections.map((section) => ({
      ...section,
      notes: (notes.get(section.id) ?? []).join('\n\n').trim(),
    })),
  }
}

/** By id, then by title as written, then without regard to case and blanks. */
function matchHeading(
  heading: string,
  sections: readonly BareSection[],
  writtenTitles: NotesSource['writtenTitles'],
): string | undefined {
  const titles = ({ id, title }: BareSection) => [
    inlineText(title),
    ...(writtenTitles.get(id) ?? []),
  ]
  const found =
    sections.find(({ id }) => id === heading) ??
    sections.find((section) => titles(section).includes(heading)) ??
    sections.find((section) =>
      [section.id, ...titles(section)].some((name) => fold(name) === fold(heading)),
    )
  return found?.id
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
}

function namesOf(sections: readonly BareSection[]): readonly string[] {
  return sections.flatMap(({ id, title }) => [inlineText(title), id])
}
