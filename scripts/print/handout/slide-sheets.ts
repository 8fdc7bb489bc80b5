/** The sheets of a handout with several slides on each. */
import { blankNumbers } from '../../deck/blank-mark.ts'
import { ruledLines } from './handout-css.ts'
import type { Cell, SheetGrid } from './sheet-grid.ts'

/** @param slides their `<svg>` elements */
export function slideSheets(slides: readonly string[], grid: SheetGrid): readonly string[] {
  const { cells } = grid
  return Array.from({ length: Math.ceil(slides.length / cells.length) }, (_, sheet) =>
    cells
      .map((cell, index) =>
        cellHtml(cell, { slides, index, number: sheet * cells.length + index + 1 }),
      )
      .join(''),
  )
}

type Filling = {
  readonly slides: readonly string[]
  /** Of the cell on its sheet. */
  readonly index: number
  readonly number: number
}

/** Empty behind the last slide. */
function cellHtml({ lines }: Cell, { slides, index, number }: Filling): string {
  const slide = slides[number - 1]
  if (slide === undefined) return ''
  return [
    `<div class="slide at${index}">${slide}</div>`,
    `<div class="number at${index}">${number}</div>`,
    lines === undefined ? '' : ruledLines(lines, `lines at${index}`, blankNumbers(slide)),
  ].join('')
}
