import { expect, it } from 'vitest'
import { inlineText } from '../../scripts/topic/inline-text.ts'
import type { Block, Chart, Topic } from '../../scripts/topic/topic.ts'
import { readFiles, topicText } from './one-topic.ts'
import { pngOf } from './png.ts'

function readOne(files: Readonly<Record<string, string | Uint8Array>>, index = 0): Topic {
  const { results, diagnostics } = readFiles(files)
  const topic = results[index]?.topic
  if (topic === undefined) throw new Error(JSON.stringify(diagnostics, null, 1))
  return topic
}

function block<Kind extends Block['kind']>(topic: Topic, kind: Kind, section = 0) {
  const found = topic.sections[section]?.blocks.find((candidate) => candidate.kind === kind)
  if (found === undefined) throw new Error(`no ${kind}`)
  // find() compares the kind, which the type of its result does not show.
  return found as Extract<Block, { kind: Kind }>
}

const ALL_KINDS = `
facts:
  eu: { label: EU, value: 39.10, unit: US$ billion, as_of: 2024, source: b }
  us: { label: US, value: 3.3, unit: US$ billion, as_of: 2024, source: a }
  share: { label: Share, value: [85, 95], unit: "%" }
sources:
  a: { title: First defined }
  b: { title: Second defined, date: 2025-08-07 }
highlights: [share]
sections:
  - title: Everything at once
    minutes: 2.5
    quote: { text: Words, by: Somebody }
    points:
      - plain [@b]
      - text: with children
        points: [one, { text: two, points: [three] }]
      - In a key:
          - child
    table:
      columns: [Who, How much, Mixed]
      rows:
        - [India, 52.70, 1]
        - [China, "{eu}", x]
    chart: { facts: [eu, us], title: A finding, highlight: us }
    timeline: [{ when: 2024, what: happened }]
    compare: [{ title: A, points: [x] }, { title: B, points: [y] }]
    groups: [{ title: G, points: [z] }]
    facts: [share]
    image: { src: a.png, alt: A map }
  - title: "Data: chart"
    chart: { data: [[India, 1.50], [China, -2]], unit: tonnes, alt: said }
glossary: { REE: Rare earths, 2024: A year }
questions:
  - { ask: Which?, options: [Oil, Gas], answer: b, because: so }
  - { ask: Who?, options: [B, A], answer: A }
  - { ask: Discuss, marks: 15, words: 250 }`

it('reads every kind of content in the order written', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  expect(topic.sections.map(({ id }) => id)).toEqual(['everything-at-once', 'data-chart'])
  expect(topic.sections[0]?.blocks.map(({ kind }) => kind)).toEqual([
    'quote',
    'points',
    'table',
    'chart',
    'timeline',
    'compare',
    'groups',
    'facts',
    'image',
  ])
  expect(topic.sections[0]?.minutes).toBe(2.5)
  expect(topic.glossary.map(({ term }) => inlineText(term))).toEqual(['REE', '2024'])
  expect(topic.questions.map(({ answer }) => answer)).toEqual([1, 1, -1])
  expect([...topic.images.keys()]).toEqual(['images/a.png'])
  expect(topic.images.get('images/a.png')).toMatchObject({ widthPx: 30, heightPx: 20 })
})

it('reads the three forms of a point', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  const items = block(topic, 'points').items
  expect(items.map(({ text }) => inlineText(text))).toEqual(['plain ', 'with children', 'In a key'])
  expect(items[1]?.children[1]?.children.map(({ text }) => inlineText(text))).toEqual(['three'])
  expect(items[2]?.children.map(({ text }) => inlineText(text))).toEqual(['child'])
})

it('aligns a column on the decimal when every cell is a figure', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  const { table } = block(topic, 'table')
  expect(table.columns.map(({ align }) => align)).toEqual(['left', 'decimal', 'left'])
  expect(table.rows[0]?.map(inlineText)).toEqual(['India', '52.70', '1'])
})

