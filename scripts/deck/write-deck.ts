import type { DeckDocument } from './slide.ts'

/** Deck Markdown again: the front matter of a deck that was read, and other slides. */
export function writeDeck(
  { frontMatter }: Pick<DeckDocument, 'frontMatter'>,
  slides: readonly string[],
): string {
  const body = `${slides.join('\n\n---\n\n')}\n`
  return frontMatter === '' ? body : `${frontMatter}\n\n${body}`
}
