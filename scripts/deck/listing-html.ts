/** A listing as HTML: one element for every row, so that no browser breaks a line elsewhere than was measured. */
import { type CodeWord, type HighlightedLine, highlight } from '../code/highlight.ts'
import { escapeHtml } from './html-text.ts'
import type { CodeBlock, Slide } from './slide.ts'

export type Listings = ReadonlyMap<CodeBlock, readonly HighlightedLine[]>

/**
 * The words of every listing. Parts of one listing on several slides are read as one program, or the second
 * would begin inside a comment and not know it.
 */
export async function readListings(slides: readonly Slide[]): Promise<Listings> {
  const listings = new Map<CodeBlock, readonly HighlightedLine[]>()
  for (const parts of programsOf(slides)) {
    const words = await highlight(
      parts.flatMap((part) => part.lines),
      parts[0]?.language ?? '',
    )
    let from = 0
    for (const part of parts) {
      listings.set(part, words.slice(from, from + part.lines.length))
      from += part.lines.length
    }
  }
  return listings
}

function programsOf(slides: readonly Slide[]): readonly (readonly CodeBlock[])[] {
  const programs: CodeBlock[][] = []
  for (const block of slides.flatMap((slide) => slide.blocks)) {
    if (block.kind !== 'code') continue
    const before = programs.at(-1)?.at(-1)
    const goesOn =
      before?.language === block.language && before.start + before.lines.length === block.start
    if (goesOn) programs.at(-1)?.push(block)
    else programs.push([block])
  }
  return programs
}

type Parts = {
  /** Lengths of the rows of each line. */
  readonly rows: readonly (readonly number[])[]
  readonly words: readonly HighlightedLine[]
}

export function writeListing(block: CodeBlock, { rows, words }: Parts): string {
  const lines = block.lines.map((line, index) => {
    const number = block.start + index
    const name = block.marked.includes(number) ? 'line marked' : 'line'
    const [first = '', ...turned] = cutRows(
      words[index] ?? [{ text: line, kind: 'plain' }],
      rows[index] ?? [line.length],
    ).map((row) => row.map(writeWord).join(''))
    return [
      `<span class="${name}" data-line="${number}">${first}</span>`,
      ...turned.map((row) => `<span class="${name} turned">${row}</span>`),
    ].join('')
  })
  return `<pre class="listing"><code>${lines.join('')}</code></pre>`
}

/** The words of a line, those at the end of a row cut in two. */
export function cutRows(
  words: HighlightedLine,
  lengths: readonly number[],
): readonly HighlightedLine[] {
  const rows: HighlightedLine[] = []
  let left: readonly CodeWord[] = words
  for (const length of lengths) {
    const row: CodeWord[] = []
    let room = length
    while (room > 0 && left.length > 0) {
      const [word, ...rest] = left
      if (word === undefined) break
      row.push({ ...word, text: word.text.slice(0, room) })
      left = word.text.length > room ? [{ ...word, text: word.text.slice(room) }, ...rest] : rest
      room -= Math.min(room, word.text.length)
    }
    rows.push(row)
  }
  return rows
}

function writeWord({ text, kind }: CodeWord): string {
  return kind === 'plain' ? escapeHtml(text) : `<span class="${kind}">${escapeHtml(text)}</span>`
}

/** For the fonts: all characters of the listings, and those that are set bold. */
export function listingTexts(listings: Listings): { readonly all: string; readonly bold: string } {
  const words = [...listings.values()].flat(2)
  return {
    all: words.map(({ text }) => text).join(''),
    bold: words.map(({ text, kind }) => (kind === 'keyword' ? text : '')).join(''),
  }
}
