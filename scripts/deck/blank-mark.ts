/** A gap to write in, as it stands in deck Markdown: its number and a stretch of line, the same for every term. */
import type { InlineSource } from './slide.ts'

/** No-break spaces are as wide in the ruler as on the page, and no copy of the text shows anything but white. */
const WIDTH_SPACES = 24

/** `<u>`: a line without words (HTML Standard, 4.5.22). The number stands on it, so that the two never part. */
export function blankSource(id: string): InlineSource {
  return `<u>(${id})${'\u00a0'.repeat(WIDTH_SPACES)}</u>`
}

const BLANK_RE = new RegExp(`<u>\\((\\d+)\\)(?=\u00a0{${WIDTH_SPACES}}</u>)`, 'g')

/** @param numberOf the number of the gap that has this one now */
export function renumberBlanks(source: string, numberOf: (id: string) => string): string {
  return source.replace(BLANK_RE, (_, id: string) => `<u>(${numberOf(id)})`)
}

/** Of all gaps, in the order of reading. */
export function blankIds(source: string): readonly string[] {
  return [...source.matchAll(BLANK_RE)].map(([, id = '']) => id)
}

export const BLANK_CSS = `
section u { text-decoration: none; border-bottom: 2px solid; }
`
