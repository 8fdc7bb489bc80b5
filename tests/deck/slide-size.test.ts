/** 16:9 and 4:3: who decides, and that every part of the page follows. */
import { Marp } from '@marp-team/marp-core'
import { describe, expect, it } from 'vitest'
import { marpTheme } from '../../scripts/deck/marp-theme.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { themeOfDeck } from '../../scripts/deck/slide-size.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import { topicText } from '../run-lectern.ts'
import { readFiles } from '../topic/one-topic.ts'
import { buildTopic, buildTopics } from './built-topics.ts'
import { deckOf, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme('lecture')

function viewBoxesIn(html: string): readonly string[] {
  return [
    ...new Set(
      [...html.matchAll(/<svg data-marpit-svg="" viewBox="([^"]*)"/g)].map(([, box = '']) => box),
    ),
  ]
}

describe('the size of slides', () => {
  it('counts from the option, else from the topic, else from the folder, else it is 16:9', async () => {
    const files = {
      'a.md': topicText('A', 'size: "16:9"'),
      'b.md': topicText('B'),
    }
    const sizesOf = async (...args: Parameters<typeof buildTopics>) =>
      (await buildTopics(...args)).flatMap(({ html }) => viewBoxesIn(html))
    expect(await sizesOf(files)).toEqual(['0 0 1280 720', '0 0 1280 720'])
    const folder = { ...files, '_defaults.yaml': 'size: "4:3"\n' }
    expect(await sizesOf(folder)).toEqual(['0 0 1280 720', '0 0 960 720'])
    expect(await sizesOf(files, { size: '4:3' })).toEqual(['0 0 960 720', '0 0 960 720'])
  })

  it('is taken with blanks around it', () => {
    const { results, diagnostics } = readFiles({ 'a.md': topicText('A', 'size: " 4:3 "') })
    expect(diagnostics).toEqual([])
    expect(results[0]?.topic?.size).toBe('4:3')
  })

  it('is told when it is neither', () => {
    const { diagnostics } = readFiles({ 'a.md': topicText('A', 'size: "16:10"') })
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-value'])
  })

  it('is the size of the printed page and of the measures', async () => {
    const { html } = await buildTopic(topicText('A', 'size: "4:3"'))
    expect(html).toMatch(/@page ?\{ ?size: ?960px 720px/)
    expect(html).toMatch(/--width: ?960px/)
    expect(html).not.toMatch(/1280/)
  })

  it('is the size of drawings beside deck.md, and of Marp with the theme beside it', async () => {
    const chart =
      'sections: [{ title: S, chart: { data: [[a, 1], [b, 2]], title: T, alt: x } }]\nsize: "4:3"'
    const { markdown, files } = await buildTopic(topicText('A', chart))
    expect(markdown).toContain('size: "4:3"')
    expect(files.get('charts/s.svg')).toMatch(/viewBox="0 0 840 /)
    const marp = new Marp({ script: false })
    marp.themeSet.add(files.get('lecture.css') ?? '')
    const { html, css } = marp.render(markdown)
    expect(viewBoxesIn(html)).toEqual(['0 0 960 720'])
    expect(css).toContain('width:960px')
  })

  it('must be one of the two in deck.md too', () => {
    const deck = deckOf([slideOf('points', '## A\n\n- b')]).replace('16:9', 'A4')
    expect(() => paginateDeck(deck, theme)).toThrow(/16:9 or 4:3; found: A4/)
  })
})

describe('measures of 4:3 in theme.yaml', () => {
  const tokens = {
    deck: { marginXPx: 100, maxPoints: 4, sizes: { text: { sizePx: 40, linePx: 50 } } },
    deck43: { marginXPx: 48, sizes: { title: { sizePx: 40, linePx: 48 } } },
  }

  it('lie over those of 16:9', () => {
    const { theme: made, problems } = makeTheme({ name: 't', tokens, css: '' })
    expect(problems).toEqual([])
    expect(made.deck).toMatchObject({ widthPx: 1280, marginXPx: 100, maxPoints: 4 })
    expect(made.deck43).toMatchObject({ widthPx: 960, heightPx: 720, marginXPx: 48, maxPoints: 4 })
    expect(made.deck43.sizes.text.sizePx).toBe(40)
    expect(made.deck43.sizes.title.sizePx).toBe(40)
    expect(made.deck.sizes.title.sizePx).not.toBe(40)
  })

  it('are checked like the others', () => {
    const wrong = { deck43: { marginX: 48, widthPx: 'wide' } }
    const { problems } = makeTheme({ name: 't', tokens: wrong, css: '' })
    expect(problems.map(({ path }) => path)).toEqual([
      ['deck43', 'marginX'],
      ['deck43', 'widthPx'],
    ])
  })

  it('reach the theme that lies beside deck.md', () => {
    const { theme: made } = makeTheme({ name: 't', tokens, css: '' })
    const narrow = marpTheme(themeOfDeck(deckOf([], 'en', '4:3'), made))
    expect(narrow).toContain('/* @size 4:3 960px 720px */')
    expect(narrow).toContain('--margin-x:48px')
    const wide = marpTheme(themeOfDeck(deckOf([]), made))
    expect(wide).toContain('/* @size 16:9 1280px 720px */')
  })
})
