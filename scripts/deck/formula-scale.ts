/** Formulas in columns that are narrower than they are: all of the block are set smaller by the same share. */
import type { DeckRuler } from './deck-ruler.ts'
import type { BlockLayout } from './layout-slide.ts'
import { measureWidestFormula } from './measure-lines.ts'
import { parseRichText } from './rich-text.ts'
import type { InlineSource, ListBlock, ListItem } from './slide.ts'

/** What a text stands in: its source, the room of its column, the size it is set in. */
export type FormulaPlace = {
  readonly text: InlineSource
  readonly roomPx: number
  readonly sizePx: number
}

/** The layout with `--formula-scale` where one is too wide; measured heights stay, which are never too small. */
export function scaleFormulas(layout: BlockLayout, places: readonly FormulaPlace[]): BlockLayout {
  const shares = places.map(({ text, roomPx, sizePx }) => {
    // Most texts have no formula, and are not read a second time.
    const width = text.includes('$') ? measureWidestFormula(parseRichText(text), sizePx) : 0
    return width === 0 ? 1 : Math.max(0, roomPx) / width
  })
  const share = Math.min(1, ...shares)
  if (share === 1) return layout
  const scale = (Math.floor(share * 100) / 100).toFixed(2)
  return { ...layout, variables: { ...layout.variables, '--formula-scale': scale } }
}

/** Bullets, boxes and nested items take this much of a column, at most. */
const INDENT_PX = { one: 100, grid: 92, timeline: 362 }

/** Every text of a list, in the narrowest place that its layout has. */
export function placesInList(
  list: ListBlock,
  layout: BlockLayout,
  { widthPx, ruler }: { readonly widthPx: number; readonly ruler: DeckRuler },
): readonly FormulaPlace[] {
  const { tokens } = ruler
  const columns = Number(layout.variables?.['--columns'] ?? 1)
  const isTimeline = layout.variables?.['--when'] !== undefined
  const column = (widthPx - (columns - 1) * tokens.columnGapPx) / columns
  const indent = isTimeline ? INDENT_PX.timeline : columns > 1 ? INDENT_PX.grid : INDENT_PX.one
  const place = { roomPx: column - indent, sizePx: tokens.sizes.text.sizePx }
  return textsOf(list.items).map((text) => ({ ...place, text }))
}

function textsOf(items: readonly ListItem[]): readonly InlineSource[] {
  return items.flatMap(({ text, children }) => [text, ...textsOf(children)])
}
