/** A small topic as the reader would give it, for tests of the rooms behind the reader. */
import type { Fact, Inline, Section, Topic } from '../scripts/topic/topic.ts'

function text(value: string): Inline {
  return [{ kind: 'text', text: value }]
}

const imports: Fact = {
  id: 'eu-imports',
  label: text('EU imports from Russia'),
  value: 39.1,
  printed: {
    number: '39.1',
    unit: 'US$ billion',
    before: '',
    after: '',
    phrase: 'US$ 39.1 billion',
  },
  asOf: '2024',
  source: 1,
}

function section(id: string, blocks: Section['blocks']): Section {
  return {
    id,
    title: text(id),
    part: [],
    minutes: 3,
    isIncremental: false,
    priority: 3,
    blocks,
    notes: '',
    place: { line: 1, column: 1 },
  }
}

export const sampleTopic: Topic = {
  slug: 'sample',
  file: 'content/sample.md',
  lang: 'en',
  title: text('Oil *and* ore: <b>'),
  subtitle: [],
  summary: text('A summary'),
  author: [],
  subject: text('Trade'),
  syllabus: [text('GS-II')],
  date: '2025-08-08',
  printedDate: '8 August 2025',
  minutes: 0,
  version: '',
  template: 'lecture',
  preset: 'standard',
  size: undefined,
  bilingual: { layout: 'none' },
  profile: undefined,
  handout: {},
  watermark: undefined,
  pptxTemplate: undefined,
  link: '',
  brand: { name: '', line: '', phone: '', logo: '', primary: '', accent: '' },
  sections: [
    section('a', [
      {
        kind: 'points',
        items: [
          {
            text: [
              { kind: 'text', text: 'Sold for ' },
              { kind: 'figure', factId: 'eu-imports', printed: imports.printed },
              { kind: 'text', text: '.' },
              { kind: 'citation', numbers: [1] },
            ],
            children: [],
          },
        ],
      },
    ]),
    section('b', []),
  ],
  facts: [imports],
  highlights: [imports],
  sources: [
    {
      id: 'ie',
      number: 1,
      title: text('A report'),
      author: [],
      publisher: text('A paper'),
      url: 'https://example.org/',
      date: '2025-08',
      printedDate: 'August 2025',
    },
  ],
  glossary: [],
  questions: [],
  openingNotes: '',
  images: new Map(),
}
