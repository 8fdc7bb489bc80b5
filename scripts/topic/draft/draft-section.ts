/** One section of an outline as points, table and notes. */
import { type Budget, NO_BUDGET } from './budget.ts'
import type { FactBook } from './fact-book.ts'
import type { NoteBlock, NoteItem } from './note-block.ts'
import { isWhole, plainText, printableText, toInline } from './note-text.ts'
import type { OutlineSection } from './outline-notes.ts'
import { splitSentences } from './split-sentences.ts'

export type DraftPoint = { readonly text: string; readonly points: readonly DraftPoint[] }

export type DraftTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Points and cells are inline markup; notes are the words of the input. */
export type DraftSection = {
  /** As a viewer reads it, without markup. */
  readonly title: string
  readonly points: readonly DraftPoint[]
  readonly table: DraftTable | undefined
  readonly cards: readonly string[]
  readonly urls: readonly string[]
  readonly notes: readonly string[]
}

export type SectionContext = {
  readonly book: FactBook
  readonly budget: Budget
  /** Title of a section whose heading no font can print. */
  readonly fallbackTitle: string
  /** Sentence that already stands as the summary. */
  readonly summary: string | undefined
}

type Drafting = SectionContext & {
  readonly title: string
  readonly points: DraftPoint[]
  readonly tables: DraftTable[]
  readonly cards: string[]
  readonly urls: string[]
  readonly notes: string[]
  /** The summary, once it was met in the text. */
  readonly skipped: string[]
}

const NODES_OF_SECTION = 8
const MAX_TITLE = 200

/** A heading as a viewer reads it; undefined when it cannot be a title. */
export function titleText(raw: string | undefined): string | undefined {
  const text = raw === undefined ? undefined : printableText(plainText(raw))
  return text === undefined || text.length > MAX_TITLE ? undefined : text
}

export function draftSection(section: OutlineSection, context: SectionContext): DraftSection {
  const title = titleText(section.title) ?? context.fallbackTitle
  const isTitleWhole = section.title === undefined || isWhole(title, section.title)
  const isFitting = context.budget.spend(title, NODES_OF_SECTION)
  const drafting: Drafting = {
    ...context,
    budget: isFitting ? context.budget : NO_BUDGET,
    title,
    points: [],
    tables: [],
    cards: [],
    urls: [],
    skipped: [],
    notes: isTitleWhole || section.title === undefined ? [] : [section.title],
  }
  let isLeadTaken = false
  for (const [index, block] of section.blocks.entries()) {
    const list = section.blocks[index + 1]
    const lead = leadOf(block)
    if (isLeadTaken) isLeadTaken = false
    else if (lead !== undefined && list?.kind === 'list') {
      addLead(drafting, lead, list.items)
      isLeadTaken = true
    } else addBlock(drafting, block)
  }
  const { points, tables, cards, urls, notes } = drafting
  const unique = [...new Set(cards)]
  return { title, points, table: tables[0], cards: unique, urls, notes }
}

const MAX_LEAD = 160

/** One sentence that opens a list. */
function leadOf(block: NoteBlock): string | undefined {
  if (block.kind !== 'paragraph') return undefined
  const text = block.lines.join(' ')
  return text.length <= MAX_LEAD && !/[.!?।॥]["'”’)]*$/u.test(text) ? text : undefined
}

function addLead(drafting: Drafting, lead: string, items: readonly NoteItem[]): void {
  addItem(drafting, { text: lead, items }, topLevel(drafting))
}

function addBlock(drafting: Drafting, block: NoteBlock): void {
  if (block.kind === 'paragraph') addParagraph(drafting, block.lines)
  else if (block.kind === 'list')
    for (const item of block.items) addItem(drafting, item, topLevel(drafting))
  else if (block.kind === 'table') addTable(drafting, block)
  else if (block.kind === 'source') {
    drafting.urls.push(...block.urls)
    drafting.notes.push(...notesOfSource(block.text))
  } else drafting.notes.push(block.text)
}

function addParagraph(drafting: Drafting, lines: readonly string[]): void {
  drafting.notes.push(lines.join('\n'))
  for (const sentence of splitSentences(lines.join(' '))) {
    if (isSummary(drafting, sentence)) continue
    const text = writePoint(drafting, sentence, 1)
    if (text !== undefined) drafting.points.push({ text, points: [] })
  }
}

/** The first time that the sentence of the summary is met. */
function isSummary({ summary, skipped }: Drafting, sentence: string): boolean {
  if (sentence !== summary || skipped.length > 0) return false
  skipped.push(sentence)
  return true
}

type Level = { readonly points: DraftPoint[]; readonly depth: number }

/** Points of points of points: the schema has no fourth level. */
const MAX_DEPTH = 3

function topLevel({ points }: Drafting): Level {
  return { points, depth: 1 }
}

/** What no point can hold goes to the notes, and what stands under it one level up. */
function addItem(drafting: Drafting, { text, items }: NoteItem, level: Level): void {
  const written = writePoint(drafting, text, items.length === 0 ? 1 : 5)
  const printed = text.replace(/\s+/gu, ' ').trim()
  if (written === undefined || printableText(text) !== printed) drafting.notes.push(`- ${text}`)
  const points: DraftPoint[] = []
  if (written !== undefined) level.points.push({ text: written, points })
  const isDeepest = written === undefined || level.depth === MAX_DEPTH
  const below = isDeepest ? level : { points, depth: level.depth + 1 }
  for (const item of items) addItem(drafting, item, below)
}

function writePoint(drafting: Drafting, text: string, nodes: number): string | undefined {
  const printable = printableText(text)
  if (printable === undefined || !/[\p{L}\p{N}]/u.test(printable)) return undefined
  if (!drafting.budget.spend(printable, nodes)) return undefined
  const { text: written, cards } = drafting.book.write(printable, drafting.title)
  drafting.cards.push(...cards)
  return written
}

function addTable(drafting: Drafting, block: Extract<NoteBlock, { kind: 'table' }>): void {
  const cells = [block.columns, ...block.rows].map((row) => row.map(printableCell))
  const isPrintable = cells.every((row) => row.every((cell) => cell !== undefined))
  const fits =
    drafting.tables.length === 0 &&
    isPrintable &&
    drafting.budget.spend(block.source, cells.flat().length + cells.length)
  if (!fits) {
    drafting.notes.push(block.source)
    return
  }
  const [columns = [], ...rows] = cells.map((row) => row.map((cell) => toInline(cell ?? '')))
  drafting.tables.push({ columns, rows })
}

function printableCell(cell: string): string | undefined {
  return cell.trim() === '' ? '' : printableText(cell)
}

/** The addresses go to the sources; other words of the line must not be lost. */
function notesOfSource(text: string): readonly string[] {
  const words = text
    .replace(/https?:\/\/\S+/giu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return /^\p{L}*$/u.test(words) ? [] : [text]
}
