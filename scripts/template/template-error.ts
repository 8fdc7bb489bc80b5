/** What went wrong in a template, with the file, line and column a template author edits. */
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import type { TemplateFile } from './template-set.ts'

/** Fields that Handlebars and our own wrapper put on an error. */
export type LocatedError = Error & {
  templateFile?: TemplateFile
  readonly lineNumber?: number
  /** 0-based. */
  readonly column?: number
}

export function describeTemplateError(error: LocatedError, main: TemplateFile): Diagnostic {
  const file = error.templateFile ?? main
  const place = placeOf(error, file)
  return {
    severity: 'error',
    code: 'template-error',
    message: messageOf(error),
    file: file.file,
    ...(place === undefined ? {} : { place }),
    hint: hintOf(error),
  }
}

function messageOf(error: LocatedError): string {
  if (error instanceof RangeError) return 'The template includes itself without end'
  const first = error.message.split('\n')[0] ?? ''
  const missing = /^"(.+)" not defined in/.exec(error.message)
  if (missing) return `The template uses \`${missing[1]}\`, which a topic does not have`
  const partial = /^The partial (.+) could not be found/.exec(error.message)
  if (partial) return `There is no partial \`${partial[1]}\` in this template set`
  const unclosed = /^(.+) doesn't match (.+?) - /.exec(error.message)
  if (unclosed) return `\`{{#${unclosed[1]}}}\` is closed by \`{{/${unclosed[2]}}}\``
  if (first.startsWith('Parse error'))
    return 'The template cannot be read here: a tag is not closed or has a sign too many'
  return first.replace(/ - \d+:\d+$/, '')
}

function hintOf(error: LocatedError): string {
  if (/could not be found/.test(error.message))
    return 'A partial is a file `partials/<name>.md.hbs` of the same template set'
  if (/not defined/.test(error.message))
    return 'Names are listed in README under "Templates"; inside `{{#each}}` use `../name` for a name outside it'
  return 'Compare with the same file in `templates/lecture`'
}

function placeOf(error: LocatedError, file: TemplateFile): Place | undefined {
  if (error.lineNumber !== undefined && error.column !== undefined)
    return { line: error.lineNumber, column: error.column + 1 }
  return placeOfPartial(error, file) ?? placeOfParseError(error, file)
}

function placeOfPartial(error: LocatedError, file: TemplateFile): Place | undefined {
  const name = /^The partial (.+) could not be found/.exec(error.message)?.[1]
  return name === undefined ? undefined : findText(file.source, `{{> ${name}`, 4)
}

/**
 * Handlebars gives a line and up to 20 characters of what stood before the mistake, newlines removed.
 */
function placeOfParseError(error: LocatedError, file: TemplateFile): Place | undefined {
  const match = /^Parse error on line (\d+):\n(?:\.\.\.)?(.*)\n(-*)\^/.exec(error.message)
  if (!match) return undefined
  const line = Number(match[1])
  const shown = match[2] ?? ''
  const dots = error.message.includes('\n...') ? 3 : 0
  const before = shown.slice(0, Math.max(0, (match[3] ?? '').length - dots))
  const text = file.source.split('\n')[line - 1] ?? ''
  const tail = before.slice(-Math.min(before.length, text.length))
  const at = text.indexOf(tail)
  return { line, column: at < 0 ? 1 : Math.min(at + tail.length, text.length) + 1 }
}

function findText(source: string, text: string, offset: number): Place | undefined {
  const lines = source.split('\n')
  const line = lines.findIndex((candidate) => candidate.includes(text))
  if (line < 0) return undefined
  return { line: line + 1, column: (lines[line] ?? '').indexOf(text) + offset + 1 }
}