it('draws a chart from facts with their digits, unit and year', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  const { chart } = block(topic, 'chart')
  expect(printedIn(chart)).toEqual(['39.10', '3.3'])
  expect(chart.highlight).toEqual({ category: 1, series: -1 })
  expect(inlineText(chart.caption)).toBe('US$ billion, 2024')
  expect(chart.path).toBe('charts/everything-at-once.svg')
  expect(chart.alt).toBe('Bar chart, US$ billion: EU 39.10; US 3.3')
  const other = block(topic, 'chart', 1).chart
  expect(printedIn(other)).toEqual(['1.50', '−2'])
  expect(other.alt).toBe('said')
})

it('numbers sources by first citation, charts citing their figures', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  expect(topic.sources.map(({ id, number }) => `${id}${number}`)).toEqual(['b1', 'a2'])
  expect(block(topic, 'chart').chart.sources).toEqual([1, 2])
  expect(topic.sources[0]?.printedDate).toBe('7 August 2025')
})

it('takes a range at its middle and prints both ends', () => {
  const topic = readOne({ 'all.md': topicText(ALL_KINDS), 'a.png': pngOf(30, 20) })
  expect(topic.highlights[0]?.value).toEqual([85, 95])
  expect(topic.highlights[0]?.printed.phrase).toBe('85–95\u00a0%')
  expect(block(topic, 'facts').facts.map(({ id }) => id)).toEqual(['share'])
})

it('gives folder defaults where the topic is silent, key by key in the brand', () => {
  const topic = readOne({
    '_defaults.yaml':
      'author: Faculty\nbrand: { name: Institute, primary: "#112233" }\npreset: dense\n',
    'a.md': topicText('brand: { primary: "#AABBCC" }\nsections: [{ title: One, points: [a] }]'),
  })
  expect(inlineText(topic.author)).toBe('Faculty')
  expect(topic.brand).toMatchObject({ name: 'Institute', primary: '#aabbcc' })
  expect(topic.preset).toBe('dense')
  expect(topic.template).toBe('lecture')
})

it('takes shared facts and sources only when they are used', () => {
  const topic = readOne({
    '_facts.yaml':
      'facts:\n  a: { label: A, value: 1, source: s }\n  b: { label: B, value: 2 }\nsources:\n  s: { title: S }\n  t: { title: T }\n',
    'a.md': topicText('sections: [{ title: One, points: ["{a}"] }]'),
  })
  expect(topic.facts.map(({ id }) => id)).toEqual(['a'])
  expect(topic.sources.map(({ id }) => id)).toEqual(['s'])
})

it('gives notes by id, title or title without regard to case', () => {
  const topic = readOne({
    'a.md': topicText(
      'sections:\n  - { id: x, title: One, points: [a] }\n  - { title: "Two **bold**", points: [a] }\n  - { title: Three, points: [a] }',
      'Opening.\n\n## x\nFirst.\n\n```\n## Three\n```\n\n## Two **bold**\nSecond.\n\n##   THREE ##\nThird.\n### Sub\nmore\n',
    ),
  })
  expect(topic.openingNotes).toBe('Opening.')
  expect(topic.sections.map(({ notes }) => notes)).toEqual([
    'First.\n\n```\n## Three\n```',
    'Second.',
    'Third.\n### Sub\nmore',
  ])
})

const BASE = topicText(`date: 2025-08-08
subtitle: English
template: coaching
facts:
  oil: { label: Oil, value: 52.70, unit: US$ billion, source: s }
  gas: { label: Gas, value: 3, unit: US$ billion }
sources:
  s: { title: Source }
highlights: [oil]
sections:
  - { id: one, title: One, points: ["{oil}[@s]"], minutes: 3 }
  - id: chart
    title: Chart
    chart: { facts: [oil, gas], title: English finding, labels: { oil: Crude }, highlight: gas }
  - { id: two, title: Two, points: [b] }`)

