/** Deck Markdown outside the contract of ARCHITECTURE.md: the template's fault, said in its author's words. */
export class DeckMarkdownError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DeckMarkdownError'
  }
}
