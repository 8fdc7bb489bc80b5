/** Pieces of text into columns on as few sheets as possible; on its last sheet a section ends evenly. */

export type Flow = {
  readonly columns: number
  /** Of its title with the space around it, which stands on the first sheet only. */
  readonly titleHeight: number
  /** Heights of the pieces, none of which is divided. */
  readonly heights: readonly number[]
}

/** Indexes of the pieces of each column. */
export type Columns = readonly (readonly number[])[]

export type PlacedFlow = {
  /** Index of the flow. */
  readonly flow: number
  readonly hasTitle: boolean
  /** Of title or columns, from the upper edge of the room. */
  readonly top: number
  readonly columns: Columns
}

export type FilledSheet = readonly PlacedFlow[]

/**
 * @param roomOf the height of a sheet, by its index
 * @param gap between two flows on a sheet
 */
export function fillSheets(
  flows: readonly Flow[],
  roomOf: (sheet: number) => number,
  gap: number,
): readonly FilledSheet[] {
  const sheets: PlacedFlow[][] = [[]]
  let top = 0
  for (const [index, flow] of flows.entries()) {
    let from = 0
    while (from < flow.heights.length) {
      const hasTitle = from === 0
      const above = hasTitle ? flow.titleHeight : 0
      const rest = flow.heights.slice(from)
      const room = roomOf(sheets.length - 1) - top - above
      const filled = fillRoom(rest, flow.columns, room)
      if (filled.count === 0 && top > 0) {
        sheets.push([])
        top = 0
        continue
      }
      const { count, columns, height } = filled.count === 0 ? ALONE : filled
      const placed = columns.map((column) => column.map((piece) => piece + from))
      sheets.at(-1)?.push({ flow: index, hasTitle, top, columns: placed })
      from += count
      top += above + height + gap
    }
  }
  return sheets
}

/** A piece that is higher than an empty sheet. */
const ALONE: Filled = { count: 1, columns: [[0]], height: Number.POSITIVE_INFINITY }

type Filled = { readonly count: number; readonly columns: Columns; readonly height: number }

/** All pieces in columns of about one height, or as many as there is room for. */
function fillRoom(heights: readonly number[], columns: number, room: number): Filled {
  const full = fill(heights, columns, room)
  if (full.count < heights.length) return full
  const total = heights.reduce((sum, height) => sum + height, 0)
  for (let height = total / columns; height < room; height += STEP) {
    const even = fill(heights, columns, height)
    if (even.count === heights.length) return even
  }
  return full
}

/** Columns that differ by less look even. */
const STEP = 0.5

function fill(heights: readonly number[], count: number, room: number): Filled {
  const columns: number[][] = []
  let tallest = 0
  let at = 0
  while (columns.length < count && at < heights.length) {
    const column: number[] = []
    let height = 0
    while (at < heights.length && height + (heights[at] ?? 0) <= room) {
      height += heights[at] ?? 0
      column.push(at++)
    }
    if (column.length === 0) break
    columns.push(column)
    tallest = Math.max(tallest, height)
  }
  return { count: at, columns, height: tallest }
}
