/** Finds the headings that are not written as such: bold lines, single numbers, short lines between blank lines. */
import type { NoteBlock, NoteItem } from './note-block.ts'
import { MAX_HEADING } from './read-blocks.ts'

type Rewrite = (block: NoteBlock, next: NoteBlock | undefined) => readonly NoteBlock[]

export function markHeadings(blocks: readonly NoteBlock[]): readonly NoteBlock[] {
  const split = rewrite(blocks, splitUnwrapped)
  const marked = rewrite(split, markBoldLine).map(markNumbered).flatMap(openNumbered)
  const lists = rewrite(marked, lineList)
  const count = lists.filter((block) => block.kind === 'heading' && block.isMarked).length
  // Where headings are written as headings, a short line is just a short line.
  return lists.map((block, index) => {
    const isGuessing = count < 2 || index === firstText(lists)
    return isGuessing ? markShortLine(block, lists[index + 1], index === firstText(lists)) : block
  })
}

function rewrite(blocks: readonly NoteBlock[], change: Rewrite): readonly NoteBlock[] {
  return blocks.flatMap((block, index) => change(block, blocks[index + 1]))
}

function firstText(blocks: readonly NoteBlock[]): number {
  return blocks.findIndex(({ kind }) => kind !== 'verbatim' && kind !== 'source')
}

/** Longest line that a person or a program still wraps at. */
const MAX_WRAPPED = 160

/** Text from Word has one line for a paragraph and no blank lines. */
function splitUnwrapped(block: NoteBlock): readonly NoteBlock[] {
  if (block.kind !== 'paragraph' || !block.lines.some((line) => line.length > MAX_WRAPPED))
    return [block]
  return block.lines.map((line) => ({ kind: 'paragraph', lines: [line] }))
}

function markBoldLine(block: NoteBlock): readonly NoteBlock[] {
  const line = onlyLine(block)
  const text = /^(?:\*\*|__)([^*_]+)(?:\*\*|__):?$/u.exec(line ?? '')?.[1]?.trim()
  if (text === undefined || text.length > MAX_HEADING || !/\p{L}/u.test(text)) return [block]
  return [{ kind: 'heading', text, level: 7, isMarked: true }]
}

/** `1. Strategic context` alone is a heading; two such lines in a row are a list. */
function markNumbered(block: NoteBlock, index: number, blocks: readonly NoteBlock[]): NoteBlock {
  if (block.kind !== 'list' || !block.isNumbered || block.items.length !== 1) return block
  const text = block.items[0]?.text ?? ''
  const next = blocks[index + 1]?.kind
  const hasContent = hasNoItems(block.items) && (next === 'paragraph' || next === 'list')
  if (!hasContent || !looksLikeHeading(text)) return block
  return { kind: 'heading', text, level: 7, isMarked: true }
}

/** `1. Trade` with bullets under it, and so on: sections with their points. */
function openNumbered(block: NoteBlock): readonly NoteBlock[] {
  if (block.kind !== 'list' || !block.isNumbered) return [block]
  const isOutline = block.items.every(
    ({ text, items }) => items.length > 0 && looksLikeHeading(text),
  )
  if (!isOutline) return [block]
  return block.items.flatMap(({ text, items }): readonly NoteBlock[] => [
    { kind: 'heading', text, level: 7, isMarked: true },
    { kind: 'list', items, isNumbered: false },
  ])
}

function hasNoItems(items: readonly NoteItem[]): boolean {
  return items.every((item) => item.items.length === 0)
}

function markShortLine(block: NoteBlock, next: NoteBlock | undefined, isFirst: boolean): NoteBlock {
  const line = onlyLine(block)
  if (line === undefined || !looksLikeHeading(line)) return block
  const heading: NoteBlock = { kind: 'heading', text: line, level: 8, isMarked: false }
  if (isFirst) return heading
  const nextLine = onlyLine(next)
  const isFollowed = next?.kind === 'paragraph' || next?.kind === 'list' || next?.kind === 'table'
  return isFollowed && (nextLine === undefined || !looksLikeHeading(nextLine)) ? heading : block
}

const MAX_HEADING_WORDS = 14

export function looksLikeHeading(line: string): boolean {
  return (
    line.length <= MAX_HEADING &&
    line.split(/\s+/u).length <= MAX_HEADING_WORDS &&
    /\p{L}\P{L}*\p{L}/u.test(line) &&
    !/^\p{Ll}/u.test(line) &&
    !/[.,;!।॥…]["'”’)]*$/u.test(line) &&
    !/https?:\/\//iu.test(line)
  )
}

const MAX_LIST_LINE = 70

/** Several short lines, each with a fresh start: a list whose marks were lost. */
function lineList(block: NoteBlock): readonly NoteBlock[] {
  if (block.kind !== 'paragraph' || block.lines.length < 3) return [block]
  const isShort = block.lines.every((line) => line.length <= MAX_LIST_LINE)
  const isFresh = block.lines.every((line) => /^[“"'(*]?[\p{Lu}\p{Lo}\p{N}]/u.test(line))
  const length = block.lines.join('').length / block.lines.length
  if (!isShort || !isFresh || length > MAX_LIST_LINE * 0.7) return [block]
  const items = block.lines.map((text) => ({ text, items: [] }))
  return [{ kind: 'list', items, isNumbered: false }]
}

function onlyLine(block: NoteBlock | undefined): string | undefined {
  return block?.kind === 'paragraph' && block.lines.length === 1 ? block.lines[0] : undefined
}
