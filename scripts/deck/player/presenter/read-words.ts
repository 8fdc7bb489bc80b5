/** The words that the page brings for this window. */
import type { PresenterWords } from '../../presenter-words.ts'

export function readPresenterWords(page: Document): PresenterWords {
  const json = page.querySelector<HTMLElement>('[data-words]')?.dataset['words'] ?? '{}'
  // Written by render-deck.ts, of this very type.
  return JSON.parse(json) as PresenterWords
}

export function fill(text: string, value: number | string): string {
  return text.replace('{}', String(value))
}
