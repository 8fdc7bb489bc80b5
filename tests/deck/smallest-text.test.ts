/** The smallest letters of a slide, by its own layout. */
import { expect, it } from 'vitest'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { smallestTextPx } from '../../scripts/deck/smallest-text.ts'
import { deckOf, readSample, samplePictures, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme()
const { sizes } = theme.deck
const setting = { theme, lang: 'en', pictures: samplePictures() } as const

function sizeOf(name: string, body: string, given = setting): number | undefined {
  const [slide] = readDeck(paginateDeck(deckOf([slideOf(name, body)]), theme)).slides
  if (slide === undefined) throw new Error('no slide')
  return smallestTextPx(slide, given)
}

it('of points is that of points, larger where there are few', () => {
  const points = `## Title\n\n${'- A point of some length that takes two lines on the slide, more or less, I think\n'.repeat(5)}`
  expect(sizeOf('points', points)).toBe(sizes.text.sizePx)
  expect(sizeOf('points', '## Title\n\n- A point')).toBeGreaterThan(sizes.text.sizePx)
})

it('takes no notice of captions, credits and sources', () => {
  const chart = '## T\n\nCaption\n\n![x](charts/trade.svg)\n\nSource: somebody'
  expect(sizeOf('chart', chart)).toBeGreaterThanOrEqual(theme.deck.minChartTextPx)
  expect(sizeOf('image', '## A picture\n\n![x](images/map.png)\n\nCaption')).toBe(
    sizes.title.sizePx,
  )
})

it('is undefined where nothing is to be read', () => {
  expect(sizeOf('image', '![x](images/map.png)')).toBeUndefined()
})

it('sees what a listing of long lines is set in', () => {
  const code = `## T\n\n\`\`\`python\n${'x = 1 # a comment that goes on and on for the whole of the line '.repeat(1)}\n\`\`\``
  expect([sizes.code.sizePx, sizes.denseCode.sizePx]).toContain(sizeOf('code', code))
  expect(sizeOf('code dense', '## T\n\n```python\nx = 1\n```')).toBe(sizes.denseCode.sizePx)
})

it('sees a formula that had to be set smaller', () => {
  const wide = `## T\n\n$$\n% words\n${Array.from({ length: 26 }, (_, index) => `x_{${index}}`).join(' + ')}\n$$`
  expect(sizeOf('formula', wide)).toBeLessThan(sizes.formula.sizePx)
})

it('follows the tokens of the set', () => {
  const small = { ...sizes, table: { sizePx: 19, linePx: 26 } }
  const given = { ...setting, theme: { ...theme, deck: { ...theme.deck, sizes: small } } }
  const table = `## T\n\n| A | B |\n| --- | --: |\n${'| a | 1 |\n'.repeat(7)}`
  expect(sizeOf('table', table, given)).toBe(19)
})

it.each(['gallery.en', 'gallery.hi'])('knows every slide of %s', (name) => {
  const { slides, lang } = readDeck(paginateDeck(readSample(name), theme))
  for (const slide of slides) {
    const size = smallestTextPx(slide, { ...setting, lang })
    expect(size ?? 24, slide.source).toBeGreaterThanOrEqual(24)
  }
})
