/** Slides of few words are set larger, and nothing else is. */
import { describe, expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { ROOMY_STEPS } from '../../scripts/theme/roomy-deck.ts'
import { deckOf, readSample, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme()

function classesOf(markdown: string, lang: 'en' | 'hi' = 'en'): readonly string[] {
  const paginated = paginateDeck(deckOf([markdown], lang), theme)
  return [...paginated.matchAll(/^_class: "?(.*?)"?$/gm)].map(([, classes = '']) => classes)
}

const point = (words: number): string => `- ${'word '.repeat(words).trim()}`

describe('airy slides', () => {
  it.each([
    [
      'points that larger letters do not fit',
      slideOf('points', `## A\n\n${`${point(16)}\n`.repeat(3)}`),
    ],
    ['a short question', slideOf('question', '## A\n\nWhy?\n\n- **A** x\n- **B** y')],
  ])('are those of %s', (_, slide) => {
    expect(classesOf(slide)).toEqual([expect.stringMatching(/ airy$/)])
  })

  it('have the usual letters', () => {
    const { sizes } = ROOMY_STEPS.airy(theme.deck)
    expect(sizes).toEqual(theme.deck.sizes)
  })
})

describe('roomy slides', () => {
  it.each([
    ['two short points', slideOf('points', '## A\n\n- One thing\n- Another thing')],
    ['a short quotation', slideOf('quote', '## A\n\n> Short.\n>\n> — Somebody')],
    ['a small table', slideOf('table', '## A\n\n| H | I |\n| --- | --- |\n| a | b |')],
    ['one figure', slideOf('facts', '## A\n\n- **52.7** %\n  - of all')],
  ])('are those of %s', (_, slide) => {
    expect(classesOf(slide)).toEqual([expect.stringMatching(/ roomy$/)])
  })

  it.each([
    ['five points of two lines', slideOf('points', `## A\n\n${`${point(16)}\n`.repeat(5)}`)],
    ['a question', slideOf('question', '## A\n\nWhy?\n\n- **A** x\n- **B** y')],
    ['sources', slideOf('sources', '## A\n\n1. One')],
    ['a picture', slideOf('image', '## A\n\n![x](images/map.png)\n\nCaption')],
    ['the cover', slideOf('title', '# A')],
  ])('are not those of %s', (_, slide) => {
    for (const classes of classesOf(slide)) expect(classes).not.toContain('roomy')
  })

  it('are not parts of a longer slide: all parts have the same letters', () => {
    const classes = classesOf(slideOf('points', `## A\n\n${`${point(3)}\n`.repeat(8)}`))
    expect(classes.length).toBeGreaterThan(1)
    for (const one of classes) expect(['points', 'points airy']).toContain(one)
  })

  it('are usual again when words are added', () => {
    const slide = slideOf('"points roomy"', `## A\n\n${`${point(16)}\n`.repeat(4)}`)
    expect(classesOf(slide)).toEqual(['points'])
  })

  it.each(['gallery.en', 'gallery.hi'])('of %s stay as they are when paginated again', (name) => {
    const once = paginateDeck(readSample(name), theme)
    expect(once).toContain('roomy')
    expect(paginateDeck(once, theme)).toBe(once)
  })
})
