/** Labels of a chart in lines. */
import type { TextStyle } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
import { LABEL_STYLE } from './chart-style.ts'

const SLACK = 0.01

/** Greedy lines of at most `widthEm`; a word that is wider than a line breaks between graphemes. */
export function wrapLabel(
  text: string,
  widthEm: number,
  style: TextStyle = LABEL_STYLE,
): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((part) => chop(part, widthEm, style))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measureText(longer, style) > widthEm + SLACK) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

/** As many lines as `wrapLabel` makes, of more even length: no lone word at the end. */
export function balanceLabel(
  text: string,
  widthEm: number,
  style: TextStyle = LABEL_STYLE,
): readonly string[] {
  const greedy = wrapLabel(text, widthEm, style)
  if (greedy.length < 2) return greedy
  for (let share = 0.5; share < 1; share += 0.05) {
    const even = wrapLabel(text, widthEm * share, style)
    const isWhole = even.join(' ') === text
    if (even.length === greedy.length && isWhole) return even
  }
  return greedy
}

export function widestWordEm(text: string): number {
  return Math.max(0, ...text.split(' ').map((word) => measureText(word, LABEL_STYLE)))
}

/** Made for the first word that is too long: most charts have none, and it takes 5 ms. */
let segmenter: Intl.Segmenter | undefined

function chop(word: string, widthEm: number, style: TextStyle): readonly string[] {
  if (measureText(word, style) <= widthEm + SLACK) return [word]
  const pieces: string[] = []
  let piece = ''
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  for (const { segment } of segmenter.segment(word)) {
    if (piece !== '' && measureText(piece + segment, style) > widthEm) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}
