/**
 * Figure cards: how many stand side by side, and how large their figures are. A figure that breaks inside its
 * digits reads as another one, so long ones are set smaller, or with fewer cards to a row.
 */
import type { DeckRuler } from './deck-ruler.ts'
import { cellWidthPx, gridRows, stack } from './grid-height.ts'
import type { ListContext } from './layout-list.ts'
import type { BlockLayout } from './layout-slide.ts'
import type { ListBlock } from './slide.ts'

/** Rule and padding above a card's figure; see layout-css.ts. */
export const CARD_RULE_PX = 4
export const CARD_TOP_PX = CARD_RULE_PX + 14
/** The type scale below the usual figure. */
const SMALLER_PX = [70, 58, 48, 40, 33]
/** Below this a card of a row of its own is better. */
const LEAST_BESIDE_PX = 48

type Room = Pick<ListContext, 'widthPx' | 'ruler'>
type Setting = { readonly columns: number; readonly sizePx: number }

export function layoutFacts(list: ListBlock, { widthPx, ruler }: ListContext): BlockLayout {
  const setting = chooseSetting(list, { widthPx, ruler })
  const { columnGapPx, rowGapPx, sizes } = ruler.tokens
  const { columns, sizePx } = setting
  const cell = cellWidthPx(widthPx, columns, columnGapPx)
  const linePx = figureLinePx(ruler, sizePx)
  const heights = list.items.map((item) => {
    const lines = ruler.linesOf(item.text, figureKind(ruler, sizePx), cell)
    const label = item.children.reduce(
      (sum, child) => sum + ruler.heightOf(child.text, { size: 'label' }, cell),
      0,
    )
    return CARD_TOP_PX + lines * linePx + label
  })
  const isSmaller = sizePx < sizes.figure.sizePx
  const rowHeights = gridRows(heights, columns)
  return {
    heightPx: stack(rowHeights, rowGapPx),
    rowHeights,
    variables: {
      '--columns': String(columns),
      ...(isSmaller && { '--figure-size': `${sizePx}px`, '--figure-line': `${linePx}px` }),
    },
  }
}

/** The first of these in which every figure stands on one line: usual, smaller, fewer to a row. */
function chooseSetting(list: ListBlock, room: Room): Setting {
  const usual = usualColumns(list, room)
  const figurePx = room.ruler.tokens.sizes.figure.sizePx
  const sizes = [figurePx, ...SMALLER_PX.filter((size) => size < figurePx)]
  const settings = [
    ...sizes
      .filter((size) => size >= LEAST_BESIDE_PX)
      .map((sizePx) => ({ columns: usual, sizePx })),
    ...sizes.map((sizePx) => ({ columns: 1, sizePx })),
  ]
  const fitting = settings.find((setting) => hasWholeFigures(list, setting, room))
  return fitting ?? { columns: 1, sizePx: Math.min(...sizes) }
}

function usualColumns(list: ListBlock, room: Room): number {
  return list.items.length === 3 && isNarrow(list, room) ? 3 : Math.min(2, list.items.length)
}

/** Three figures stand side by side when each keeps to one line. */
function isNarrow(list: ListBlock, { widthPx, ruler }: Room): boolean {
  const cell = cellWidthPx(widthPx, 3, ruler.tokens.columnGapPx)
  const kind = figureKind(ruler, ruler.tokens.sizes.figure.sizePx)
  return list.items.every((item) => ruler.linesOf(item.text, kind, cell) === 1)
}

/** The figure with what is written close to it. */
const FIGURE_RE = /\S*\*\*(?:[^*\\]|\\.)+\*\*\S*/g

function hasWholeFigures(
  list: ListBlock,
  { columns, sizePx }: Setting,
  { widthPx, ruler }: Room,
): boolean {
  const cell = cellWidthPx(widthPx, columns, ruler.tokens.columnGapPx)
  const figures = list.items.flatMap(({ text }) => text.match(FIGURE_RE) ?? [])
  return figures.every((text) => ruler.widestWordOf(text, figureKind(ruler, sizePx)) <= cell)
}

function figureKind({ tokens }: DeckRuler, sizePx: number) {
  return { size: 'unit', weight: 700, strongScale: sizePx / tokens.sizes.unit.sizePx } as const
}

/** Never closer than the lines of the unit that may follow. */
export function figureLinePx(ruler: DeckRuler, sizePx: number): number {
  const share = sizePx / ruler.tokens.sizes.figure.sizePx
  return Math.max(Math.ceil(ruler.linePx('figure') * share), ruler.linePx('unit'))
}
