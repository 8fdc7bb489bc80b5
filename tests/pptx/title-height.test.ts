import { expect, test } from 'vitest'
import { openRuler } from '../../scripts/deck/deck-ruler.ts'
import { titleHeightPx } from '../../scripts/pptx/compose/title-height.ts'
import { DECK_TOKENS } from '../../scripts/theme/deck-tokens.ts'

const ruler = openRuler(DECK_TOKENS, 'en')
const text = 'India is the second largest buyer of Russian oil'
const slide = { heading: { level: 2, text }, classes: [] }
const linePx = ruler.linePx('title')
const widthPx = ruler.widthOf(text, { size: 'title', weight: 700 })

test('a title that lacks a hair of the room stays on one line', () => {
  expect(titleHeightPx(slide, ruler, widthPx)).toBe(linePx)
  expect(titleHeightPx(slide, ruler, widthPx * 0.98)).toBe(linePx)
})

test('a longer one takes two', () => {
  expect(titleHeightPx(slide, ruler, widthPx * 0.95)).toBe(2 * linePx)
})

test('a slide without a title has none', () => {
  expect(titleHeightPx({ ...slide, heading: undefined }, ruler, widthPx)).toBe(0)
})
