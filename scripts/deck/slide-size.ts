/** What the slides are drawn with: measures by the deck's own `size`, wherever it came from, and the colours of slides. */
import type { Theme } from '../theme/theme.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { readFrontMatterKeys } from './front-matter-keys.ts'
import { readDeck } from './read-deck.ts'

/**
 * The theme with `deck` for the size the front matter names (without one that is 16:9, as in Marp), and with
 * the colours of slides as its colours.
 * Throws DeckMarkdownError at a size that themes have no measures for.
 */
export function themeAtSize(theme: Theme, keys: ReadonlyMap<string, string>): Theme {
  const size = keys.get('size') ?? '16:9'
  const slides = { ...theme, colors: theme.deckColors }
  if (size === '16:9') return slides
  if (size === '4:3') return { ...slides, deck: theme.deck43 }
  throw new DeckMarkdownError(`size of deck.md must be 16:9 or 4:3; found: ${size.slice(0, 40)}`)
}

export function themeOfDeck(markdown: string, theme: Theme): Theme {
  return themeAtSize(theme, readFrontMatterKeys(readDeck(markdown).frontMatter))
}
