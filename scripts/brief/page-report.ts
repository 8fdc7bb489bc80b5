/** What a printed page came out as: its fit, and the ink it takes. */
import { inkPercent } from '../typeset/ink-estimate.ts'
import type { Mark } from '../typeset/mark.ts'
import type { PageRect } from '../typeset/structure.ts'
import type { FitReport } from './fit-report.ts'

export type PageReport = FitReport & {
  /** Share of the page that is printed on, see ink-estimate.ts; 0 when not everything fits. */
  readonly inkPercent: number
}

export function reportPage(report: FitReport, marks: readonly Mark[], page: PageRect): PageReport {
  return { ...report, inkPercent: inkPercent(marks, page.width * page.height) }
}
