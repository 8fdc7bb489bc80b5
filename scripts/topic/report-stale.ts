import { staleFact } from '../diagnostics/topic-problems.ts'
import { type Layer, pick } from './layers.ts'
import type { Ledger } from './ledger.ts'
import { lastDayPlus } from './printed-date.ts'
import { STALE_PATTERN } from './schema.ts'
import { textAt, whereValue } from './source-document.ts'

/** Facts in use that are older than allowed; a free text such as `FY 2024-25` has no age. */
export function reportStale(
  ledger: Ledger,
  staleAfter: Layer<string> | undefined,
  today: string,
): void {
  const [, count, unit] = STALE_PATTERN.exec(staleAfter?.value ?? '') ?? []
  if (count === undefined || unit === undefined) return
  for (const id of ledger.used()) {
    const asOf = pick(ledger.content.facts.get(id) ?? [], 'as_of')
    if (asOf === undefined) continue
    const due = lastDayPlus(textAt(asOf.at), Number(count), unit)
    if (due !== undefined && due < today)
      ledger.content.report(staleFact(whereValue(asOf.at), id, due))
  }
}
