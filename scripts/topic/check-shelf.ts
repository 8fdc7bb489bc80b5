import type { Place } from '../diagnostics/diagnostic.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { factConflict } from '../diagnostics/topic-problems.ts'
import type { Fact } from './topic.ts'

/** What the check needs of a topic: the figures its own file gives. A build keeps it in the manifest. */
export type TopicLedger = { readonly file: string; readonly facts: readonly OwnFact[] }

export type OwnFact = {
  readonly id: string
  readonly value: string
  /** As printed, for the message. */
  readonly number: string
  readonly place: Place
}

export function ledgerOf(topic: {
  readonly file: string
  readonly facts: readonly Fact[]
}): TopicLedger {
  const facts = topic.facts.flatMap(({ id, value, printed, place }) =>
    place === undefined ? [] : [{ id, value: String(value), number: printed.number, place }],
  )
  return { file: topic.file, facts }
}

type Given = { readonly fact: OwnFact; readonly file: string }

/**
 * One fact id must mean one figure on the whole shelf. Reported where the later topic gives it;
 * a topic that inherits a figure gives none.
 */
export function checkShelf(topics: readonly TopicLedger[]): readonly Diagnostic[] {
  const first = new Map<string, Given>()
  const found: Diagnostic[] = []
  for (const topic of topics) {
    for (const fact of topic.facts) {
      const earlier = first.get(fact.id)
      if (earlier === undefined) first.set(fact.id, { fact, file: topic.file })
      else if (earlier.fact.value !== fact.value) found.push(conflict(topic.file, fact, earlier))
    }
  }
  return sortDiagnostics(found)
}

function conflict(file: string, fact: OwnFact, earlier: Given): Diagnostic {
  return factConflict(
    { file, place: fact.place },
    {
      id: fact.id,
      here: fact.number,
      there: earlier.fact.number,
      other: earlier.file,
    },
  )
}
