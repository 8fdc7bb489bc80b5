/** The words that the page brings, in the language of its deck. */
import type { PlayerWords } from '../player-words.ts'
import type { PresenterWords } from '../presenter-words.ts'

export type Words = PlayerWords

/** Of both windows. */
export type PageWords = PresenterWords & { readonly player: Words }

export function readWords(page: Document): PageWords {
  const json = page.querySelector<HTMLElement>('[data-words]')?.dataset['words'] ?? '{}'
  // Written by render-deck.ts, of this very type.
  return JSON.parse(json) as PageWords
}
