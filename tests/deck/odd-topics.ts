/** Whole topics of odd sizes, the same on every run, for the way through reader and templates. */
import { type Dice, rollFrom, type Writer, writerFor } from './odd-decks.ts'

type Section = Readonly<Record<string, unknown>>

const CONTENT: Readonly<Record<string, (writer: Writer) => unknown>> = {
  points: ({ text, dice }) =>
    several(dice, 12, () =>
      dice.below(3) === 0
        ? { text: text(14), points: several(dice, 4, () => text(16)) }
        : text(dice.pick([5, 18, 60])),
    ),
  groups: (writer) => several(writer.dice, 7, () => group(writer)),
  compare: (writer) => [
    group(writer),
    group(writer),
    ...several(writer.dice, 1, () => group(writer)),
  ],
  table: ({ text, dice }) => {
    const columns = 1 + dice.below(14)
    const row = (most: number): readonly string[] =>
      Array.from({ length: columns }, () => text(most))
    return { columns: row(2), rows: several(dice, 14, () => row(dice.pick([1, 3, 8]))) }
  },
  chart: ({ text, dice }) => ({
    data: several(dice, 14, (at) => [`${text(3)} ${at}`, dice.below(900) / 10]),
    title: text(18),
    caption: text(14),
    alt: text(6),
  }),
  timeline: ({ text, dice }) => several(dice, 10, () => ({ when: text(2), what: text(18) })),
  quote: ({ text }) => ({ text: text(80), by: text(6) }),
  image: ({ text, dice }) => ({
    src: dice.pick(['images/tall.png', 'images/wide.png']),
    alt: text(5),
    caption: text(24),
    credit: text(5),
  }),
  facts: ({ dice }) => several(dice, 5, (at) => `fact-${at}`),
}

function group({ text, dice }: Writer): unknown {
  return { title: text(4), points: several(dice, 5, () => text(14)) }
}

function several<T>(dice: Dice, most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: 1 + dice.below(most) }, (_, index) => make(index))
}

function section(writer: Writer, index: number): Section {
  const { text, dice } = writer
  const kinds = Object.keys(CONTENT)
  const chosen = new Set(several(dice, 2, () => dice.pick(kinds)))
  const content = Object.fromEntries([...chosen].map((kind) => [kind, CONTENT[kind]?.(writer)]))
  return {
    id: `section-${index}`,
    title: text(dice.pick([3, 3, 10, 30])),
    ...(dice.below(4) === 0 ? { part: text(8) } : {}),
    ...(dice.below(3) > 0 ? { minutes: dice.below(80) / 10 } : {}),
    incremental: dice.below(2) === 0,
    ...content,
  }
}

/** JSON is YAML: no text of a topic can break out of its quotes. */
export function oddTopic(seed: number, lang: 'en' | 'hi', template: string): string {
  const dice = rollFrom(seed)
  const writer = writerFor(lang, dice, 'topic')
  const { text } = writer
  const facts = Object.fromEntries(
    [0, 1, 2, 3, 4].map((at) => [
      `fact-${at}`,
      { label: text(10), value: dice.below(20000) / 10, unit: text(2), source: 's0' },
    ]),
  )
  const sections = several(dice, 6, (index) => section(writer, index))
  const topic = {
    title: text(16),
    subtitle: text(20),
    lang,
    template,
    subject: text(4),
    syllabus: several(dice, 4, () => text(6)),
    link: 'https://example.org/topics/odd',
    brand: { name: 'Institute of Odd Sizes', phone: '080 0000 0000' },
    highlights: ['fact-0', 'fact-1', 'fact-2', 'fact-3'],
    sources: Object.fromEntries(
      several(dice, 12, (at) => [`s${at}`, { title: text(12), publisher: text(3) }]),
    ),
    facts,
    sections,
    glossary: Object.fromEntries(several(dice, 18, (at) => [`${text(2)} ${at}`, text(16)])),
    questions: several(dice, 3, () => ({
      ask: text(dice.pick([10, 50])),
      options: ['a', 'b', 'c', 'd'].map((letter) => `${letter} ${text(dice.pick([3, 14]))}`),
      answer: 'B',
      because: text(30),
    })),
  }
  const keys = Object.entries(topic).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const notes = sections.map(({ id }) => `## ${String(id)}\n\n${text(40)}\n`).join('\n')
  return `---\n${keys.join('\n')}\n---\n${notes}`
}
