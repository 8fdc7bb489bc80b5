/** A deck with gaps: what is hidden is hidden everywhere, and everything else stays as it was. */
import { describe, expect, it } from 'vitest'
import { blankIds } from '../../scripts/deck/blank-mark.ts'
import { type BlankedDeck, blankTerms } from '../../scripts/deck/blank-terms.ts'
import { numberBlanks } from '../../scripts/deck/number-blanks.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { plainText } from '../../scripts/deck/rich-text.ts'
import { escapeMarkdown } from '../../scripts/template/escape-markdown.ts'
import { naughtyStrings } from '../corpora.ts'
import { deckOf, samplePictures, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme()

function blank(slides: readonly string[], lang: 'en' | 'hi' = 'en'): BlankedDeck {
  return blankTerms(deckOf(slides, lang), { pictures: samplePictures(), theme, around: [] })
}

const GLOSSARY = slideOf('glossary', '## Terms\n\n- **Potash** Salts\n- **Wind tunnel (WT)** Tube')

/** What the slide says with `…` for each gap. */
function said({ markdown }: BlankedDeck): string {
  return plainText(markdown.replace(/<u>\\\[\d+\\\]\u00a0+<\/u>/g, '…').replaceAll('\n', ' '))
}

describe('terms of the glossary', () => {
  it.each([
    ['a point', slideOf('points', '## A\n\n- Salt and potash'), 'Salt and …'],
    ['a nested point', slideOf('points', '## A\n\n- a\n  - of potash'), 'of …'],
    ['a cell', slideOf('table', '## A\n\n| a | b |\n| --- | --- |\n| x | Potash |'), '| x | … |'],
    ['a quotation', slideOf('quote', '## A\n\n> More potash\n>\n> — X'), '> More …'],
    ['a caption', slideOf('chart', '## A\n\nPotash sold\n\n![a](charts/trade.svg)'), '… sold'],
    ['the text of a question', slideOf('question', '## Q\n\nWhat of potash?'), 'What of …?'],
    ['emphasis', slideOf('points', '## A\n\n- *wind* **tunnel** now'), '… now'],
    ['a link', slideOf('points', '## A\n\n- [a WT](https://x.org)'), 'a …'],
  ])('are gaps in %s', (_, slide, expected) => {
    expect(said(blank([slide, GLOSSARY]))).toContain(expected)
  })

  it('leave their meaning beside the gap', () => {
    expect(said(blank([GLOSSARY]))).toContain('- … Salts - … Tube')
  })

  it.each([
    ['a formula', '$potash$'],
    ['a program', '`potash`'],
    ['an address', 'www.example.org/potash'],
  ])('stay everywhere when they stand in %s', (_, text) => {
    const { markdown, inSight } = blank([slideOf('points', `## A\n\n- Of ${text}`), GLOSSARY])
    expect(markdown).toContain('**Potash** Salts')
    expect(inSight).toEqual([{ name: 'Potash', where: 'A' }])
  })

  it.each([
    ['a heading', slideOf('points', '## Why potash\n\n- Potash')],
    ['a title that is the term', slideOf('points', '## Potash\n\n- Potash')],
    ['the name of a group', slideOf('groups', '## A\n\n- **Potash**\n  - Potash')],
    ['an option', slideOf('question', '## A\n\nPotash?\n\n- **A** Potash\n- **B** Oil')],
    ['the head of a table', slideOf('table', '## A\n\n| Potash |\n| --- |\n| Potash |')],
    ['a program', slideOf('code', '## A\n\n```\npotash = 1\n```')],
  ])('stay everywhere when %s shows them', (_, slide) => {
    const { markdown, terms, inSight } = blank([slide, GLOSSARY])
    expect([...terms.values()]).toEqual(['Wind tunnel (WT)'])
    expect(inSight).toEqual([{ name: 'Potash', where: readDeck(slide).slides[0]?.heading?.text }])
    expect(markdown).toContain(slide)
  })

  it('stay everywhere when a chart shows them', () => {
    const glossary = slideOf('glossary', '## Terms\n\n- **China** A country')
    const chart = slideOf('chart', '## A\n\n![a](charts/trade.svg)')
    expect(blank([chart, glossary]).inSight).toEqual([{ name: 'China', where: 'A' }])
  })

  it('take with them what another term that stays shows', () => {
    const glossary = slideOf(
      'glossary',
      '## T\n\n- **Wind tunnel (WT)** a\n- **WT** b\n- **Oil** c',
    )
    const slide = slideOf('points', '## A wind tunnel\n\n- Oil')
    const { terms, inSight } = blank([slide, glossary])
    expect(inSight.map(({ name }) => name)).toEqual(['Wind tunnel (WT)', 'WT'])
    expect([...terms.values()]).toEqual(['Oil', 'Oil'])
  })

  it('stay everywhere when the sheets or the facts of the file name them', () => {
    const deck = deckOf([slideOf('points', '## A\n\n- Potash'), GLOSSARY])
    const around = ['Institute of Potash']
    const { inSight } = blankTerms(deck, { pictures: samplePictures(), theme, around })
    expect(inSight).toEqual([{ name: 'Potash', where: '' }])
  })

  it('take their formula with them', () => {
    const glossary = slideOf('glossary', '## Terms\n\n- **Energy $E=mc^2$** Of mass')
    const { markdown, terms } = blank([glossary])
    expect(markdown).not.toContain('mc^2')
    expect([...terms.values()]).toEqual(['Energy E = mc²'])
  })

  it('leave no trace in descriptions and links', () => {
    const slide = slideOf(
      'image',
      '## A\n\n![A heap of potash](images/map.png)\n\n[x](<https://x.org/potash>) $$',
    )
    const { markdown } = blank([
      slide,
      slideOf('formula', '## B\n\n$$\n% a Potash\nx\n$$'),
      GLOSSARY,
    ])
    expect(markdown.toLowerCase()).not.toContain('potash')
    expect(markdown).toContain('![A heap of …](images/map.png)')
    expect(markdown).toContain('% a …')
  })
})

describe('bold words', () => {
  it('are gaps wherever they stand', () => {
    const deck = blank([slideOf('points', '## A\n\n- **Leverage** spares it\n- Lacks leverage')])
    expect(said(deck)).toContain('- … spares it - Lacks …')
  })

  it.each([
    ['a whole line', '- **All of it**'],
    ['a sentence', '- So **nobody can do without any of these** now'],
    ['a small word', '- It is **not** so'],
    ['a figure', '- It cost **US\\$ 3.2 billion** then'],
  ])('are none when they are %s', (_, point) => {
    const slide = slideOf('points', `## A\n\n${point}`)
    expect(blank([slide])).toEqual({ markdown: deckOf([slide]), terms: new Map(), inSight: [] })
  })

  it.each(['groups', 'compare', 'timeline', 'facts', 'question'])('are structure in %s', (name) => {
    const slide = slideOf(name, '## A\n\n- **Oil** one\n- **Gas** two')
    expect(blank([slide]).markdown).toBe(deckOf([slide]))
  })
})

describe('gaps', () => {
  it('are as wide for a short term as for a long one', () => {
    const { markdown } = blank([GLOSSARY])
    const gaps = markdown.match(/<u>.*?<\/u>/g) ?? []
    expect(new Set(gaps.map((gap) => gap.length))).toEqual(new Set([gaps[0]?.length]))
    expect(gaps).toHaveLength(2)
  })

  it('are numbered in the order of reading, also where a comparison goes on on a further slide', () => {
    const column = (name: string): string =>
      `- **${name}**\n${Array.from({ length: 9 }, (_, at) => `  - **Word${name}${at}** and a good deal more to say`).join('\n')}`
    const deck = blank([slideOf('compare', `## A\n\n${column('X')}\n${column('Y')}`)])
    const numbered = numberBlanks(paginateDeck(deck.markdown, theme), deck.terms)
    const count = deck.terms.size
    const upwards = Array.from({ length: count }, (_, index) => index + 1)
    expect(numbered.slides.length).toBeGreaterThan(1)
    expect(blankIds(numbered.markdown).map(Number)).toEqual(upwards)
    const key = numbered.slides.flatMap(({ blanks }) => blanks)
    expect(key.map(({ number }) => number)).toEqual(upwards)
    expect(new Set(key.map(({ term }) => term)).size).toBe(count)
  })

  it('hold 500 terms', () => {
    const items = Array.from({ length: 500 }, (_, at) => `- **Term${at}x** Meaning of it`)
    const deck = blank([slideOf('glossary', `## Terms\n\n${items.join('\n')}`)])
    const numbered = numberBlanks(paginateDeck(deck.markdown, theme), deck.terms)
    expect(numbered.slides.flatMap(({ blanks }) => blanks)).toHaveLength(500)
    expect(numbered.markdown).not.toMatch(/Term\d/)
  })
})

it('changes nothing in a deck without key terms', () => {
  const markdown = deckOf([slideOf('points', '## A\n\n- a')])
  expect(blank([slideOf('points', '## A\n\n- a')])).toEqual({
    markdown,
    terms: new Map(),
    inSight: [],
  })
})

it('hides names that others broke on, and keeps the text around them', () => {
  const strings = naughtyStrings().filter((text) => /[\p{L}\p{N}]/u.test(text))
  for (const text of strings) {
    const name = escapeMarkdown(text)
    const glossary = slideOf('glossary', `## T\n\n- **${name}** meaning\n- **Potash** Salts`)
    const slide = slideOf('points', `## A\n\n- ${name} beside potash\n- x ${name} y`)
    const before = readDeck(deckOf([slide, glossary]))
    const deck = blank([slide, glossary])
    const after = readDeck(deck.markdown)
    expect(
      after.slides.map(({ blocks }) => blocks.length),
      text,
    ).toEqual(before.slides.map(({ blocks }) => blocks.length))
    expect(said(deck), text).toContain('beside …')
    const [points] = before.slides
    const around = points?.blocks[0]?.kind === 'list' ? points.blocks[0].items : []
    expect(around, text).toHaveLength(2)
  }
})
