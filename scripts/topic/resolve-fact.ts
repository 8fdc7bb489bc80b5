import { pick } from './layers.ts'
import type { ReadFact } from './read-fact.ts'
import { inlineOf, type Reading } from './reading.ts'
import type { Fact } from './topic.ts'

/** The fact as shown: its source is cited by being shown. */
export function resolveFact(reading: Reading, fact: ReadFact): Fact {
  return {
    id: fact.id,
    label: inlineOf(reading, pick(fact.layers, 'label')),
    value: fact.value,
    printed: fact.printed,
    asOf: fact.asOf,
    source: reading.ledger.citeSourceOf(fact),
  }
}
