/** What the author is told of the fit of a brief: sections left out, or that it does not fit and what to cut. */
import type { PageReport, Side } from '../brief/render-brief.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, type Where } from '../diagnostics/make-diagnostic.ts'
import type { Topic } from '../topic/topic.ts'
import { ContentProblem } from './content-problem.ts'
import type { Job } from './job.ts'

/** How many sections are named, the largest first. */
const NAMED_SECTIONS = 3

export type PageName = {
  readonly path: string
  readonly side: Side
  /** For people, when a topic has several: `the back of the brief`. */
  readonly page: string
}

/** Notes how a page came out; what does not fit stops the file. */
export function tellPage(
  report: PageReport,
  { path, side, page }: PageName,
  { topic, warn, noteFit }: Job,
): void {
  noteFit({ path, side, ...report })
  if (report.overflowLines > 0) throw new ContentProblem(overflowDiagnostic(topic, report, page))
  for (const diagnostic of droppedDiagnostics(topic, report, page)) warn(diagnostic)
}

function overflowDiagnostic(topic: Topic, report: PageReport, page: string): Diagnostic {
  const largest = report.sections.toSorted((a, b) => b.lines - a.lines).slice(0, NAMED_SECTIONS)
  const named = largest.map(({ id, lines }) => `\`${id}\` ${lines}`).join(', ')
  return makeDiagnostic('brief-overflow', whereSection(topic, report.largestSection), {
    message: `${capital(page)} does not fit on one page: over by ${count(report.overflowLines)} at the smallest size of \`${report.preset}\`${named === '' ? '' : `; ${named}`}`,
    hint: `cheapest cut: ${report.cheapestCut}`,
  })
}

/** One for each section left out, at its own line. */
function droppedDiagnostics(topic: Topic, report: PageReport, page: string): readonly Diagnostic[] {
  return report.dropped.map((id) =>
    makeDiagnostic('brief-dropped', whereSection(topic, id), {
      message: `\`${id}\` was left out of ${page}, which is full at the smallest size of \`${report.preset}\``,
      hint: topic.sections.some((section) => section.id === id)
        ? 'shorten the topic, or give this section `priority: 1` to keep it'
        : 'shorten the topic, or leave out a section to keep it',
    }),
  )
}

function whereSection(topic: Topic, id: string): Where {
  const section = topic.sections.find((candidate) => candidate.id === id)
  return { file: topic.file, place: section?.place ?? { line: 1, column: 1 } }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function count(lines: number): string {
  return `${lines} ${lines === 1 ? 'line' : 'lines'}`
}
