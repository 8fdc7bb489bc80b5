/** Which section a slide belongs to and how long it is planned: what the presenter counts by. */
import { Marp } from '@marp-team/marp-core'
import { describe, expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { topicText } from '../run-lectern.ts'
import { buildTopic } from './built-topics.ts'
import { buildSample, deckOf, sampleTheme, slideOf } from './sample-deck.ts'

const EVERY_KIND = `sources: { s: { title: A report, publisher: A paper, date: 2025-08 } }
facts: { oil: { label: Oil, value: 52.7, unit: US$ billion, source: s } }
glossary: { REE: Rare earths }
questions: [{ ask: "Why?", options: [a, b], answer: A }]
sections:
  - { id: alpha--1, title: Points, minutes: 4, points: [${Array(12).fill('A point').join(', ')}] }
  - { id: b, title: Groups, minutes: 2.5, groups: [{ title: G, points: [a] }, { title: H, points: [b] }] }
  - { id: c, title: Table, table: { columns: [A, B], rows: [[a, b]] } }
  - { id: d, title: Chart, minutes: 1, chart: { facts: [oil], title: Oil leads }, points: [one] }
  - { id: e, title: Timeline, minutes: 1, timeline: [{ when: 2024, what: now }] }
  - { id: f, title: Sides, minutes: 1, compare: [{ title: A, points: [a] }, { title: B, points: [b] }] }
  - { id: g, title: Said, minutes: 1, quote: { text: Words, by: N. N. } }
  - { id: h, title: Figures, minutes: 1, facts: [oil] }
`

type Label = { readonly section: string; readonly minutes: string; readonly title: string }

function labelsIn(html: string): readonly Label[] {
  return [...html.matchAll(/<section[^>]*>/g)].map(([tag]) => ({
    section: /data-section="([^"]*)"/.exec(tag)?.[1] ?? '',
    minutes: /data-minutes="([^"]*)"/.exec(tag)?.[1] ?? '',
    title: /data-title="([^"]*)"/.exec(tag)?.[1] ?? '',
  }))
}

describe('a slide of a section', () => {
  it.each(['lecture', 'coaching'])('names it, with its minutes, in %s', async (template) => {
    const text = topicText('A talk', `template: ${template}\n${EVERY_KIND}`)
    const { html } = await buildTopic(text)
    expect(labelsIn(html)).toEqual([
      { section: '', minutes: '', title: 'A talk' },
      { section: 'alpha--1', minutes: '4', title: 'Points (1/3)' },
      { section: 'alpha--1', minutes: '4', title: 'Points (2/3)' },
      { section: 'alpha--1', minutes: '4', title: 'Points (3/3)' },
      { section: 'b', minutes: '2.5', title: 'Groups' },
      { section: 'c', minutes: '', title: 'Table' },
      { section: 'd', minutes: '1', title: 'Oil leads' },
      { section: 'e', minutes: '1', title: 'Timeline' },
      { section: 'f', minutes: '1', title: 'Sides' },
      { section: 'g', minutes: '1', title: 'Said' },
      { section: 'h', minutes: '1', title: 'Figures' },
      { section: '', minutes: '', title: 'Question 1' },
      { section: '', minutes: '', title: 'Answer 1: A' },
      { section: '', minutes: '', title: 'Terms' },
      { section: '', minutes: '', title: 'Sources' },
    ])
  })

  it('repeats the directives where it continues', () => {
    const slide = slideOf('points', `## T\n\n${'- a point\n'.repeat(12)}`).replace(
      '_header: "Section"',
      '_header: "Section"\n_section: "trade"\n_minutes: 4',
    )
    const { slides } = readDeck(paginateDeck(deckOf([slide]), sampleTheme('lecture')))
    expect(slides).toHaveLength(3)
    for (const { directives } of slides)
      expect(directives).toContain('_section: "trade"\n_minutes: 4')
  })

  it('has minutes that are a number', async () => {
    const slide = slideOf('points', '## T\n\n- a').replace('_header', '_minutes: soon\n_header')
    await expect(buildSample(deckOf([slide]))).rejects.toThrow(/_minutes.*soon/)
  })
})

describe('Marp itself', () => {
  it('passes over the names it does not know: no text, no note, no attribute', async () => {
    const { markdown } = await buildTopic(topicText('A talk', EVERY_KIND))
    const { html, comments } = new Marp({ script: false }).render(markdown)
    expect(markdown).toContain('_minutes: 4')
    expect(html).not.toMatch(/_section|_minutes|data-section|data-minutes|alpha--1/)
    expect(comments.slice(1).flat()).toEqual([])
  })
})
