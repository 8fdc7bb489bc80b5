/** How tall a list is in each of the layouts a class can give it. */
import type { DeckRuler, SizeName } from './deck-ruler.ts'
import { placesInList, scaleFormulas } from './formula-scale.ts'
import { cellWidthPx, gridRows, stack } from './grid-height.ts'
import { layoutFacts } from './layout-facts.ts'
import type { BlockLayout } from './layout-slide.ts'
import type { ListBlock, ListItem } from './slide.ts'

export type ListContext = {
  readonly classes: readonly string[]
  readonly widthPx: number
  readonly ruler: DeckRuler
}

type GridContext = ListContext & { readonly columns: number }

type ListLayout = (list: ListBlock, context: ListContext) => BlockLayout

const LAYOUTS: Readonly<Record<string, ListLayout>> = {
  groups: layoutGroups,
  compare: layoutCompare,
  facts: layoutFacts,
  timeline: layoutTimeline,
  question: layoutOptions,
  glossary: layoutGlossary,
  sources: layoutSources,
}

export function layoutList(list: ListBlock, context: ListContext): BlockLayout {
  const name = context.classes.find((candidate) => Object.hasOwn(LAYOUTS, candidate))
  const layout = ((name === undefined ? undefined : LAYOUTS[name]) ?? layoutPoints)(list, context)
  return scaleFormulas(layout, placesInList(list, layout, context))
}

/** Sizes of a list by depth. */
const LEVELS: readonly SizeName[] = ['text', 'nested', 'deep']

function layoutPoints(list: ListBlock, { widthPx, ruler }: ListContext): BlockLayout {
  const { itemIndentPx, itemGapPx } = ruler.tokens
  const heights = list.items.map((item) =>
    pointHeight(item, { level: 0, widthPx: widthPx - itemIndentPx, ruler }),
  )
  return { heightPx: stack(heights, itemGapPx) }
}

type PointContext = { readonly level: number; readonly widthPx: number; readonly ruler: DeckRuler }

function pointHeight(item: ListItem, { level, widthPx, ruler }: PointContext): number {
  const size = LEVELS[level] ?? 'deep'
  const { nestedIndentPx, nestedGapPx } = ruler.tokens
  const inner = { level: level + 1, widthPx: widthPx - nestedIndentPx, ruler }
  const children = item.children.map((child) => pointHeight(child, inner) + nestedGapPx)
  return ruler.heightOf(item.text, { size }, widthPx) + stack(children, 0)
}

/** Rule and padding above a group's title; see layout-css.ts. */
export const GROUP_RULE_PX = 3
export const GROUP_TOP_PX = GROUP_RULE_PX + 12

function groupHeight(item: ListItem, widthPx: number, ruler: DeckRuler): number {
  const title = ruler.heightOf(item.text, { size: 'groupTitle', weight: 700 }, widthPx)
  return GROUP_TOP_PX + title + childrenHeight(item.children, { size: 'groupText', widthPx, ruler })
}

type ChildContext = { readonly size: SizeName; readonly widthPx: number; readonly ruler: DeckRuler }

function childrenHeight(children: readonly ListItem[], context: ChildContext): number {
  const { nestedIndentPx, nestedGapPx } = context.ruler.tokens
  const widthPx = context.widthPx - nestedIndentPx
  return children.reduce(
    (sum, child) =>
      sum +
      nestedGapPx +
      context.ruler.heightOf(child.text, { size: context.size }, widthPx) +
      childrenHeight(child.children, { ...context, widthPx }),
    0,
  )
}

function layoutGroups(list: ListBlock, context: ListContext): BlockLayout {
  const count = list.items.length
  const choices = count < 3 ? [count] : count === 4 ? [2] : [3, 2]
  const whole = choices.filter((columns) => hasWholeFigures(list, { ...context, columns }))
  const layouts = (whole.length > 0 ? whole : [1]).map((columns) =>
    layoutGroupGrid(list, { ...context, columns }),
  )
  return layouts.reduce((best, layout) => (layout.heightPx < best.heightPx ? layout : best))
}

/** Many digits, with the unit that is held to them. */
const LONG_FIGURE_RE = /[^ \n]*\d[\d,.]{7,}[^ \n]*/g

/** No column is so narrow that a figure would break inside its digits. */
function hasWholeFigures(list: ListBlock, { columns, widthPx, ruler }: GridContext): boolean {
  const { columnGapPx, nestedIndentPx } = ruler.tokens
  const cell = cellWidthPx(widthPx, columns, columnGapPx) - nestedIndentPx
  const figuresOf = ({ text, children }: ListItem): readonly string[] => [
    ...(text.match(LONG_FIGURE_RE) ?? []),
    ...children.flatMap(figuresOf),
  ]
  return list.items
    .flatMap(figuresOf)
    .every((text) => ruler.widestWordOf(text, { size: 'groupText', weight: 700 }) <= cell)
}

function layoutCompare(list: ListBlock, context: ListContext): BlockLayout {
  return layoutGroupGrid(list, { ...context, columns: Math.min(3, list.items.length) })
}

