import { type Diagnostic, NO_FILE } from './diagnostic.ts'
import { printable } from './printable.ts'

/**
 * Workflow commands that GitHub Actions turns into annotations; escaping as in
 * actions/toolkit, packages/core/src/command.ts.
 */
export function reportGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, message, file, place, hint }) => {
      const properties = [
        ...(file === NO_FILE ? [] : [`file=${escapeProperty(file)}`]),
        ...(place === undefined ? [] : [`line=${place.line}`, `col=${place.column}`]),
        ...(place?.endColumn === undefined ? [] : [`endColumn=${place.endColumn}`]),
        `title=${escapeProperty(code)}`,
      ]
      const text = hint === undefined ? message : `${message} (fix: ${hint})`
      return `::${severity} ${properties.join(',')}::${escapeData(text)}`
    })
    .join('\n')
}

function escapeData(text: string): string {
  return printable(text).replaceAll('%', '%25')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
