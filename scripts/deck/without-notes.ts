/** A deck for students: its Markdown without what the speaker says, the running order included. */
import { readDeck } from './read-deck.ts'
import { writeDeck } from './write-deck.ts'

/** Every comment goes but those of directives, whoever wrote it: a template's own remarks as well. */
export function withoutNotes(markdown: string): string {
  const deck = readDeck(markdown)
  const bare = deck.slides.map(({ source, notes }) => notes.reduceRight(cutLast, source).trim())
  return writeDeck(deck, bare)
}

/** The last one: a listing before it may hold the very same comment. */
function cutLast(source: string, note: string): string {
  const at = source.lastIndexOf(note)
  return at < 0 ? source : source.slice(0, at) + source.slice(at + note.length)
}
