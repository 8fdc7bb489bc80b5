/** Whole topics of odd sizes, the same on every run, for the way through reader and templates. */
import { ODD_BLOCKS, several } from './odd-blocks.ts'
import { rollFrom, type Writer, writerFor } from './odd-decks.ts'

type Section = Readonly<Record<string, unknown>>

export const SETS = ['lecture', 'lecture-dark', 'coaching'] as const

const KINDS = Object.keys(ODD_BLOCKS)

/** Two for each topic of a set and language in turn, so that eight of them hold every kind; others by chance. */
function section(writer: Writer, turn: number, index: number): Section {
  const { text, dice } = writer
  const due = KINDS[(turn * 2 + index) % KINDS.length] ?? ''
  const more = dice.below(2) === 0 ? [] : [dice.pick(KINDS)]
  const blocks = [...more, due].map((kind) => ODD_BLOCKS[kind]?.(writer))
  return {
    id: `section-${index}`,
    title: text(dice.pick([3, 3, 10, 30])),
    ...(dice.below(4) === 0 ? { part: text(8) } : {}),
    ...(dice.below(3) > 0 ? { minutes: dice.below(80) / 10 } : {}),
    incremental: dice.below(2) === 0,
    ...Object.assign({}, ...blocks),
  }
}

const BRANDS = [
  { name: 'Institute of Odd Sizes', phone: '080 0000 0000' },
  { name: 'Institute', logo: 'images/map.png', primary: '#7a1f2b', accent: '#0a7d3c' },
  { name: 'Institute', logo: 'images/tall.png', primary: '#fff2a8', accent: '#ffd400' },
]

export type OddTopic = {
  readonly text: string
  readonly lang: 'en' | 'hi'
  readonly template: string
  readonly sections: readonly Section[]
}

/** JSON is YAML: no text of a topic can break out of its quotes. */
export function oddTopic(seed: number): OddTopic {
  const dice = rollFrom(seed)
  const lang = seed % 2 === 0 ? 'en' : 'hi'
  const template = SETS[seed % SETS.length] ?? 'lecture'
  const turn = Math.floor(seed / (2 * SETS.length))
  const writer = writerFor(lang, dice, 'topic')
  const { text } = writer
  const facts = Object.fromEntries(
    [0, 1, 2, 3, 4].map((at) => [
      `fact-${at}`,
      { label: text(10), value: dice.below(20000) / 10, unit: text(2), source: 's0' },
    ]),
  )
  const first = [0, 1].map((index) => section(writer, turn, index))
  const rest = several(dice, 5, (index) => section(writer, turn, index + 2)).slice(1)
  const sections = [...first, ...rest]
  const topic = {
    title: text(16),
    subtitle: text(20),
    lang,
    template,
    subject: text(4),
    syllabus: several(dice, 4, () => text(6)),
    link: 'https://example.org/topics/odd',
    brand: BRANDS[(seed + turn) % BRANDS.length],
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
  return { text: `---\n${keys.join('\n')}\n---\n${notes}`, lang, template, sections }
}
