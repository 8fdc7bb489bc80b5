/** Lists whose items appear one by one: Marp's fragments, from the front matter to the page. */
import { Marp } from '@marp-team/marp-core'
import { describe, expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { topicText } from '../run-lectern.ts'
import { readFiles } from '../topic/one-topic.ts'
import { buildTopic, buildTopics } from './built-topics.ts'
import { deckOf, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme('lecture')

/** What is counted on each slide that has any. */
function fragmentsIn(html: string): readonly number[] {
  return [...html.matchAll(/<section[^>]*data-marpit-fragments="(\d+)"/g)].map(([, count]) =>
    Number(count),
  )
}

const SECTIONS = `facts: { oil: { label: Oil, value: 52.7 }, gas: { label: Gas, value: 3 } }
sections:
  - { title: Points, KEY points: [a, { text: b, points: [c, d] }, e] }
  - { title: Groups, KEY groups: [{ title: G, points: [a, b] }, { title: H, points: [b] }] }
  - { title: Sides, KEY compare: [{ title: A, points: [a, c] }, { title: B, points: [b] }] }
  - { title: Timeline, KEY timeline: [{ when: 2023, what: then }, { when: 2024, what: now }] }
  - { title: Figures, KEY facts: [oil, gas] }
  - { title: Table, KEY table: { columns: [A, B], rows: [[a, b]] }, points: [one, two] }
`

describe('incremental: true', () => {
  it('makes a fragment of every item, with what is nested in it, in every kind of list', async () => {
    const text = topicText('A talk', SECTIONS.replaceAll('KEY', 'incremental: true,'))
    for (const template of ['lecture', 'coaching']) {
      const { html } = await buildTopic(text.replace('---\n', `---\ntemplate: ${template}\n`))
      expect(fragmentsIn(html)).toEqual([3, 2, 2, 2, 2, 2])
      expect(html.match(/data-marpit-fragment=/g)).toHaveLength(13)
    }
  })

  it('is off unless asked for', async () => {
    const { html, markdown } = await buildTopic(topicText('T', SECTIONS.replaceAll('KEY', '')))
    expect(fragmentsIn(html)).toEqual([])
    expect(markdown).not.toMatch(/^\s*\*\s/m)
  })

  it('counts from the section, else from the topic, else from the folder', async () => {
    const sections = `sections:
  - { title: One, points: [a] }
  - { title: Two, incremental: false, points: [a] }
  - { title: Three, incremental: true, points: [a, b] }
`
    const built = await buildTopics({
      '_defaults.yaml': 'incremental: true\n',
      'folder.md': topicText('A', sections),
      'own.md': topicText('B', `incremental: false\n${sections}`),
      'own.hi.md': '---\ntitle: B\n---\n',
    })
    const counts = built.map(({ slug, html }) => [slug, fragmentsIn(html)])
    expect(counts).toEqual([
      ['folder', [1, 2]],
      ['own.hi', [2]],
      ['own', [2]],
    ])
  })

  it('takes true or false and nothing else', () => {
    const { diagnostics } = readFiles({ 'a.md': topicText('A', 'incremental: "yes"') })
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['wrong-type', expect.stringContaining('`true` or `false`')],
    ])
  })
})

describe('pagination', () => {
  const lists = {
    bullets: (index: number) => `* A point ${index}\n  - nested\n  * fragment in it`,
    numbers: (index: number) => `${index}) A point ${index}`,
  }

  it.each(Object.entries(lists))('keeps the marks of %s, also the second time', (_, item) => {
    const list = Array.from({ length: 12 }, (_, index) => item(index + 1)).join('\n')
    const once = paginateDeck(deckOf([slideOf('points', `## T\n\n${list}`)]), theme)
    expect(paginateDeck(once, theme)).toBe(once)
    const items = readDeck(once).slides.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])),
    )
    expect(items).toHaveLength(12)
    expect(items.every(({ isFragment }) => isFragment)).toBe(true)
    const { html } = new Marp({ script: false }).render(once)
    const nested = once.includes('* fragment') ? 12 : 0
    expect(html.match(/data-marpit-fragment=/g)).toHaveLength(12 + nested)
  })

  it('makes a fragment of every part of a point that is too long', () => {
    const text = 'some words that go on '.repeat(80).trim()
    const deck = deckOf([slideOf('points', `## T\n\n* ${text}\n  - nested ${text}`)])
    const { slides } = readDeck(paginateDeck(deck, theme))
    expect(slides.length).toBeGreaterThan(3)
    for (const { blocks } of slides)
      expect(blocks).toMatchObject([{ kind: 'list', items: [{ isFragment: true }] }])
  })
})
