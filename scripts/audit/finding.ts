import type { ClauseId } from './clauses.ts'

/** A place of a file that a clause of a standard forbids. */
export type Finding = {
  /** As in `listClauses`: `Matterhorn 13-004`, `ISO 19005-2, 6.2.11.5`. */
  readonly clause: ClauseId
  readonly message: string
  /** Object number, page, or path in the structure tree. */
  readonly where: string
}

export type Report = (clause: ClauseId, message: string, where: string) => void

/** What more than this repeats a clause is counted, not told. */
const MAX_PER_CLAUSE = 6
/** Enough to say that there are many. */
const MAX_COUNTED = 10_000

/** Gathers findings: each once, a few per clause, in the order of the clauses. */
export class FindingList {
  readonly #byClause = new Map<ClauseId, Map<string, Finding>>()

  readonly report: Report = (clause, message, where) => {
    const found = this.#byClause.get(clause) ?? new Map<string, Finding>()
    this.#byClause.set(clause, found)
    if (found.size < MAX_COUNTED) found.set(`${where}\n${message}`, { clause, message, where })
  }

  /** Sorted as `order` lists the clauses. */
  take(order: readonly ClauseId[]): readonly Finding[] {
    return order.flatMap((clause) => {
      const found = [...(this.#byClause.get(clause)?.values() ?? [])]
      const rest = found.length - MAX_PER_CLAUSE
      if (rest <= 0) return found
      const places = rest === 1 ? 'at one more place' : `at ${rest} more places`
      return [
        ...found.slice(0, MAX_PER_CLAUSE),
        { clause, message: `the same ${places}`, where: '' },
      ]
    })
  }
}
