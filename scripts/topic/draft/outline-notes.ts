/** Blocks of notes sorted under title, opening and sections; nothing is dropped and nothing is worded yet. */
import { looksLikeHeading } from './mark-headings.ts'
import type { NoteBlock } from './note-block.ts'
import { plainText } from './note-text.ts'

export type OutlineSection = {
  /** Undefined for what stands before the first heading. */
  readonly title: string | undefined
  readonly blocks: readonly NoteBlock[]
}

export type Outline = {
  readonly title: string | undefined
  readonly subtitle: string | undefined
  /** Before the first heading of a section. */
  readonly opening: readonly NoteBlock[]
  readonly sections: readonly OutlineSection[]
}

type Heading = Extract<NoteBlock, { kind: 'heading' }>
type Part = { readonly heading: Heading; readonly blocks: readonly NoteBlock[] }

export function outlineNotes(blocks: readonly NoteBlock[]): Outline {
  const [before, ...parts] = cutAtHeadings(blocks)
  const [first] = parts
  const hasTitle = first !== undefined && !(before ?? []).some(isContent)
  const head = hasTitle ? (before ?? []).concat(first.blocks) : (before ?? [])
  const { subtitle, rest } = takeSubtitle(head, hasTitle)
  const { sections, leftOver } = joinEmpty(hasTitle ? parts.slice(1) : parts)
  return {
    title: hasTitle ? first.heading.text : undefined,
    subtitle,
    opening: [...rest, ...leftOver],
    sections,
  }
}

/** First what stands before any heading, then one part for each heading. */
function cutAtHeadings(
  blocks: readonly NoteBlock[],
): readonly [readonly NoteBlock[], ...(readonly Part[])] {
  const starts = blocks.flatMap((block, index) =>
    block.kind === 'heading' ? [{ block, index }] : [],
  )
  const parts = starts.map(({ block, index }, number) => ({
    heading: block,
    blocks: blocks.slice(index + 1, starts[number + 1]?.index),
  }))
  return [blocks.slice(0, starts[0]?.index), ...parts]
}

export function isContent(block: NoteBlock): boolean {
  return block.kind === 'paragraph' || block.kind === 'list' || block.kind === 'table'
}

function takeSubtitle(blocks: readonly NoteBlock[], hasTitle: boolean) {
  const index = hasTitle ? blocks.findIndex(isSubtitle) : -1
  const block = blocks[index]
  if (block?.kind !== 'paragraph') return { subtitle: undefined, rest: blocks }
  return { subtitle: block.lines.join(' '), rest: blocks.toSpliced(index, 1) }
}

function isSubtitle(block: NoteBlock, index: number, blocks: readonly NoteBlock[]): boolean {
  const isLead = blocks[index + 1]?.kind === 'list'
  return (
    block.kind === 'paragraph' &&
    block.lines.length === 1 &&
    !isLead &&
    block.lines.every(looksLikeHeading)
  )
}

/** A heading without content joins the deeper one below it; else its words go to the section before. */
function joinEmpty(parts: readonly Part[]) {
  const sections: OutlineSection[] = []
  const leftOver: NoteBlock[] = []
  let carried: { readonly title: string; readonly blocks: readonly NoteBlock[] } | undefined
  for (const [index, { heading, blocks }] of parts.entries()) {
    const title = titleOf(heading, carried?.title)
    const all = [...(carried?.blocks ?? []), ...blocks]
    carried = undefined
    if (blocks.some(isContent)) {
      sections.push({ title, blocks: all })
      continue
    }
    const next = parts[index + 1]?.heading
    if (next !== undefined && next.level > heading.level) {
      carried = { title, blocks: all }
      continue
    }
    const kept: readonly NoteBlock[] = [{ kind: 'verbatim', text: title }, ...all]
    const last = sections.pop()
    if (last === undefined) leftOver.push(...kept)
    else sections.push({ title: last.title, blocks: [...last.blocks, ...kept] })
  }
  return { sections, leftOver }
}

function titleOf(heading: Heading, above: string | undefined): string {
  const text = stripNumber(heading.text)
  return above === undefined ? text : `${above}: ${text}`
}

/** `3. `, `2.1 `, `IV. `: the order is the file's. */
function stripNumber(title: string): string {
  const number =
    /^(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3})+|[०-९]{1,3}[.)]|[IVX]{1,5}[.)])\s+(?=\S)/u
  const plain = plainText(title)
  return number.test(plain) ? title.replace(/^[*_\s]*(?:[\p{N}.]+|[IVX]+)[.)]*\s+/u, '') : title
}
