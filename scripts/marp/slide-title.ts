import { firstHeading } from './first-heading.ts'
import { textOf } from './markup-tree.ts'
import type { MarpSlide } from './marp-deck.ts'

const MAX_LETTERS = 120

/** What a list of slides says of it; empty without a heading and without a header. */
export function slideTitle({ content, header }: MarpSlide): string {
  const heading = firstHeading(content)?.children ?? header
  return textOf(heading).replace(/\s+/g, ' ').trim().slice(0, MAX_LETTERS)
}
