/** The words that the page brings, in the language of its deck. */
import type { PlayerWords } from '../player-words.ts'

export type Words = PlayerWords

export function readWords(page: Document): Words {
  const json = page.querySelector<HTMLElement>('[data-words]')?.dataset['words'] ?? '{}'
  // Written by render-deck.ts, of this very type.
  return (JSON.parse(json) as { readonly player: Words }).player
}