function layoutGroupGrid(list: ListBlock, { columns, widthPx, ruler }: GridContext): BlockLayout {
  const cell = cellWidthPx(widthPx, columns, ruler.tokens.columnGapPx)
  const heights = list.items.map((item) => groupHeight(item, cell, ruler))
  const rowHeights = gridRows(heights, columns)
  return {
    heightPx: stack(rowHeights, ruler.tokens.rowGapPx),
    rowHeights,
    variables: { '--columns': String(columns) },
  }
}

/** Rail, mark and gaps of a timeline; see layout-css.ts. */
export const RAIL_PX = 44
export const WHEN_GAP_PX = 28
const MAX_WHEN_PX = 290

function layoutTimeline(list: ListBlock, { widthPx, ruler }: ListContext): BlockLayout {
  const kind = { size: 'timeline', weight: 700 } as const
  const splits = list.items.map((item) => splitLead(item.text))
  const widest = Math.max(0, ...splits.map(({ lead }) => ruler.widthOf(lead, kind)))
  const when = Math.min(MAX_WHEN_PX, Math.ceil(widest) + 2)
  const textWidth = widthPx - RAIL_PX - when - WHEN_GAP_PX
  const whenLines = Math.max(1, ...splits.map(({ lead }) => ruler.linesOf(lead, kind, when)))
  const heights = splits.map(({ rest }, index) => {
    const children = list.items[index]?.children ?? []
    const text = ruler.heightOf(rest, { size: 'timeline' }, textWidth)
    const inner = childrenHeight(children, { size: 'nested', widthPx: textWidth, ruler })
    return Math.max(whenLines * ruler.linePx('timeline'), text + inner)
  })
  return {
    heightPx: stack(heights, ruler.tokens.itemGapPx),
    rowHeights: heights,
    variables: { '--when': `${when}px`, '--when-lines': String(whenLines) },
  }
}

/** `**lead** rest`; without a lead all is rest. */
export function splitLead(text: string): { readonly lead: string; readonly rest: string } {
  const match = /^(\*\*(?:[^*\\]|\\.)+\*\*|<strong>.*?<\/strong>)\s*([\s\S]*)$/.exec(text)
  return { lead: match?.[1] ?? '', rest: match?.[2] ?? text }
}

/** Border and letter of an answer box, and the gaps of the grid; see layout-css.ts. */
export const BOX_BORDER_PX = 4
export const LETTER_PX = 42
export const OPTION_GAP_PX = 20
export const OPTION_COLUMN_GAP_PX = 50

/** Two by two, or below one another where long options take less room so, as on a narrow slide. */
function layoutOptions(list: ListBlock, context: ListContext): BlockLayout {
  const two = layoutOptionGrid(list, { ...context, columns: Math.min(2, list.items.length) })
  const one = layoutOptionGrid(list, { ...context, columns: 1 })
  return one.heightPx < two.heightPx ? one : two
}

function layoutOptionGrid(
  list: ListBlock,
  { classes, columns, widthPx, ruler }: ListContext & { readonly columns: number },
): BlockLayout {
  const { boxPaddingXPx, boxPaddingYPx } = ruler.tokens
  const size = classes.includes('dense') ? 'denseOption' : 'option'
  const cell = cellWidthPx(widthPx, columns, OPTION_COLUMN_GAP_PX)
  const textWidth = cell - BOX_BORDER_PX - 2 * boxPaddingXPx - LETTER_PX
  const heights = list.items.map(
    (item) =>
      BOX_BORDER_PX +
      2 * boxPaddingYPx +
      ruler.heightOf(item.text, { size }, textWidth) +
      childrenHeight(item.children, { size: 'deep', widthPx: textWidth, ruler }),
  )
  const rowHeights = gridRows(heights, columns)
  return {
    heightPx: stack(rowHeights, OPTION_GAP_PX),
    rowHeights,
    variables: { '--columns': String(columns) },
  }
}

/** Two columns read downward; few entries stay in one. */
function layoutGlossary(list: ListBlock, { widthPx, ruler }: ListContext): BlockLayout {
  const columns = list.items.length > 4 ? 2 : 1
  const rows = Math.ceil(list.items.length / columns)
  const cell = cellWidthPx(widthPx, columns, ruler.tokens.columnGapPx)
  const heights = list.items.map((item) =>
    entryHeight(item, { size: 'glossary', widthPx: cell, ruler }),
  )
  const rowHeights = Array.from({ length: rows }, (_, row) =>
    Math.max(heights[row] ?? 0, columns === 2 ? (heights[row + rows] ?? 0) : 0),
  )
  return {
    heightPx: stack(rowHeights, ruler.tokens.itemGapPx),
    variables: { '--rows': String(rows), '--columns': String(columns) },
  }
}

function entryHeight(item: ListItem, context: ChildContext): number {
  const { ruler, size, widthPx } = context
  return ruler.heightOf(item.text, { size }, widthPx) + childrenHeight(item.children, context)
}

const SOURCE_INDENT_PX = 48
const SOURCE_GAP_PX = 12

function layoutSources(list: ListBlock, { widthPx, ruler }: ListContext): BlockLayout {
  const heights = list.items.map((item) =>
    entryHeight(item, { size: 'sources', widthPx: widthPx - SOURCE_INDENT_PX, ruler }),
  )
  return { heightPx: stack(heights, SOURCE_GAP_PX) }
}
