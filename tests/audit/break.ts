/** One way to break the good file, and what the audit is to say of it. */
import type { ClauseId } from '../../scripts/audit/clauses.ts'
import type { Draft } from './draft.ts'

export type Break = {
  readonly clause: ClauseId
  readonly how: string
  readonly edit: (draft: Draft) => void
  /** Clauses that the same fault breaks, too. */
  readonly also?: readonly ClauseId[]
  /** Breaks the PDF/A-3a file with its attachment. */
  readonly isPart3?: true
}
