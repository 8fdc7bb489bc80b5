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

/**
 * The same of a page of LibreOffice. Signs that the font of a line lacks (→ in Noto Serif) are drawn after the others
 * of their line, so the order is that of letters and digits; signs are counted.
 */
export function findLostOnPage(slide: HtmlSlide, { letters, aside }: Said): readonly string[] {
  const [blocks, foot] = [slide.blocks, slide.foot].map((texts) =>
    texts.map(withoutSigns).filter((text) => text !== ''),
  )
  const plain = { ...slide, blocks: blocks ?? [], foot: foot ?? [] }
  const lost = findLostText(plain, { letters: withoutSigns(letters), aside: withoutSigns(aside) })
  const wanted = countSigns(slide.blocks.join(''))
  const there = countSigns(letters)
  const missing = [...wanted].filter(([sign, count]) => (there.get(sign) ?? 0) < count)
  return [...lost, ...missing.map(([sign]) => `lost: ${sign}`)]
}

const SIGN = /\p{S}/gu

function withoutSigns(text: string): string {
  return text.replace(SIGN, '')
}

function countSigns(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [sign] of text.normalize('NFC').matchAll(SIGN))
    counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return counts
}
