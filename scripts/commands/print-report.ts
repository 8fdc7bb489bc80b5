/** Diagnostics in the form asked for, with the lines they point at. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { REPORTERS } from '../diagnostics/report.ts'
import type { Invocation } from './command.ts'

const MAX_FRAME_BYTES = 2_000_000

export function renderReport(diagnostics: readonly Diagnostic[], invocation: Invocation): string {
  const files = new Set(diagnostics.map(({ file }) => file))
  const sources = new Map<string, string>()
  for (const file of files) {
    const text = readForFrame(file, invocation)
    if (text !== undefined) sources.set(file, text)
  }
  return REPORTERS[invocation.report](diagnostics, sources, {
    isColored: invocation.terminal.isColored,
  })
}

/** The text of a file a diagnostic names; without it the report simply has no frame. */
function readForFrame(file: string, invocation: Invocation): string | undefined {
  const folder = invocation.templateFolders.find(({ displayPath }) =>
    file.startsWith(`${displayPath}/`),
  )
  const path =
    folder === undefined
      ? resolve(invocation.projectDir, file)
      : resolve(folder.path, file.slice(folder.displayPath.length + 1))
  try {
    const stats = statSync(path)
    if (!stats.isFile() || stats.size > MAX_FRAME_BYTES) return undefined
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch {
    // Gone or unreadable: that is what the diagnostic says.
    return undefined
  }
}

/** `3 errors, 1 warning` */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [plural(errors, 'error'), plural(warnings, 'warning')].filter((text) => text !== '')
  return parts.join(', ') || 'no problems'
}

function plural(count: number, word: string): string {
  if (count === 0) return ''
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
