/** A unit that is too tall for a whole slide, as several that fit. */
import { plainText } from './rich-text.ts'
import type { Block, ListItem } from './slide.ts'
import type { Unit } from './slide-units.ts'
import { splitText } from './split-text.ts'

type Fits = (unit: Unit) => boolean

/** The unit itself when it fits or when nothing in it can be divided. */
export function divideUnit(unit: Unit, fits: Fits): readonly Unit[] {
  if (fits(unit)) return [unit]
  const parts = divide(unit, fits)
  return parts.map((part, index) => ({ ...part, startsSlide: unit.startsSlide || index > 0 }))
}

function divide(unit: Unit, fits: Fits): readonly Unit[] {
  switch (unit.kind) {
    case 'item':
      return divideItem(unit.item, (item) => fits({ ...unit, item })).map((item) => ({
        ...unit,
        item,
      }))
    case 'row':
      return divideCells(unit.cells, (cells) => fits({ ...unit, cells })).map((cells) => ({
        ...unit,
        cells,
      }))
    case 'slice':
      return divideSlice(unit.items, (items) => fits({ ...unit, items })).map((items) => ({
        ...unit,
        items,
      }))
    case 'line':
      return [unit]
    case 'whole':
      return divideBlock(unit.content, (content) => fits({ ...unit, content })).map((content) => ({
        ...unit,
        content,
      }))
  }
}

/** Pieces of a text, each of which fits, about equally long. */
function divideText(text: string, fits: (text: string) => boolean): readonly string[] {
  const greedy = cut(text, fits)
  if (greedy.length < 2) return greedy
  const share = (text.length / greedy.length) * 1.15
  const even = cut(text, (piece) => piece.length <= share && fits(piece))
  return even.length === greedy.length && even.every(fits) ? even : greedy
}

/** No text of a deck is longer; a text that cannot be cut smaller must not loop. */
const MAX_PIECES = 500

function cut(text: string, fits: (text: string) => boolean): readonly string[] {
  const pieces: string[] = []
  let rest = text
  while (!fits(rest) && pieces.length < MAX_PIECES) {
    const split = splitText(rest, fits)
    if (split === undefined) break
    pieces.push(split.head)
    rest = split.rest
  }
  return [...pieces, rest]
}

/** At nested items, with the line above them repeated; when that line alone is too tall, between words. */
function divideItem(item: ListItem, fits: (item: ListItem) => boolean): readonly ListItem[] {
  if (fits(item)) return [item]
  const bare = (text: string): boolean => fits({ ...item, text, children: [] })
  if (item.children.length === 0)
    return divideText(item.text, bare).map((text) => ({ ...item, text }))
  const firstChild = item.children[0]
  const hasRoom =
    firstChild !== undefined &&
    fits({ ...item, children: [{ ...firstChild, text: 'x', children: [] }] })
  if (!hasRoom) return divideHead(item, fits)
  const repeated = shortHead(item.text)
  const withHead = (children: readonly ListItem[], index: number): ListItem => ({
    ...item,
    text: index === 0 ? item.text : repeated,
    children,
  })
  const small = item.children.flatMap((child) =>
    divideItem(child, (part) => fits({ ...item, children: [part] })),
  )
  return packChildren(small, (children, index) => fits(withHead(children, index))).map(withHead)
}

/** A repeated head says which item goes on; it need not say all of it again. */
const MAX_REPEATED = 80

function shortHead(text: string): string {
  const isShort = (candidate: string): boolean => plainText(candidate).length <= MAX_REPEATED
  if (isShort(text)) return text
  const split = splitText(text, isShort)
  return split === undefined ? text : `${split.head}\u00a0…`
}

/** A head that leaves no room for its children goes before them, in pieces. */
function divideHead(item: ListItem, fits: (item: ListItem) => boolean): readonly ListItem[] {
  const texts = divideText(item.text, (text) => fits({ ...item, text, children: [] }))
  const heads = texts.map((text) => ({ ...item, text, children: [] }))
  const children = item.children.flatMap((child) =>
    divideItem({ ...child, isFragment: item.isFragment }, fits),
  )
  return [...heads, ...children]
}

type PackFits = (children: readonly ListItem[], index: number) => boolean

/** As few packs as fit, then as even as they can be: 3 + 2 and not 4 + 1. */
function packChildren(
  children: readonly ListItem[],
  fits: PackFits,
): readonly (readonly ListItem[])[] {
  const greedy = packBy(children, children.length, fits)
  const even = packBy(children, Math.ceil(children.length / greedy.length), fits)
  return even.length === greedy.length ? even : greedy
}

function packBy(
  children: readonly ListItem[],
  most: number,
  fits: PackFits,
): readonly (readonly ListItem[])[] {
  const packs: ListItem[][] = []
  for (const child of children) {
    const last = packs.at(-1)
    if (last !== undefined && last.length < most && fits([...last, child], packs.length - 1))
      last.push(child)
    else packs.push([child])
  }
  return packs
}

/** Every cell cut to the same height; a cell that ends first stays empty further down. */
function divideCells(
  cells: readonly string[],
  fits: (cells: readonly string[]) => boolean,
): readonly (readonly string[])[] {
  const pieces = cells.map((cell, index) =>
    divideText(cell, (text) => fits(cells.map((_, at) => (at === index ? text : '')))),
  )
  const count = Math.max(1, ...pieces.map((parts) => parts.length))
  return Array.from({ length: count }, (_, row) => pieces.map((parts) => parts[row] ?? ''))
}

function divideSlice(
  items: readonly (ListItem | undefined)[],
  fits: (items: readonly (ListItem | undefined)[]) => boolean,
): readonly (readonly (ListItem | undefined)[])[] {
  const pieces = items.map((item, index) =>
    item === undefined
      ? []
      : divideItem(item, (part) => fits(items.map((_, at) => (at === index ? part : undefined)))),
  )
  const count = Math.max(1, ...pieces.map((parts) => parts.length))
  return Array.from({ length: count }, (_, row) => pieces.map((parts) => parts[row]))
}

function divideBlock(block: Block, fits: (block: Block) => boolean): readonly Block[] {
  if (block.kind === 'paragraph' || block.kind === 'subheading')
    return divideText(block.text, (text) => fits({ ...block, text })).map((text) => ({
      ...block,
      text,
    }))
  return block.kind === 'quote' ? divideQuote(block, fits) : [block]
}

type Quote = Extract<Block, { kind: 'quote' }>

/** Who said it stays with the last words: alone on a slide it says nothing. */
function divideQuote(block: Quote, fits: (block: Block) => boolean): readonly Block[] {
  const one = (...paragraphs: readonly string[]): Block => ({ ...block, paragraphs })
  const pieces = (text: string): readonly string[] => divideText(text, (part) => fits(one(part)))
  const said = block.paragraphs.slice(0, -2)
  const [last, by] = block.paragraphs.slice(-2)
  if (last === undefined || by?.startsWith('—') !== true || !fits(one('x', by)))
    return block.paragraphs.flatMap(pieces).map((text) => one(text))
  const ends = divideText(last, (part) => fits(one(part, by)))
  return [
    ...[...said.flatMap(pieces), ...ends.slice(0, -1)].map((text) => one(text)),
    one(...ends.slice(-1), by),
  ]
}
