/** Lecture rooms have no network: what a template makes must not need one. Content cannot bring a reference about. */
import { DeckMarkdownError, DeckStyleError } from './deck-markdown-error.ts'
import { findFetches } from './find-fetches.ts'
import { findStyleFetches } from './style-fetches.ts'

const MAX_SHOWN = 120

/** Throws at the first reference of `markup` that leaves the file `name`. */
export function refuseFetches(markup: string, name: string): void {
  const [first] = findFetches(markup)
  if (first !== undefined)
    throw new DeckMarkdownError(`${name} would need a network: ${first.slice(0, MAX_SHOWN)}`)
}

const sealed = new Set<string>()
/** The decks of a shelf share a few style sheets. */
const MAX_SEALED = 20

/** The same for the style sheet of a template set. */
export function refuseStyleFetches(css: string): void {
  if (sealed.has(css)) return
  const [first] = findStyleFetches(css)
  if (first !== undefined)
    throw new DeckStyleError(`a deck would need a network: ${first.slice(0, MAX_SHOWN)}`)
  if (sealed.size >= MAX_SEALED) sealed.clear()
  sealed.add(css)
}
