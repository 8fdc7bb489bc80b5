import type { Report } from '../finding.ts'
import type { Reading } from '../reading.ts'
import type { Everything } from './walk.ts'

export type Audit = Reading & { readonly everything: Everything }

/** Looks at a file from one side and reports what a clause forbids. */
export type Rule = (audit: Audit, report: Report) => void
