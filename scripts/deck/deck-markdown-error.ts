/** Deck Markdown outside the contract of ARCHITECTURE.md: the template's fault, said in its author's words. */
export class DeckMarkdownError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DeckMarkdownError'
  }
}

/** A style sheet that a deck cannot carry: the fault of the set's theme.css. */
export class DeckStyleError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DeckStyleError'
  }
}
