import { CODES, type Code } from './codes.ts'
import type { Diagnostic, Place, SlidePlace } from './diagnostic.ts'

/** The file and, when known, the place that a diagnostic points at. */
export type Where = { readonly file: string; readonly place?: Place }

export type Report = (diagnostic: Diagnostic) => void

type Words = {
  readonly message: string
  readonly hint?: string
  readonly slide?: SlidePlace
  readonly isFixable?: boolean
  readonly replacement?: string
}

/** Severity comes from the closed list, so that a code is never an error here and a warning there. */
export function makeDiagnostic(code: Code, where: Where, words: Words): Diagnostic {
  return { severity: CODES[code].severity, code, ...where, ...words }
}

/** Beyond this many, a list of names helps nobody. */
const MOST_LISTED = 40

/** `did you mean …?` when a near name exists, else the names that do exist, else nothing. */
export function suggest(near: string | undefined, known: readonly string[]): { hint?: string } {
  if (near !== undefined) return { hint: `did you mean \`${near}\`?` }
  if (known.length === 0 || known.length > MOST_LISTED) return {}
  return { hint: `known here: ${known.map((name) => `\`${name}\``).join(', ')}` }
}
