import { DeckMarkdownError } from './deck-markdown-error.ts'

/** The value of a key as templates write it: as JSON, or plain. Throws DeckMarkdownError at a quotation that does not end well. */
export function unquote(value: string): string {
  if (!value.startsWith('"')) return value
  try {
    return String(JSON.parse(value))
  } catch {
    throw new DeckMarkdownError(
      `a value of deck.md is not quoted as JSON; found: ${value.slice(0, 40)}`,
    )
  }
}
