import matter from 'gray-matter'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import {
  frontMatterLanguage,
  frontMatterTooLarge,
  misspeltClose,
  noFrontMatter,
  unclosedFrontMatter,
} from '../diagnostics/source-problems.ts'

export type FrontMatter = {
  /** YAML source; begins with the line break after `---`, so its line 1 is line 1 of the file. */
  readonly yaml: string
  readonly body: string
  /** 1-based line of the file on which `body` begins. */
  readonly bodyLine: number
}

const MAX_FRONT_MATTER_BYTES = 64 * 1024

/**
 * Splits a topic file. gray-matter evaluates whatever language follows the opening `---`
 * (CVE-2026-78847), so anything but blanks or `yaml` is refused before it sees the text, and
 * every engine it has is replaced.
 *
 * @param text well-formed, with LF line ends
 */
export function splitFrontMatter(text: string, file: string): FrontMatter | Diagnostic {
  const problem = checkFences(text, file)
  if (problem !== undefined) return problem
  const split = matter(text, { language: 'yaml', engines: ENGINES })
  const bodyLine = text.slice(0, text.length - split.content.length).split('\n').length
  return { yaml: split.matter, body: split.content, bodyLine }
}

/** gray-matter only splits; the YAML is parsed elsewhere, with places. */
const ENGINES = {
  yaml: { parse: () => ({}) },
  json: { parse: refuse },
  javascript: { parse: refuse },
  js: { parse: refuse },
  coffee: { parse: refuse },
}

function refuse(): never {
  throw new Error('an engine of gray-matter was reached')
}

function checkFences(text: string, file: string): Diagnostic | undefined {
  const lines = text.split('\n')
  const opening = lines[0] ?? ''
  const place = { line: 1, column: 1 }
  if (!opening.startsWith('---') || opening.startsWith('----'))
    return noFrontMatter({ file, place })
  const language = opening.slice(3).trim()
  if (language !== '' && language !== 'yaml')
    return frontMatterLanguage({ file, place: { line: 1, column: 4 } }, language)
  const closing = lines.findIndex((line, index) => index > 0 && line.startsWith('---'))
  if (closing === -1) return unclosedFrontMatter({ file, place })
  if ((lines[closing] ?? '').trimEnd() !== '---')
    return misspeltClose({ file, place: { line: closing + 1, column: 1 } })
  const size = Buffer.byteLength(lines.slice(1, closing).join('\n'))
  if (size > MAX_FRONT_MATTER_BYTES)
    return frontMatterTooLarge({ file, place }, MAX_FRONT_MATTER_BYTES / 1024)
  return undefined
}
