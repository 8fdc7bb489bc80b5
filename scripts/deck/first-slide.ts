/** A deck of nothing but its first slide, which is its title as a rule. */
import { readDeck } from './read-deck.ts'

export function firstSlide(markdown: string): string {
  const { frontMatter, slides } = readDeck(markdown)
  return [frontMatter, slides[0]?.source ?? ''].filter((part) => part !== '').join('\n\n')
}

export function countSlides(markdown: string): number {
  return readDeck(markdown).slides.length
}
