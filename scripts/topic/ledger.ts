/**
 * Facts and sources of one topic: each figure printed once, each source numbered when it is first
 * cited. Resolving in reading order is what makes the numbers follow the reading order.
 */
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import {
  unknownFact,
  unknownSource,
  unusedFact,
  unusedSource,
} from '../diagnostics/topic-problems.ts'
import type { Layers } from './layers.ts'
import { pick } from './layers.ts'
import { type ReadFact, readFact } from './read-fact.ts'
import type { FactData, SourceData } from './schema.ts'
import { textAt, whereKey, whereValue } from './source-document.ts'
import type { Lang, PrintedFigure } from './topic.ts'

export type LedgerContent = {
  readonly facts: ReadonlyMap<string, Layers<FactData>>
  readonly sources: ReadonlyMap<string, Layers<SourceData>>
  readonly lang: Lang
  /** A ledger of which parts were faulty: names that seem unknown may only have been taken away. */
  readonly isIncomplete: boolean
  readonly report: Report
}

/** Places are functions: they are only worked out when something is reported. */
export type Ledger = {
  readonly content: LedgerContent
  /** Undefined after the unknown id was reported. */
  readonly figure: (id: string, where: () => Where) => PrintedFigure | undefined
  readonly fact: (id: string, where: () => Where) => ReadFact | undefined
  /** The fact read and checked, without counting as a use of it. */
  readonly peek: (id: string) => ReadFact | undefined
  /** Number of the source, 0 after the unknown id was reported. */
  readonly cite: (id: string, where: () => Where) => number
  /** Number of the source of a fact, 0 when it names none. */
  readonly citeSourceOf: (fact: ReadFact) => number
  /** Ids by number. */
  readonly cited: () => readonly string[]
  readonly used: () => ReadonlySet<string>
}

export function createLedger(content: LedgerContent): Ledger {
  const { facts, sources, report, isIncomplete } = content
  const read = new Map<string, ReadFact | undefined>()
  const used = new Set<string>()
  const numbers = new Map<string, number>()

  const peek = (id: string): ReadFact | undefined => {
    const layers = facts.get(id)
    if (layers !== undefined && !read.has(id)) read.set(id, readFact(id, layers, content))
    return read.get(id)
  }
  const fact = (id: string, where: () => Where): ReadFact | undefined => {
    const layers = facts.get(id)
    if (layers === undefined) {
      if (!isIncomplete) report(unknownFact(where(), id, [...facts.keys()]))
      return undefined
    }
    used.add(id)
    return peek(id)
  }
  const cite = (id: string, where: () => Where): number => {
    if (!sources.has(id)) {
      if (!isIncomplete) report(unknownSource(where(), id, [...sources.keys()]))
      return 0
    }
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return number
  }
  return {
    content,
    fact,
    peek,
    cite,
    figure: (id, where) => fact(id, where)?.printed,
    citeSourceOf: ({ layers }) => {
      const source = pick(layers, 'source')
      return source === undefined ? 0 : cite(textAt(source.at), () => whereValue(source.at))
    },
    cited: () => [...numbers.keys()],
    used: () => used,
  }
}

/** Warns of facts and sources that the topic itself gives (not its original, not the folder) and never uses. */
export function reportUnused(ledger: Ledger, ownFile: string): void {
  const { facts, sources, report } = ledger.content
  const named = new Set(ledger.cited())
  for (const layers of facts.values()) {
    const source = pick(layers, 'source')
    if (source !== undefined) named.add(textAt(source.at))
  }
  for (const [id, layers] of facts)
    if (!ledger.used().has(id)) warnOwn(layers, ownFile, (where) => report(unusedFact(where, id)))
  for (const [id, layers] of sources)
    if (!named.has(id)) warnOwn(layers, ownFile, (where) => report(unusedSource(where, id)))
}

function warnOwn<T>(layers: Layers<T>, ownFile: string, warn: (where: Where) => void): void {
  const weakest = layers.at(-1)
  if (weakest?.at.document.file === ownFile) warn(whereKey(weakest.at))
}
