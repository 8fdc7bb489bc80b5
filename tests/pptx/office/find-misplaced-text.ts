/** Text that leaves its box or the slide, or stands on other text, as LibreOffice lays it. */
import { lettersOf } from './letters.ts'
import type { Box, PdfPage, PdfWord } from './pdf-pages.ts'
import type { PptxSlide, ShapeText } from './pptx-slides.ts'

type Placed = { readonly shape: ShapeText; readonly words: readonly PdfWord[] }

/** @param content where layouts let text stand: its left and its right, in points */
export function findMisplacedText(
  slide: PptxSlide,
  page: PdfPage,
  content: { readonly left: number; readonly right: number },
): readonly string[] {
  const faults: string[] = []
  for (const { shape, words } of placeShapes(slide, page))
    for (const word of words)
      if (shape.box !== undefined && !isInside(coreOf(word), shape.box))
        faults.push(`"${word.text}" leaves ${shape.name}: ${say(word)} in ${say(shape.box)}`)
  const sheet = { left: 0, top: 0, right: page.width, bottom: page.height }
  const room = { ...sheet, left: content.left, right: content.right }
  for (const word of page.words) {
    if (!isInside(word, sheet)) faults.push(`"${word.text}" leaves the slide: ${say(word)}`)
    else if (!isInside(coreOf(word), room))
      faults.push(`"${word.text}" stands in the margin: ${say(word)}`)
  }
  return [...faults, ...findOverlaps(page.words)]
}

const HAIR_PT = 1.5

/** Boxes of poppler hold ascent and descent of the font, twice as much as most letters: what is surely inked. */
function coreOf(word: PdfWord): PdfWord {
  const quarter = (word.bottom - word.top) / 4
  return { ...word, top: word.top + quarter, bottom: word.bottom - quarter }
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - HAIR_PT &&
    inner.right <= outer.right + HAIR_PT &&
    inner.top >= outer.top - HAIR_PT &&
    inner.bottom <= outer.bottom + HAIR_PT
  )
}

function say({ left, top, right, bottom }: Box): string {
  return [left, top, right, bottom].map((value) => value.toFixed(0)).join(' ')
}

/** Which words on the page are those of which shape, by their letters in order. */
export function placeShapes(slide: PptxSlide, page: PdfPage): readonly Placed[] {
  let letters = ''
  const owners: PdfWord[] = []
  for (const word of page.words) {
    const own = lettersOf(word.text)
    letters += own
    for (let index = 0; index < own.length; index++) owners.push(word)
  }
  const occurrences = function* (text: string): Generator<readonly PdfWord[]> {
    for (let at = letters.indexOf(text); at >= 0; at = letters.indexOf(text, at + 1))
      yield [...new Set(owners.slice(at, at + text.length))]
  }
  return slide.texts.map((shape) => ({
    shape,
    words: shape.paragraphs.flatMap((text) => ownWords(occurrences(lettersOf(text)), shape)),
  }))
}

/** The same letters may stand twice on a slide: those are its own that stand in its box, if any do. */
function ownWords(
  occurrences: Iterable<readonly PdfWord[]>,
  { box }: ShapeText,
): readonly PdfWord[] {
  let first: readonly PdfWord[] | undefined
  for (const words of occurrences) {
    first ??= words
    if (box === undefined || words.every((word) => isInside(coreOf(word), box))) return words
  }
  return first ?? []
}

/** Of the smaller of two words: marks of Devanagari that poppler takes for words reach a little into their letters. */
const MOST_OVERLAP = 0.2

function findOverlaps(words: readonly PdfWord[]): readonly string[] {
  const cores = words.map(coreOf).filter(({ left, right }) => right - left > 1)
  return cores.flatMap((one, index) =>
    cores
      .slice(index + 1)
      .filter((other) => sharedArea(one, other) > MOST_OVERLAP * Math.min(area(one), area(other)))
      .map((other) => `"${one.text}" and "${other.text}" overlap at ${say(one)}`),
  )
}

function area({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top)
}

function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return width > 0 && height > 0 ? width * height : 0
}
