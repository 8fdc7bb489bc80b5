/** Which text of the HTML slides is not found again, or not in its order. */
import type { HtmlSlide } from './html-slides.ts'
import { lettersOf } from './letters.ts'

/** Letters of the slide as another program has them, in their order. */
type Said = {
  readonly letters: string
  /** What stands outside the order: foot line, words of pictures. */
  readonly aside: string
}

/** @param said letters only, see `lettersOf` */
export function findLostText(
  { blocks, foot }: HtmlSlide,
  { letters, aside }: Said,
): readonly string[] {
  const lost: string[] = []
  let at = 0
  for (const block of blocks) {
    const wanted = lettersOf(block)
    const found = letters.indexOf(wanted, at)
    if (found >= 0) at = found + wanted.length
    else if (letters.includes(wanted)) lost.push(`out of order: ${block}`)
    else lost.push(`lost: ${block}`)
  }
  for (const text of foot)
    if (!`${letters}\n${aside}`.includes(lettersOf(text))) lost.push(`lost in the foot: ${text}`)
  return lost
}