it('an edition inherits figures, structure and sources, and translates what it gives', () => {
  const files = {
    'a.md': BASE,
    'a.hi.md': `---
title: विषय
subtitle: हिंदी
facts:
  oil: { label: तेल }
  gas: { label: गैस, unit: अरब डॉलर }
sections:
  - { id: one, title: एक, points: ["{oil}"] }
  - { id: chart, title: आरेख, chart: { title: निष्कर्ष } }
---
## एक
नोट्स
`,
  }
  const { results, diagnostics } = readFiles(files)
  expect(diagnostics.map(({ code }) => code)).toEqual(['untranslated-section', 'chart-units'])
  const fixed = { ...files, 'a.hi.md': files['a.hi.md'].replace(', unit: अरब डॉलर', '') }
  const topic = readOne(fixed, 0)
  expect(results).toHaveLength(2)
  expect(topic).toMatchObject({
    slug: 'a.hi',
    lang: 'hi',
    template: 'coaching',
    printedDate: '8 अगस्त 2025',
  })
  expect(topic.sections.map(({ id, title }) => `${id} ${inlineText(title)}`)).toEqual([
    'one एक',
    'chart आरेख',
    'two Two',
  ])
  expect(topic.sections[0]).toMatchObject({ minutes: 3, notes: 'नोट्स' })
  const { chart } = block(topic, 'chart', 1)
  expect(inlineText(chart.title)).toBe('निष्कर्ष')
  expect(chart.categories.map(inlineText)).toEqual(['तेल', 'गैस'])
  expect(printedIn(chart)).toEqual(['52.70', '3'])
  expect(chart.highlight).toEqual({ category: 1, series: -1 })
  expect(topic.highlights[0]?.printed.number).toBe('52.70')
})

it('an edition may repeat a figure, but not change it', () => {
  const edition = (value: string) =>
    `---\ntitle: x\nfacts: { oil: { value: ${value} } }\nsections:\n  - { id: one, points: [a] }\n---\n`
  const codes = (value: string) =>
    readFiles({ 'a.md': BASE, 'a.hi.md': edition(value) })
      .diagnostics.map(({ code }) => code)
      .filter((code) => code === 'fact-conflict')
  expect(codes('52.7')).toEqual([])
  expect(codes('52.8')).toEqual(['fact-conflict'])
})

it('an edition that gives no sections at all is told of each', () => {
  const { diagnostics } = readFiles({ 'a.md': BASE, 'a.hi.md': '---\ntitle: विषय\n---\n' })
  expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
    'a.hi.md untranslated-section',
    'a.hi.md untranslated-section',
    'a.hi.md untranslated-section',
  ])
})

it('an edition without its original stands alone', () => {
  const topic = readOne({ 'b.hi.md': topicText('sections: [{ title: एक बात, points: [a] }]') })
  expect(topic.lang).toBe('hi')
  expect(topic.sections[0]?.id).toBe('एक-बात')
})

it('names every file it read, once', () => {
  const { results } = readFiles({
    '_facts.yaml': 'facts: {}\n',
    'a.md': topicText(
      'sections:\n  - title: One\n    image: { src: p.png, alt: x }\n  - title: Two\n    image: { src: p.png, alt: x }',
    ),
    'p.png': pngOf(1, 1),
  })
  const names = results[0]?.inputs.map(({ path }) => path.slice(path.lastIndexOf('/') + 1))
  expect(names).toEqual(['a.md', '_facts.yaml', 'p.png'])
})

it('keeps raw tags as text unless HTML is trusted', () => {
  const files = { 'a.md': topicText('sections: [{ title: "<b>x</b>", points: [a] }]') }
  const kinds = (isHtmlTrusted: boolean) =>
    readFiles(files, isHtmlTrusted).results[0]?.topic?.sections[0]?.title.map(({ kind }) => kind)
  expect(kinds(false)).toEqual(['text'])
  expect(kinds(true)).toEqual(['html', 'text', 'html'])
})

function printedIn({ series }: Chart): readonly (string | undefined)[] {
  return (series[0]?.figures ?? []).map((figure) => figure?.printed)
}
