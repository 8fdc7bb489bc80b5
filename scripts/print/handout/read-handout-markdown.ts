/**
 * The rendered `handout.md.hbs`: what stands on every sheet in the words of the template set. Blocks fenced by `:::`,
 * each with a list: `header` with institute, topic, date and the number of the page, in which `{page}` and
 * `{pages}` stand for the figures; `notes` with the mark of a slide whose notes go on.
 */
import { plainText } from '../../deck/rich-text.ts'

export type HandoutWords = {
  readonly institute: string
  readonly topic: string
  readonly date: string
  /** With `{page}` and `{pages}`. */
  readonly page: string
  readonly continued: string
}

export function readHandoutMarkdown(markdown: string): HandoutWords {
  const header = listOf(markdown, 'header')
  const notes = listOf(markdown, 'notes')
  return {
    institute: header[0] ?? '',
    topic: header[1] ?? '',
    date: header[2] ?? '',
    page: header[3] ?? '{page} / {pages}',
    continued: notes[0] ?? '',
  }
}

/** Items of the list in a block, as the text that a reader sees; empty when there is no such block. */
export function listOf(markdown: string, name: string): readonly string[] {
  const lines = markdown.split('\n')
  const start = lines.indexOf(`::: ${name}`)
  if (start < 0) return []
  const end = lines.indexOf(':::', start)
  return lines
    .slice(start + 1, end < 0 ? undefined : end)
    .filter((line) => /^-(?: |$)/.test(line))
    .map((line) => withoutMarks(line.slice(2)))
}

const CITATION_RE = /<sup>[^<]*<\/sup>/g

/** Plain text without numbers of sources, which would be read as digits of the text. */
export function withoutMarks(source: string): string {
  return plainText(source.replace(CITATION_RE, ''))
}
