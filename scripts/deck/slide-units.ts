/**
 * What a slide can be split into: list items, table rows, rows of a comparison, whole blocks. Any run of
 * neighbouring units makes a slide again.
 */
import type { Block, CodeBlock, ListItem, Slide } from './slide.ts'

export type Unit = UnitPart & {
  /** Place of its block on the slide: neighbours of one block make one list or table again. */
  readonly block: number
  /** Part of something that was too tall: it never shares a slide with what went before. */
  readonly startsSlide: boolean
}

export type UnitPart =
  | { readonly kind: 'item'; readonly item: ListItem; readonly number: number }
  | { readonly kind: 'row'; readonly cells: readonly string[] }
  /** One item of every column of a comparison, so that columns stay side by side. */
  | { readonly kind: 'slice'; readonly items: readonly (ListItem | undefined)[] }
  /** A line of a listing, which keeps its number. */
  | { readonly kind: 'line'; readonly text: string; readonly number: number }
  | { readonly kind: 'whole'; readonly content: Block }

export function unitsOf(slide: Slide): readonly Unit[] {
  return slide.blocks.flatMap((block, index) =>
    isSticky(block, slide.classes)
      ? []
      : partsOf(block, slide.classes).map((part, position) => ({
          ...part,
          block: index,
          startsSlide: position === 0 && isTableAfterTable(slide.blocks, index),
        })),
  )
}

/** Groups of columns of a wide table never share a slide. */
function isTableAfterTable(blocks: readonly Block[], index: number): boolean {
  return blocks[index]?.kind === 'table' && blocks[index - 1]?.kind === 'table'
}

/** A QR code beside small print stands on every slide of it. */
export function isSticky(block: Block, classes: readonly string[]): boolean {
  return block.kind === 'picture' && (classes.includes('sources') || classes.includes('glossary'))
}

function partsOf(block: Block, classes: readonly string[]): readonly UnitPart[] {
  if (block.kind === 'table' && block.rows.length > 0)
    return block.rows.map((cells) => ({ kind: 'row', cells }))
  if (block.kind === 'code')
    return block.lines.map((text, index) => ({ kind: 'line', text, number: block.start + index }))
  if (block.kind !== 'list') return [{ kind: 'whole', content: block }]
  if (isComparison(block.items, classes)) return slicesOf(block.items)
  return block.items.map((item, index) => ({ kind: 'item', item, number: block.start + index }))
}

function isComparison(items: readonly ListItem[], classes: readonly string[]): boolean {
  return (
    classes.includes('compare') &&
    items.length <= 3 &&
    items.some((item) => item.children.length > 0)
  )
}

function slicesOf(columns: readonly ListItem[]): readonly UnitPart[] {
  const count = Math.max(...columns.map((column) => column.children.length))
  return Array.from({ length: count }, (_, index) => ({
    kind: 'slice',
    items: columns.map((column) => column.children[index]),
  }))
}

/** The slide made of these units, with directives and heading of the whole. */
export function assemble(slide: Slide, units: readonly Unit[]): Slide {
  const blocks: Block[] = []
  for (const run of runsOf(units)) {
    const original = slide.blocks[run[0]?.block ?? 0]
    if (original !== undefined) blocks.push(...joinUnits(original, run))
  }
  const sticky = slide.blocks.filter((block) => isSticky(block, slide.classes))
  return { ...slide, blocks: [...blocks, ...sticky] }
}

/** The slide whose tables are as wide as these rows, which are pieces of theirs, want them. */
export function withWholeRows(slide: Slide, units: readonly Unit[]): Slide {
  const blocks = slide.blocks.map((block, index): Block => {
    if (block.kind !== 'table') return block
    const wholeRows = units.flatMap((unit) =>
      unit.kind === 'row' && unit.block === index ? [unit.cells] : [],
    )
    return { ...block, wholeRows }
  })
  return { ...slide, blocks }
}

function runsOf(units: readonly Unit[]): readonly (readonly Unit[])[] {
  const runs: Unit[][] = []
  for (const unit of units) {
    const run = runs.at(-1)
    if (run?.at(-1)?.block === unit.block && run.at(-1)?.kind === unit.kind) run.push(unit)
    else runs.push([unit])
  }
  return runs
}

function joinUnits(original: Block, units: readonly Unit[]): readonly Block[] {
  const items = units.flatMap((unit) => (unit.kind === 'item' ? [unit.item] : []))
  const rows = units.flatMap((unit) => (unit.kind === 'row' ? [unit.cells] : []))
  const slices = units.flatMap((unit) => (unit.kind === 'slice' ? [unit.items] : []))
  if (original.kind === 'table' && rows.length > 0) return [{ ...original, rows }]
  if (original.kind === 'list' && slices.length > 0) {
    const columns = original.items.map((column, index) => ({
      ...column,
      children: slices.flatMap((slice) => slice[index] ?? []),
    }))
    return [{ ...original, items: columns }]
  }
  if (original.kind === 'list' && items.length > 0) {
    const [first] = units
    const start = original.start > 0 && first?.kind === 'item' ? first.number : 0
    return [{ ...original, start, items }]
  }
  if (original.kind === 'code') return [joinLines(original, units)]
  return units.flatMap((unit) => (unit.kind === 'whole' ? [unit.content] : []))
}

/** Lines to stress go with the part that shows them. */
function joinLines(original: CodeBlock, units: readonly Unit[]): CodeBlock {
  const lines = units.flatMap((unit) => (unit.kind === 'line' ? [unit] : []))
  const numbers = lines.map(({ number }) => number)
  return {
    ...original,
    start: numbers[0] ?? original.start,
    marked: original.marked.filter((number) => numbers.includes(number)),
    lines: lines.map(({ text }) => text),
  }
}
