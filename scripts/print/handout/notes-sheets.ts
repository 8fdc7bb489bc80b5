/** The sheets of a handout with one slide and its notes on each; long notes go on behind it. */
import { blankNumbers } from '../../deck/blank-mark.ts'
import { escapeHtml } from '../../deck/html-text.ts'
import { cutNotes } from './cut-notes.ts'
import { ruledLines } from './handout-css.ts'
import type { MeasuredNotes } from './measure-notes.ts'
import { LINE_MM, notesRoom, type SheetGrid } from './sheet-grid.ts'

export type SpokenSlide = {
  readonly svg: string
  readonly title: string
  /** Empty when nothing is said. */
  readonly notes: string
  readonly measured: MeasuredNotes
}

export type NotesSheets = { readonly grid: SheetGrid; readonly continued: string }

/** Those of each slide. */
export function notesSheets(
  slides: readonly SpokenSlide[],
  style: NotesSheets,
): readonly (readonly string[])[] {
  return slides.map((slide, index) => sheetsOf(slide, index + 1, style))
}

function sheetsOf(slide: SpokenSlide, number: number, style: NotesSheets): readonly string[] {
  const parts = cutNotes(slide.notes, slide.measured.cuts)
  return parts.map((part, index) => {
    const isFirst = index === 0
    const remark = isFirst ? '' : style.continued
    const notes =
      part === '' ? '' : `<div class="notes ${isFirst ? 'first' : 'further'}">${part}</div>`
    return [
      isFirst ? `<div class="slide at0">${slide.svg}</div>` : '',
      aside(slide.title, number, remark),
      notes,
      index === parts.length - 1 ? linesBelow(slide, isFirst, style.grid) : '',
    ].join('')
  })
}

/** What the slide itself says is no news to who hears the page read; on a further one it is. */
function aside(title: string, number: number, remark: string): string {
  const hidden = remark === '' ? ' aria-hidden="true"' : ''
  const texts = [
    `<b>${number}</b>`,
    title === '' ? '' : `<span>${escapeHtml(title)}</span>`,
    remark === '' ? '' : `<i>${escapeHtml(remark)}</i>`,
  ]
  return `<div class="aside"${hidden}>${texts.join('')}</div>`
}

/** Under notes that leave less than this, the page ends white. */
const LEAST_LINES = 4
/** Between the notes and the height of the first letter written. */
const GAP_MM = 4

function linesBelow(
  { svg, notes, measured }: SpokenSlide,
  isFirst: boolean,
  { body, cells }: SheetGrid,
): string {
  const [cell] = cells
  if (cell === undefined) return ''
  const below = notesRoom(cell)
  const top = isFirst ? below.top : body.top
  const room = body.top + body.height - top - (notes === '' ? 0 : measured.usedMm + GAP_MM)
  const count = Math.floor(room / LINE_MM)
  if (count < LEAST_LINES && notes !== '') return ''
  return ruledLines({ ...below, height: count * LINE_MM }, 'lines foot', blankNumbers(svg))
}
