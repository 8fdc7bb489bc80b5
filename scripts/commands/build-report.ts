/** What a build says: a line for each topic, the problems, a summary, an exit code. */
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { documentsOf, nameOf, picturesOf, totalBytes } from '../output/documents.ts'
import type { ManifestEntry, ManifestOutput } from '../output/manifest.ts'
import { printedSize } from '../output/shelf-page.ts'
import type { BuildOptions } from './build-options.ts'
import type { Outcome, Session } from './build-session.ts'
import { EXIT, type ExitCode, type Invocation } from './command.ts'
import { countText, renderReport } from './print-report.ts'
import { slugOf, withShared } from './shelf.ts'

/** One line a finished topic on stdout. */
export function announce(
  { file, state, entry }: Outcome,
  { terminal, isJson, isQuiet }: Invocation,
): void {
  if (isJson || isQuiet || state === 'unchanged' || entry === undefined) return
  const documents = documentsOf(entry).map(({ output }) => printedOutput(output))
  terminal.out(`${slugOf(file)}: ${[...documents, ...printedPictures(entry)].join(' · ')}`)
}

function printedOutput(output: ManifestOutput): string {
  const { slides, pages, format, bytes } = output
  // Of what is handed out the pages count; the brief is one, deck.pdf has as many as slides.
  const sheets =
    format === 'handout' && pages !== undefined
      ? `${pages} ${pages === 1 ? 'page' : 'pages'}, `
      : ''
  const extent = slides === undefined ? sheets : `${slides} slides, `
  return `${nameOf(output)} (${extent}${printedSize(bytes)})`
}

function printedPictures(entry: ManifestEntry): readonly string[] {
  const { slides, card } = picturesOf(entry)
  const names = slides.map(nameOf)
  const ends = names.length > 1 ? [names[0], names.at(-1)] : names
  return [
    ...(slides.length === 0 ? [] : [`${ends.join(' … ')} (${printedSize(totalBytes(slides))})`]),
    ...(card === undefined ? [] : [printedOutput(card)]),
  ]
}

export function reportBuild(
  outcomes: readonly Outcome[],
  shelfProblems: readonly Diagnostic[],
  session: Session,
): ExitCode {
  const { invocation, shelf, options } = session
  const problems = outcomes.flatMap(({ diagnostics }) => diagnostics)
  const diagnostics = withShared(shelf, [...problems, ...shelfProblems])
  const { terminal } = invocation
  if (diagnostics.length > 0 && !invocation.isJson)
    terminal.err(renderReport(diagnostics, invocation))
  if (invocation.isJson) terminal.out(JSON.stringify(jsonResult(outcomes, diagnostics)))
  else if (!invocation.isQuiet) terminal.err(summaryOf(outcomes, diagnostics, options))
  const fault = outcomes.find((outcome) => outcome.fault !== undefined)?.fault
  if (fault !== undefined) throw fault
  if (diagnostics.some(({ code }) => MACHINE_CODES.has(code))) return EXIT.machine
  const isBad = options.isStrict ? diagnostics.length > 0 : hasErrors(diagnostics)
  return isBad ? EXIT.content : EXIT.done
}

/** What the machine lacks or did; never the content's fault. */
export const MACHINE_CODES: ReadonlySet<string> = new Set([
  'output-refused',
  'output-failed',
  'browser-missing',
  'browser-failed',
  'print-timeout',
])

function jsonResult(outcomes: readonly Outcome[], diagnostics: readonly Diagnostic[]): object {
  return {
    ok: !hasErrors(diagnostics),
    topics: outcomes.map(({ file, state, entry, briefs }) => ({
      slug: slugOf(file),
      state,
      outputs: entry?.outputs ?? [],
      brief: briefs[0] ?? null,
      briefs,
    })),
    diagnostics,
  }
}

function summaryOf(
  outcomes: readonly Outcome[],
  diagnostics: readonly Diagnostic[],
  options: BuildOptions,
): string {
  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length
  const parts = [
    `${count('built')} built`,
    count('unchanged') === 0 ? '' : `${count('unchanged')} unchanged`,
    count('failed') === 0 ? '' : `${count('failed')} with errors`,
    countText(diagnostics),
  ].filter((text) => text !== '')
  return `${parts.join(', ')} → ${options.output}/index.html`
}
