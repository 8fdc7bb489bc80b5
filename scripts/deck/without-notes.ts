/** A deck for students: its Markdown without what the speaker says, the running order included. */
import { readDeck } from './read-deck.ts'

/** Every comment goes but those of directives, whoever wrote it: a template's own remarks as well. */
export function withoutNotes(markdown: string): string {
  const { frontMatter, slides } = readDeck(markdown)
  const bare = slides.map(({ source, notes }) =>
    notes.reduce((rest, note) => rest.replace(note, ''), source).trim(),
  )
  const head = frontMatter === '' ? '' : `${frontMatter}\n\n`
  return `${head}${bare.join('\n\n---\n\n')}\n`
}
