/** Cells of a grid in the columns and rows that the page has measured. */
import type { Place } from '../canvas.ts'
import type { Box } from '../presentation.ts'

export type Gaps = { readonly columnPx: number; readonly rowPx: number }

/** Row by row, as they are read. */
export function gridBoxes(
  count: number,
  { box, layout }: Pick<Place, 'box' | 'layout'>,
  { columnPx, rowPx }: Gaps,
): readonly Box[] {
  const columns = Number(layout.variables?.['--columns'] ?? 1)
  const width = (box.width - (columns - 1) * columnPx) / columns
  const heights = layout.rowHeights ?? []
  const tops = topsOf(heights, box.y, rowPx)
  return Array.from({ length: count }, (_, index) => {
    const row = Math.floor(index / columns)
    return {
      x: box.x + (index % columns) * (width + columnPx),
      y: tops[row] ?? box.y,
      width,
      height: heights[row] ?? 0,
    }
  })
}

/** Where each of the rows begins. */
export function topsOf(heights: readonly number[], y: number, gap: number): readonly number[] {
  let next = y
  return heights.map((height) => {
    const top = next
    next += height + gap
    return top
  })
}
