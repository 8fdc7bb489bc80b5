/** A word across the page, behind the text and never in its way. */
import { breakParagraph, type Line } from '../typeset/break-paragraph.ts'
import { neverHyphenate } from '../typeset/hyphenate.ts'
import type { Item } from '../typeset/item.ts'
import type { Mark } from '../typeset/mark.ts'
import { makeItems } from '../typeset/paragraph-items.ts'
import { setLine } from '../typeset/set-line.ts'
import { WATERMARK } from '../typeset/structure.ts'
import { makeSpan } from '../typeset/text-span.ts'
import type { PageBox } from './page-part.ts'

/** Seen on paper, and light enough for the darkest text of a theme to stay at 4.5:1 on it. */
export const WATERMARK_COLOR = '#e6e6e6'

const LARGEST = 96
const SMALLEST = 16
const SIZE_STEP = 2
const MAX_LINES = 4
const LEADING = 1.2
/** Of the baseline below the middle of a line, in em. */
const MIDDLE = 0.3
/** The longest word that is not divided at the smallest size, in em. */
const LONG_WORD_EM = 20

export function drawWatermark(text: string, box: PageBox): readonly Mark[] {
  if (text === '') return []
  const page = { width: box.innerWidthPt, height: box.bottom - box.top }
  const angle = Math.atan2(page.height, page.width)
  const { items, lines, sizePt } = fitLines(text, page, angle)
  const centre = { x: box.left + page.width / 2, y: box.top + page.height / 2 }
  return lines.flatMap((line, index) => {
    // Along the slant by half the width, and across it to the line's own place.
    const along = (-line.width * sizePt) / 2
    const across = (index - (lines.length - 1) / 2) * LEADING * sizePt + MIDDLE * sizePt
    const x = centre.x + along * Math.cos(angle) + across * Math.sin(angle)
    const y = centre.y - along * Math.sin(angle) + across * Math.cos(angle)
    const turn = Math.round((angle * 18_000) / Math.PI) / 100
    return setLine(items, line, { x, y, sizePt, tag: WATERMARK }).map((mark) =>
      mark.kind === 'text' ? { ...mark, turn } : mark,
    )
  })
}

type Lines = {
  readonly items: readonly Item[]
  readonly lines: readonly Line[]
  readonly sizePt: number
}

/** The largest size at which the lines fit the slanted field; at the smallest, words may be divided. */
function fitLines(text: string, page: Rectangle, angle: number): Lines {
  const items = itemsOf(text, Number.POSITIVE_INFINITY)
  for (let sizePt = LARGEST; sizePt > SMALLEST; sizePt -= SIZE_STEP)
    for (let count = 1; count <= MAX_LINES; count++) {
      const measure = roomFor(count * LEADING * sizePt, page, angle) / sizePt
      if (measure <= 0) continue
      const lines = breakParagraph(items, measure, 'ragged')
      if (lines.length <= count && lines.every(({ width }) => width <= measure))
        return { items, lines, sizePt }
    }
  const divided = itemsOf(text, LONG_WORD_EM)
  const measure = roomFor(MAX_LINES * LEADING * SMALLEST, page, angle) / SMALLEST
  return { items: divided, lines: breakParagraph(divided, measure, 'ragged'), sizePt: SMALLEST }
}

function itemsOf(text: string, longWordEm: number): readonly Item[] {
  const style = { stack: 'sans', weight: 700, isItalic: false } as const
  const span = makeSpan(text, { style, color: WATERMARK_COLOR })
  return makeItems([span], { hyphenate: neverHyphenate, longWordEm })
}

type Rectangle = { readonly width: number; readonly height: number }

/** How long slanted lines may be that together are this high. */
function roomFor(heightPt: number, page: Rectangle, angle: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  return Math.min((page.width - heightPt * sin) / cos, (page.height - heightPt * cos) / sin)
}
