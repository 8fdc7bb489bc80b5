import type { Diagnostic } from './diagnostic.ts'
import { printable } from './printable.ts'

/** A JSON array with the fields of Diagnostic; `line`, `column` and `endColumn` stand beside the others. */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  const plain = diagnostics.map(
    ({ severity, code, message, file, place, hint, slide, isFixable }) => ({
      file: printable(file),
      ...place,
      severity,
      code,
      message: printable(message),
      ...(hint === undefined ? {} : { hint: printable(hint) }),
      ...(slide === undefined ? {} : { slide: { ...slide, title: printable(slide.title) } }),
      isFixable: isFixable === true,
    }),
  )
  return JSON.stringify(plain, null, 2)
}
