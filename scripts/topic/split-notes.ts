/** Cuts the Markdown body into opening notes and the notes under each `##` heading. */
export type NotesPart = {
  readonly heading: string
  /** 1-based line of the heading in the file. */
  readonly line: number
  readonly text: string
}

export type SplitNotes = { readonly opening: string; readonly parts: readonly NotesPart[] }

const HEADING = /^ {0,3}##(?!#)[ \t]*(.*)$/u
const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/u

/** @param firstLine 1-based line of the file on which the body begins */
export function splitNotes(body: string, firstLine: number): SplitNotes {
  const opening: string[] = []
  const parts: { heading: string; line: number; lines: string[] }[] = []
  let fence = ''
  for (const [index, line] of body.split('\n').entries()) {
    fence = nextFence(fence, line)
    const heading = fence === '' ? HEADING.exec(line)?.[1] : undefined
    if (heading !== undefined)
      parts.push({ heading: cleanHeading(heading), line: firstLine + index, lines: [] })
    else (parts.at(-1)?.lines ?? opening).push(line)
  }
  return {
    opening: trimLines(opening),
    parts: parts.map(({ heading, line, lines }) => ({ heading, line, text: trimLines(lines) })),
  }
}

/** The open fence after this line: a fence is closed by one of the same sign, at least as long (CommonMark 4.5). */
function nextFence(open: string, line: string): string {
  const match = FENCE.exec(line)
  if (match === null) return open
  const [, marks = '', rest = ''] = match
  if (open === '') return marks.startsWith('`') && rest.includes('`') ? '' : marks
  const isClosing = marks[0] === open[0] && marks.length >= open.length && rest.trim() === ''
  return isClosing ? '' : open
}

/** Without the closing hashes that Markdown allows. */
function cleanHeading(heading: string): string {
  const text = heading.trim()
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end--
  return end === 0 || text[end - 1] === ' ' || text[end - 1] === '\t'
    ? text.slice(0, end).trim()
    : text
}

function trimLines(lines: readonly string[]): string {
  return lines.join('\n').trim()
}
