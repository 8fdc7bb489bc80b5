/** Strings that broke other programs, as a title, a point, a cell and a note: all of them stay text. */
import { describe, expect, it } from 'vitest'
import { findFetches } from '../../scripts/deck/find-fetches.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { escapeMarkdown, noteComment } from '../../scripts/template/escape-markdown.ts'
import { withChromium } from '../chromium.ts'
import { naughtyStrings } from '../corpora.ts'
import { buildSample, deckOf, sampleTheme, slideOf, withoutScript } from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

const strings = naughtyStrings()

const markdown = deckOf(
  strings.flatMap((text) => {
    const escaped = escapeMarkdown(text)
    return [
      slideOf('points', `## ${escaped}\n\n- ${escaped}\n- x ${escaped} y\n\n${noteComment(text)}`),
      slideOf('table', `## T\n\n| ${escaped} | b |\n| --- | --: |\n| ${escaped} | 1 |`),
    ]
  }),
)

describe('naughty strings', () => {
  it('make no slide, tag or fetch, and no slide is clipped', { timeout: 60_000 }, async () => {
    const { html, slideCount } = await buildSample(markdown)
    const parts = paginateDeck(markdown, sampleTheme('lecture')).match(/<small>\(1\/\d\)<\/small>/g)
    expect(slideCount).toBeGreaterThanOrEqual(strings.length * 2)
    expect(slideCount).toBeLessThanOrEqual(strings.length * 2 + 3 * (parts?.length ?? 0))
    expect(html.match(/<aside/g)).toHaveLength(strings.length)
    expect(findFetches(withoutScript(html))).toEqual([])
    expect(await withChromium((browser) => findSlideFaults(browser, html))).toEqual([])
  })
})
