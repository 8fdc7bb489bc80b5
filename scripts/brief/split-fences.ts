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
  for (const [index, text] of markdown.split(/\r?\n/u).entries()) {
    const line = index + 1
    const match = /^:::+[ \t]*(\S*)[ \t]*(.*)$/u.exec(text)
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

function fenceName(name: string, line: number): FenceName {
  const known = FENCE_NAMES.find((candidate) => candidate === name)
  if (known === undefined) throw new BriefMarkdownError(line, `unknown block ::: ${name}`)
  return known
}
