/** What `check --render` says of the briefs it rendered: where they break PDF/UA-1 or PDF/A. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import type { RenderedFile } from '../render/job.ts'
import type { Topic } from '../topic/topic.ts'

const OUR_FAULT =
  'a topic cannot cause this: mend the template set if it is your own, else it is a fault of Lectern'

/** What an author brings along in pictures, which are put into the file as they are. */
const CAUSES: Readonly<Record<string, string>> = {
  'ISO 19005-2, 6.2.4.3':
    'a picture is saved in the colours of a printing press (CMYK): save it as RGB',
}

/** One diagnostic for each clause that a file breaks, with the first place. */
export async function auditBriefs(
  topic: Topic,
  files: readonly RenderedFile[],
): Promise<readonly Diagnostic[]> {
  const briefs = files.filter(({ format, path }) => format === 'brief' && path.endsWith('.pdf'))
  if (briefs.length === 0) return []
  const { auditPdf, CLAUSES } = await import('../audit/audit-pdf.ts')
  return briefs.flatMap(({ path, bytes }) => {
    const findings = auditPdf(bytes)
    const clauses = [...new Set(findings.map(({ clause }) => clause))]
    return clauses.map((clause) => {
      const places = findings.filter((finding) => finding.clause === clause)
      const { message = '', where = '' } = places[0] ?? {}
      const more = places.length > 1 ? ', and elsewhere' : ''
      return makeDiagnostic(
        'pdf-conformance',
        { file: topic.file },
        {
          message: `\`${path}\` breaks ${clause} (${CLAUSES[clause]}): ${message} (${where}${more})`,
          hint: CAUSES[clause] ?? OUR_FAULT,
        },
      )
    })
  })
}
