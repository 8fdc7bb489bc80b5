import type { Place } from '../diagnostics/diagnostic.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { factConflict } from '../diagnostics/topic-problems.ts'
import type { Fact } from './topic.ts'

/** What the check needs of a topic: the figures its own file gives. A build keeps it in the manifest. */
export type TopicLedger = {
  readonly file: string
  readonly lang: string
  readonly facts: readonly OwnFact[]
}

export type OwnFact = {
  readonly id: string
  readonly value: string
  /** As printed, for the message. */
  readonly number: string
  readonly unit: string
  readonly place: Place
}

export function ledgerOf(topic: {
  readonly file: string
  readonly lang: string
  readonly facts: readonly Fact[]
}): TopicLedger {
  const facts = topic.facts.flatMap(({ id, value, printed: { number, unit }, place }) =>
    place === undefined ? [] : [{ id, value: String(value), number, unit, place }],
  )
  return { file: topic.file, lang: topic.lang, facts }
}

type Given = { readonly fact: OwnFact; readonly file: string }

/**
 * One fact id must mean one figure on the whole shelf, and in topics of one language in one unit.
 * Reported where the later topic gives it; a topic that inherits a figure gives none.
 */
export function checkShelf(topics: readonly TopicLedger[]): readonly Diagnostic[] {
  const first = new Map<string, Given>()
  const found: Diagnostic[] = []
  for (const { file, lang, facts } of topics) {
    for (const fact of facts) {
      const earlier = firstOf(first, fact.id, { fact, file })
      const sameLang = firstOf(first, `${fact.id} ${lang}`, { fact, file })
      if (earlier.fact.value !== fact.value) found.push(conflict(file, fact, earlier))
      else if (sameLang.fact.unit !== fact.unit) found.push(conflict(file, fact, sameLang))
    }
  }
  return sortDiagnostics(found)
}

function firstOf(first: Map<string, Given>, key: string, given: Given): Given {
  const known = first.get(key)
  if (known === undefined) first.set(key, given)
  return known ?? given
}

function conflict(file: string, fact: OwnFact, earlier: Given): Diagnostic {
  const isUnit = earlier.fact.value === fact.value
  const shown = ({ number, unit }: OwnFact) => (isUnit ? `${number} ${unit}`.trim() : number)
  return factConflict(
    { file, place: fact.place },
    { id: fact.id, here: shown(fact), there: shown(earlier.fact), other: earlier.file },
  )
}
