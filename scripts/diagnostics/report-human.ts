import pc from 'picocolors'
import { codeFrame } from './code-frame.ts'
import type { Diagnostic } from './diagnostic.ts'
import { printable } from './printable.ts'
import { diagnosticHead } from './report-short.ts'

/** One block each: the head line, the source line with a caret, and what to do next. */
export function reportHuman(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, string>,
  options: { readonly isColored: boolean },
): string {
  const colors = pc.createColors(options.isColored)
  return diagnostics
    .map((diagnostic) => {
      const text = sources.get(diagnostic.file)
      const frame =
        text === undefined || diagnostic.place === undefined
          ? undefined
          : codeFrame(text, diagnostic.place)
      const { location, label, message } = diagnosticHead(diagnostic)
      const paint = diagnostic.severity === 'error' ? colors.red : colors.yellow
      const lines = [`${location}: ${paint(label)}: ${colors.bold(message)}`]
      if (frame !== undefined) lines.push(colors.dim(frame))
      if (diagnostic.hint !== undefined) lines.push(`  fix: ${printable(diagnostic.hint)}`)
      return lines.join('\n')
    })
    .join('\n\n')
}
