/** Topics for the bench: 12 slides each, no two alike, the same on every machine. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS =
  'trade ministry corridor mineral export agreement session technology supply railway harbour energy policy industry research partner tariff investment council reform growth delegation metal fertiliser shipping finance training market network resource'.split(
    ' ',
  )

/** Park–Miller minimal standard generator (CACM 31:10, 1988): the same sequence everywhere. */
function makeRandom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

export type Contents = {
  /** One or two; each in the place of a section of points. */
  readonly charts: 1 | 2
}

export function generateTopics(
  projectDir: string,
  count: number,
  contents: Contents = { charts: 1 },
): void {
  const contentDir = join(projectDir, 'content')
  mkdirSync(contentDir, { recursive: true })
  for (let i = 1; i <= count; i++)
    writeFileSync(
      join(contentDir, `topic-${String(i).padStart(4, '0')}.md`),
      topicText(i, contents),
    )
}

function topicText(seed: number, { charts }: Contents): string {
  const random = makeRandom(seed)
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? 'trade'
  const sentence = (length: number): string => {
    const text = Array.from({ length }, pick).join(' ')
    return `${text[0]?.toUpperCase()}${text.slice(1)}`
  }
  const points = (count: number): string =>
    Array.from({ length: count }, () => `      - ${sentence(9)} {f1-${seed}}[@s]`).join('\n')
  const fact = (n: number): string =>
    `  f${n}-${seed}: { label: ${sentence(3)}, value: ${(random() * 90 + 1).toFixed(1)}, unit: US$ billion, as_of: 2024, source: s }`
  const section = (n: number): string =>
    `  - id: section-${n}\n    title: ${sentence(3)}\n    minutes: 4\n    points:\n${points(4)}`
  const chart = (id: string): string =>
    `  - id: ${id}\n    title: ${sentence(3)}\n    chart: { kind: bar, facts: [f1-${seed}, f2-${seed}, f3-${seed}, f4-${seed}], title: ${sentence(6)}, caption: ${sentence(5)} }`
  return `---
title: ${sentence(5)}
subtitle: ${sentence(4)}
date: 2025-08-08
summary: ${sentence(18)}.
sources:
  s: { title: ${sentence(6)}, publisher: A newspaper, date: 2025-08 }
facts:
${[1, 2, 3, 4].map(fact).join('\n')}
sections:
${[1, 2, 3, 4]
  .slice(charts - 1)
  .map(section)
  .join('\n')}
${['chart', 'second-chart'].slice(0, charts).map(chart).join('\n')}
  - id: table
    title: ${sentence(3)}
    table:
      columns: [Field, Work]
      rows:
${[1, 2, 3, 4, 5].map(() => `        - [${pick()}, ${sentence(6)}]`).join('\n')}
glossary:
  ${pick()}: ${sentence(8)}
  ${pick()} two: ${sentence(9)}
questions:
  - { ask: ${sentence(8)}, options: [${pick()}, ${pick()} a, ${pick()} b, ${pick()} c], answer: A }
  - { ask: ${sentence(12)}, marks: 15, words: 250 }
---
${[1, 2, 3, 4]
  .slice(charts - 1)
  .map((n) => `## section-${n}\n\n${sentence(60)}.\n`)
  .join('\n')}`
}
