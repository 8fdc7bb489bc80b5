/** The gaps of a deck after pagination get the numbers that students and teacher see. */
import { blankIds, renumberBlanks } from './blank-mark.ts'
import { readDeck } from './read-deck.ts'
import type { InlineSource } from './slide.ts'

export type NumberedDeck = {
  readonly markdown: string
  readonly slides: readonly BlankedSlide[]
}

export type BlankedSlide = {
  /** As it is printed on the slide, from 1. */
  readonly number: number
  readonly heading: InlineSource
  readonly blanks: readonly { readonly number: number; readonly term: string }[]
}

/**
 * The gaps numbered in the order of reading. Each has a number of its own, also where a term comes again: a number read
 * out in class is found in one place, and two gaps do not tell that they hold the same word.
 *
 * @param terms what stood in each gap, by its id
 * @param paginated columns that go on on a further slide come in another order than they were written
 */
export function numberBlanks(paginated: string, terms: ReadonlyMap<string, string>): NumberedDeck {
  const numbers = new Map<string, number>()
  const slides = readDeck(paginated).slides.map(({ source, heading }, index): BlankedSlide => {
    const fresh = [...new Set(blankIds(source))].filter((id) => !numbers.has(id))
    const blanks = fresh.map((id) => {
      numbers.set(id, numbers.size + 1)
      return { number: numbers.size, term: terms.get(id) ?? '' }
    })
    return { number: index + 1, heading: heading?.text ?? '', blanks }
  })
  const markdown = renumberBlanks(paginated, (id) => String(numbers.get(id) ?? id))
  return { markdown, slides: slides.filter(({ blanks }) => blanks.length > 0) }
}
