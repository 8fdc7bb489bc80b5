/** Parts of a talk and its running order, from the front matter to the first slide's notes. */
import { describe, expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { shareMinutes } from '../../scripts/template/running-order.ts'
import { topicText } from '../run-lectern.ts'
import { type BuiltTopic, buildTopic, buildTopics } from './built-topics.ts'
import { deckOf, sampleTheme, slideOf } from './sample-deck.ts'

function notesOf({ markdown }: BuiltTopic): string {
  return (readDeck(markdown).slides[0]?.notes ?? []).join('').replace(/<!--\n\u2060?\n?|\n-->/g, '')
}

function partsIn({ markdown }: BuiltTopic): readonly string[] {
  return markdown.split('\n---\n').filter((slide) => slide.includes('_class: part'))
}

const SECTIONS = `sections:
  - { id: hello, title: Hello, minutes: 0.5, points: [a] }
  - { id: one, part: Background, title: One, minutes: 4.1, points: [a] }
  - { id: two, title: Two, minutes: 3.2, points: [a] }
  - { id: three, part: "What, *then*? --> <b>", title: Three, minutes: 2, points: [a] }
  - { id: four, title: Four, points: [a] }
  - { id: five, part: The end, title: Five, points: [a] }
`

describe('the running order', () => {
  it('adds up the minutes of the talk and of its parts, and says what has none', async () => {
    const built = await buildTopic(topicText('A', SECTIONS, 'Welcome all.\n'))
    expect(notesOf(built)).toBe(`Welcome all.

Running order (9.8 min; sections without a time: 2)

- Hello (0.5 min)
- Background (7.3 min)
  - One (4.1 min)
  - Two (3.2 min)
- What, *then*? --&gt; &lt;b&gt; (2 min)
  - Three (2 min)
  - Four
- The end
  - Five`)
  })

  it('is a plain list where a talk has no parts, and nothing where no section has minutes', async () => {
    const sections = (minutes: string) =>
      `sections: [{ title: One, ${minutes} points: [a] }, { title: Two, ${minutes} points: [b] }]`
    const timed = await buildTopic(topicText('A', sections('minutes: 3,')))
    expect(notesOf(timed)).toBe('Running order (6 min)\n\n- One (3 min)\n- Two (3 min)')
    const untimed = await buildTopic(topicText('A', sections('')))
    expect(notesOf(untimed)).toBe('')
  })

  it('shares what the talk has left evenly among the sections without minutes', async () => {
    const built = await buildTopic(topicText('A', `minutes: 20\n${SECTIONS}`))
    expect(notesOf(built)).toContain('Running order (20 min)\n')
    expect(notesOf(built)).toContain('  - Three (2 min)\n  - Four (5.1 min)\n- The end (5.1 min)')
    const minutes = [...built.html.matchAll(/data-section="(\w+)" data-minutes="([^"]*)"/g)]
    expect(minutes.map(([, id, count]) => `${id} ${count}`)).toEqual([
      'hello 0.5',
      'one 4.1',
      'two 3.2',
      'three 2',
      'four 5.1',
      'five 5.1',
    ])
    expect(partsIn(built)[1]).toContain('- Three\n- Four\n\n7.1 min')
  })

  it.each([
    [[0, 0, 0], 10, [4, 3, 3]],
    [[4, 0, 0], 4.25, [4, 0.13, 0.12]],
    [[6, 0], 5, [6, 0]],
    [[6, 0], 0, [6, 0]],
    [[2, 3], 9, [2, 3]],
  ])('plans %j of a talk of %d minutes as %j', (planned, talk, shared) => {
    expect(shareMinutes(planned, talk)).toEqual(shared)
  })

  it('follows the order of the slides in a set that puts sections in its own', async () => {
    const sections = `template: coaching
sections:
  - { id: key-facts, title: Facts, minutes: 2, points: [a] }
  - { id: background, part: Before, title: Background, minutes: 3, points: [a] }
`
    const built = await buildTopic(topicText('A', sections))
    expect(notesOf(built)).toBe(
      'Running order (5 min)\n\n- Before (5 min)\n  - Background (3 min)\n  - Facts (2 min)',
    )
    expect(partsIn(built)[0]).toContain('- Background\n- Facts\n\n5 min')
  })

  it('is in Hindi in a Hindi edition, with what the original plans', async () => {
    const edition = `---
title: अ
sections:
  - { id: one, part: पृष्ठभूमि, title: एक, points: [क] }
---
`
    const files = { 'a.md': topicText('A', `minutes: 20\n${SECTIONS}`), 'a.hi.md': edition }
    const hindi = (await buildTopics(files)).find(({ slug }) => slug === 'a.hi')
    if (hindi === undefined) throw new Error('the edition has errors')
    const notes = notesOf(hindi)
    expect(notes).toContain('क्रम और समय (20 मिनट)')
    expect(notes).toContain('- पृष्ठभूमि (7.3 मिनट)\n  - एक (4.1 मिनट)')
    expect(partsIn(hindi)[0]).toContain('# पृष्ठभूमि\n\n- एक\n- Two\n\n7.3 मिनट')
    expect(hindi.codes).toContain('untranslated-section')
  })

  it('reaches the page: the length of the talk on its first slide, no section on a part', async () => {
    const { html } = await buildTopic(topicText('A', `minutes: 20\n${SECTIONS}`))
    const tags = [...html.matchAll(/<section[^>]*>/g)].map(([tag]) => tag)
    expect(tags[0]).toContain('data-minutes="20"')
    expect(tags[0]).not.toContain('data-section')
    expect(tags[2]).toMatch(/class="part"/)
    expect(tags[2]).not.toMatch(/data-section|data-minutes/)
  })
})

describe('a part', () => {
  it('has a slide before its first section, with its sections and, if all are planned, its minutes', async () => {
    const slides = partsIn(await buildTopic(topicText('A', SECTIONS)))
    expect(slides.map((slide) => slide.replace(/<!--[\s\S]*?-->/, '').trim())).toEqual([
      '# Background\n\n- One\n- Two\n\n7.3 min',
      '# What, *then*? --&gt; &lt;b&gt;\n\n- Three\n- Four',
      '# The end',
    ])
  })

  it('of many sections goes on, and its long title is set smaller', () => {
    const list = Array.from({ length: 16 }, (_, index) => `- Section ${index + 1}`).join('\n')
    const title = 'A part with a title of very many words '.repeat(5)
    const deck = deckOf([slideOf('part', `# ${title}\n\n${list}\n\n40 min`)])
    const { slides } = readDeck(paginateDeck(deck, sampleTheme('lecture')))
    expect(slides.length).toBeGreaterThan(2)
    for (const { classes } of slides) expect(classes).toContain('longest')
  })
})
