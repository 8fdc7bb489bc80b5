import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { factConflict } from '../diagnostics/topic-problems.ts'
import type { Fact, Topic } from './topic.ts'

type Given = { readonly fact: Fact; readonly file: string }

/**
 * One fact id must mean one figure on the whole shelf. Reported where the later topic gives it;
 * a topic that inherits a figure gives none.
 */
export function checkShelf(
  topics: readonly Pick<Topic, 'file' | 'facts'>[],
): readonly Diagnostic[] {
  const first = new Map<string, Given>()
  const found: Diagnostic[] = []
  for (const topic of topics) {
    for (const fact of topic.facts) {
      if (fact.place === undefined) continue
      const earlier = first.get(fact.id)
      if (earlier === undefined) first.set(fact.id, { fact, file: topic.file })
      else if (String(earlier.fact.value) !== String(fact.value))
        found.push(conflict(topic.file, fact, earlier))
    }
  }
  return sortDiagnostics(found)
}

function conflict(file: string, fact: Fact, earlier: Given): Diagnostic {
  const where = fact.place === undefined ? { file } : { file, place: fact.place }
  return factConflict(where, {
    id: fact.id,
    here: fact.printed.number,
    there: earlier.fact.printed.number,
    other: earlier.file,
  })
}
