import { describe, expect, test } from 'vitest'
import { draftFromNotes } from '../../../scripts/topic/draft/draft-from-notes.ts'
import { inlineText } from '../../../scripts/topic/inline-text.ts'
import { problemsOf, type ReadDraft, readDraft } from './read-draft.ts'
import { saidBy, wordsOf } from './said-words.ts'
import { hasSeeds, seed } from './seeds.ts'

function read(name: string): ReadDraft {
  const draft = draftFromNotes({ slug: 'india-russia', text: seed(name), lang: 'en' })
  return readDraft({ 't.md': draft.ok ? draft.source : '' })
}

function phrases({ topic }: ReadDraft): readonly string[] {
  return (topic?.facts ?? []).map(({ printed, asOf }) =>
    [printed.phrase.replaceAll('\u00a0', ' '), asOf].join('|'),
  )
}

function titles({ topic }: ReadDraft): readonly string[] {
  return (topic?.sections ?? []).map(({ title }) => inlineText(title))
}

describe.skipIf(!hasSeeds)('the study notes', () => {
  const name = 'notes-strategic-partnership.md'

  test('pass the reader without errors or warnings', () => {
    expect(problemsOf(read(name))).toEqual([])
  })

  test('have every numbered part as a section, and those without a number', () => {
    expect(titles(read(name))).toEqual([
      'Strategic Context',
      'US-EU-India Trade Dynamics',
      'US Tariffs - Implications for India',
      'Importance of Rare Earth Minerals',
      'Indo-Russian Cooperation in Rare Earths',
      'Expanding Industrial Cooperation',
      'Aerospace science & technology',
      'Waste management',
      'Outcome',
      'Scientific Colaboration',
      'Objectives',
    ])
  })

  test('give every figure, with its year where one is named', () => {
    expect(phrases(read(name))).toEqual([
      '$ 39.1 billion|2024',
      '$ 25.2 billion|2024',
      '$ 3.3 billion|2024',
      '$ 52.7 billion|2024',
      '$ 62.6 billion|2024',
      '40–50 %|',
      '85–95 %|',
    ])
  })

  test('give their source', () => {
    expect(read(name).topic?.sources).toMatchObject([
      {
        url: 'https://indianexpress.com/article/business/india-russia-discuss-rare-earth-mineral-extraction-us-tariffs-oil-trade-10175015/',
      },
    ])
  })
})

describe.skipIf(!hasSeeds)('the article', () => {
  const name = 'article-strategic-minerals.txt'

  test('passes the reader without errors or warnings', () => {
    expect(problemsOf(read(name))).toEqual([])
  })

  test('has a section for each of its heading lines, and an introduction', () => {
    expect(titles(read(name))).toEqual([
      'Introduction',
      'Rare Earths: Strategic Resource for Both Nations',
      'Expanding the Scope: Shipbuilding, Fertilizers, and Heavy Industry',
      'Energy Trade Under Watchful Eyes',
      'Industrial Cooperation as a Strategic Hedge',
      'Future Roadmap',
    ])
  })

  test('gives every figure with its hedge, and no year', () => {
    expect(phrases(read(name))).toEqual(['over 60 %|', 'nearly 30 %|', 'less than 2 %|'])
  })
})

test.skipIf(!hasSeeds).each(['notes-strategic-partnership.md', 'article-strategic-minerals.txt'])(
  'no word of %s is lost',
  (name) => {
    const { topic } = read(name)
    const said = new Set(topic === undefined ? [] : wordsOf(saidBy(topic)))
    const words = wordsOf(seed(name).replace(/^Source: .*$/mu, ''))
    expect(words.filter((word) => !said.has(word))).toEqual([])
  },
)
