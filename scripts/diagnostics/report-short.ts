import { type Diagnostic, NO_FILE } from './diagnostic.ts'
import { printable } from './printable.ts'

/** One line each: `file:line:column: error[code]: message`, as compilers print it and editors read it. */
export function reportShort(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((diagnostic) => {
      const { location, label, message } = diagnosticHead(diagnostic)
      return `${location}: ${label}: ${message}`
    })
    .join('\n')
}

export function diagnosticHead(diagnostic: Diagnostic) {
  const { file, place, severity, code, message } = diagnostic
  // As other tools of the command line say what no file is to blame for.
  const name = file === NO_FILE ? 'lectern' : file
  const location = place === undefined ? name : `${name}:${place.line}:${place.column}`
  return {
    location: printable(location),
    label: `${severity}[${code}]`,
    message: printable(message),
  }
}
