/** Brief Markdown → its fenced blocks, with the lines they stand on. */
import { BriefMarkdownError } from './brief-block.ts'

const FENCE_NAMES = ['header', 'masthead', 'figures', 'section', 'box', 'lines', 'foot'] as const
export type FenceName = (typeof FENCE_NAMES)[number]

export type Fence = {
  readonly name: FenceName
  readonly params: string
  /** 1-based line of the opening fence. */
  readonly line: number
  readonly markdown: string
}

/**
 * Read line by line and not by a markdown-it plugin: the plugin closes a block that the template forgot
 * to close at the end of the file, without a word.
 */
export function splitFences(markdown: string): readonly Fence[] {
  const fences: Fence[] = []
  let open: { name: FenceName; params: string; line: number; lines: string[] } | undefined
  let listing = ''
  for (const [index, text] of markdown.split(/\r?\n/u).entries()) {
    const line = index + 1
    const isCode = listing !== ''
    listing = listingAfter(text, listing)
    const match = isCode ? null : /^:::+[ \t]*(\S*)[ \t]*(.*)$/u.exec(text)
    if (match === null) {
      if (open !== undefined) open.lines.push(text)
      else if (text.trim() !== '') throw new BriefMarkdownError(line, 'text outside any ::: block')
      continue
    }
    const [, name = '', params = ''] = match
    if (name === '') {
      if (open === undefined) throw new BriefMarkdownError(line, '::: closes nothing')
      fences.push({ ...open, markdown: open.lines.join('\n') })
      open = undefined
      continue
    }
    if (open !== undefined) {
      throw new BriefMarkdownError(line, `::: ${open.name} of line ${open.line} is still open`)
    }
    open = { name: fenceName(name, line), params: params.trim(), line, lines: [] }
  }
  if (open !== undefined)
    throw new BriefMarkdownError(open.line, `::: ${open.name} is never closed`)
  return fences
}

/** The backticks of the listing that is open behind the line; in a listing `:::` is code. */
function listingAfter(text: string, open: string): string {
  const ticks = /^`{3,}/.exec(text)?.[0] ?? ''
  if (open === '') return ticks
  return ticks.length >= open.length && text.trim() === ticks ? '' : open
}

function fenceName(name: string, line: number): FenceName {
  const known = FENCE_NAMES.find((candidate) => candidate === name)
  if (known === undefined) throw new BriefMarkdownError(line, `unknown block ::: ${name}`)
  return known
}
