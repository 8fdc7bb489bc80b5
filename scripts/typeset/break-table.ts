/** The places where lines of a paragraph may end, with running sums, so that any line is measured at once. */
import { hangAtEnd, hangAtStart } from './hanging.ts'
import { type BoxItem, giveOf, type Item } from './item.ts'

export type BreakKind = 'start' | 'space' | 'syllable' | 'name' | 'dash' | 'emergency' | 'end'

/**
 * Sums up to the place, in em. A line from break a to break b is `width[b].toEnd - width[a].toStart` wide:
 * the two differ by the space that is thrown away, the hyphen that is printed.
 */
export type BreakPlace = {
  readonly kind: BreakKind
  /** Item at which a line ends here, and the first of the next line. */
  readonly to: number
  readonly next: number
  readonly widthToEnd: number
  readonly widthToStart: number
  /** Word spaces: how many, and how wide together. */
  readonly spacesToEnd: number
  readonly spacesToStart: number
  readonly gapsToEnd: number
  readonly gapsToStart: number
  /** What the letters can give; see `giveOf`. */
  readonly giveToEnd: number
  readonly giveToStart: number
  /** What hangs out of the measure on the right of a line that ends here, on the left of the next. */
  readonly hangsAtEnd: number
  readonly hangsAtStart: number
}

type Sums = { width: number; spaces: number; gaps: number; give: number }

const tables = new WeakMap<readonly Item[], readonly BreakPlace[]>()

/** First the start, last the end. Made once for all measures that the items are tried in. */
export function breakTable(items: readonly Item[]): readonly BreakPlace[] {
  const known = tables.get(items)
  if (known !== undefined) return known
  const table = makeTable(items)
  tables.set(items, table)
  return table
}

function makeTable(items: readonly Item[]): readonly BreakPlace[] {
  const sums: Sums = { width: 0, spaces: 0, gaps: 0, give: 0 }
  const places = [makePlace(items, 'start', -1, sums)]
  for (const [index, item] of items.entries()) {
    if (item.type === 'penalty') places.push(makePlace(items, item.kind, index, sums))
    else if (item.type === 'glue' && item.isBreaking)
      places.push(makePlace(items, 'space', index, sums))
    addItem(sums, item)
  }
  places.push(makePlace(items, 'end', items.length, sums))
  return places
}

function addItem(sums: Sums, item: Item): void {
  if (item.type === 'penalty') return
  sums.width += item.width
  sums.give += giveOf(item)
  if (item.type === 'box') return
  sums.spaces++
  sums.gaps += item.width
}

/** The sums are those before the item at which the line ends. */
function makePlace(
  items: readonly Item[],
  kind: BreakKind,
  to: number,
  { width, spaces, gaps, give }: Sums,
): BreakPlace {
  const item = items[to]
  const hyphen = item?.type === 'penalty' ? item.hyphen : undefined
  const glue = item?.type === 'glue' ? item : undefined
  return {
    kind,
    to,
    next: to + 1,
    widthToEnd: hyphen === undefined ? width : width + hyphen.width,
    widthToStart: glue === undefined ? width : width + glue.width,
    spacesToEnd: spaces,
    spacesToStart: glue === undefined ? spaces : spaces + 1,
    gapsToEnd: gaps,
    gapsToStart: glue === undefined ? gaps : gaps + glue.width,
    giveToEnd: hyphen === undefined ? give : give + giveOf(hyphen),
    giveToStart: glue === undefined ? give : give + giveOf(glue),
    hangsAtEnd: hangOf(hyphen ?? items[to - 1], hangAtEnd),
    hangsAtStart: hangOf(items[to + 1], hangAtStart),
  }
}

function hangOf(item: Item | undefined, hang: (box: BoxItem) => number): number {
  return item?.type === 'box' ? hang(item) : 0
}
