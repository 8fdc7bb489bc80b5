/** A gap to write in, as it stands in deck Markdown: its number and a stretch of line, the same for every term. */
import type { InlineSource } from './slide.ts'

/** No-break spaces are as wide in the ruler as on the page, and no copy of the text shows anything but white. */
const WIDTH_SPACES = 28

/**
 * `<u>`: a line without words (HTML Standard, 4.5.22). The number stands on it, so that the two never part, in square
 * brackets: statements of a question are counted `(1)`.
 */
export function blankSource(id: string): InlineSource {
  return `<u>\\[${id}\\]${'\u00a0'.repeat(WIDTH_SPACES)}</u>`
}

const BLANK_RE = new RegExp(`<u>\\\\\\[(\\d+)\\\\\\](?=\u00a0{${WIDTH_SPACES}}</u>)`, 'g')

/** @param numberOf the number of the gap that has this one now */
export function renumberBlanks(source: string, numberOf: (id: string) => string): string {
  return source.replace(BLANK_RE, (_, id: string) => `<u>\\[${numberOf(id)}\\]`)
}

/** Of all gaps, in the order of reading. */
export function blankIds(source: string): readonly string[] {
  return [...source.matchAll(BLANK_RE)].map(([, id = '']) => id)
}

/** Of the slides; the line is lower than that of a link, so that there is room to write on it. */
export const BLANK_CSS = `
section u { font-weight: 700; font-style: normal; color: var(--accent); text-decoration: underline 2px var(--muted); text-underline-offset: .22em; }
`

/** @param html of slides on which the gaps have their numbers */
export function blankNumbers(html: string): readonly number[] {
  return [...html.matchAll(/<u>\[(\d+)\]\u00a0/g)].map(([, number]) => Number(number))
}
