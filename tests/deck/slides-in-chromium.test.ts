import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { oddDeck } from './odd-decks.ts'
import {
  atSize,
  buildSample,
  deckOf,
  readSample,
  sampleTheme,
  slideOf,
  withStyle,
} from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

const HOSTILE: Readonly<Record<string, string>> = {
  'a point of 400 words': slideOf('points', `## A\n\n- ${'some words that go on '.repeat(80)}`),
  'a word of 90 letters in a cell': slideOf(
    'table',
    `## A\n\n| H | I |\n| --- | --: |\n| ${'x'.repeat(90)} | 1 |\n| b | ${'9'.repeat(90)} |`,
  ),
  'a table of 14 columns': slideOf(
    'table',
    `## A\n\n${['Heading', '---', '1,234.5', 'institution'].map((cell) => `| ${Array(14).fill(cell).join(' | ')} |`).join('\n')}`,
  ),
  'a cell of 300 words': slideOf(
    'table',
    `## A\n\n| H | I |\n| --- | --- |\n| a | ${'many words here '.repeat(100)} |`,
  ),
  '40 points': slideOf(
    'points',
    `## A\n\n${'- a point of some length, enough for two lines of text on a slide as wide as this one is, at least\n'.repeat(40)}`,
  ),
  'a title of 200 characters': slideOf('points', `## ${'Twenty characters ab '.repeat(10)}\n\n- x`),
  'a cover of 900 characters': slideOf(
    'title',
    `# ${'Twenty characters ab '.repeat(45)}\n\n## ${'Subtitle words '.repeat(30)}\n\n${'Meta · '.repeat(60)}`,
  ),
  'a title of one word': slideOf('points', `## ${'W'.repeat(400)}\n\n- x`),
  'a part of the talk': slideOf(
    'part',
    '# Background\n\n- रणनीतिक संदर्भ\n- Who buys what\n\n7.5 min',
  ),
  'a part with a long title and many sections': slideOf(
    'part',
    `# ${'Twenty characters ab '.repeat(10)}\n\n${'- A section with a title that takes two lines on a slide of either size, I think\n'.repeat(12)}\n90 min`,
  ),
  'a tall image': slideOf('image', '## A\n\n![x](images/tall.png)\n\nCaption'),
  'long options': slideOf(
    'question',
    `## A\n\n${'Why? '.repeat(60)}\n\n${['A', 'B', 'C', 'D'].map((letter) => `- **${letter}** ${'because of this '.repeat(12)}`).join('\n')}`,
  ),
  'long names of things': slideOf(
    'facts',
    `## A\n\n- **1,234,567,890** US$ billion at constant prices\n  - ${'label '.repeat(40)}\n- nearly **30** %\n  - b\n- **4**\n  - c`,
  ),
  'a long quotation': slideOf(
    'quote',
    `## A\n\n> ${'All that was said. '.repeat(80)}\n>\n> — somebody`,
  ),
}

describe('slides in Chromium', () => {
  it.each(['all-classes.en', 'all-classes.hi'])(
    'draws every class of %s in both themes unclipped',
    async (name) => {
      for (const theme of ['lecture', 'coaching'] as const)
        for (const size of SIZES) {
          const { html } = await buildSample(atSize(readSample(name), size), sampleTheme(theme))
          expect(await findSlideFaults(browser, html), `${theme} ${size}`).toEqual([])
        }
    },
  )

  it.each(Object.keys(HOSTILE))('draws %s unclipped', async (name) => {
    for (const lang of ['en', 'hi'] as const)
      for (const size of SIZES) {
        const { html } = await buildSample(deckOf([HOSTILE[name] ?? ''], lang, size))
        expect(await findSlideFaults(browser, html), `${lang} ${size}`).toEqual([])
      }
  })

  it('draws decks of odd sizes unclipped', { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 14; seed++)
      for (const lang of ['en', 'hi'] as const) {
        const theme = sampleTheme(seed % 2 === 0 ? 'coaching' : 'lecture')
        const size = seed % 4 < 2 ? '4:3' : '16:9'
        const { html } = await buildSample(atSize(oddDeck(seed, lang), size), theme)
        const faults = await findSlideFaults(browser, html)
        expect(faults, `seed ${seed}, ${lang}, ${size}`).toEqual([])
      }
  })

  it('sees a clipped slide', async () => {
    const { html } = await buildSample(readSample('all-classes.en'))
    const broken = withStyle(html, 'section > ul > li { line-height: 110px !important }')
    expect(await findSlideFaults(browser, broken)).not.toEqual([])
  })

  it('sees lines that stand on one another inside a block', async () => {
    const { html } = await buildSample(readSample('all-classes.en'))
    const broken = withStyle(html, 'section.points > ul > li + li { margin-top: -40px !important }')
    expect(await findSlideFaults(browser, broken)).toContainEqual(
      expect.stringMatching(/stands on/),
    )
  })

  it.each([
    [
      'names in a drawing that stand on one another',
      'text { letter-spacing: 30px !important }',
      /stands on/,
    ],
    [
      'letters smaller than small print',
      'section.points li { font-size: 20px !important }',
      / px$/,
    ],
  ])('sees %s', async (_, css, fault) => {
    const { html } = await buildSample(readSample('all-classes.en'))
    const faults = await findSlideFaults(browser, withStyle(html, css))
    expect(faults).toContainEqual(expect.stringMatching(fault))
  })
})
