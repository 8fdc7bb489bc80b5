/** How many lines a text takes: what a browser, LibreOffice and PowerPoint make of it, too. */
import { expect, it } from 'vitest'
import { openRuler } from '../../scripts/deck/deck-ruler.ts'
import { DECK_TOKENS } from '../../scripts/theme/deck-tokens.ts'

const ruler = openRuler(DECK_TOKENS, 'en')
const widthPx = ruler.widthOf('Vladivostok–Chen', { size: 'text' })

function linesOf(text: string): number {
  const size = 'text'
  return Math.round(ruler.heightOf(text, { size }, widthPx) / ruler.linePx(size))
}

it('breaks a word wider than the line at its dash, which leaves that line short', () => {
  expect(linesOf('Vladivostok–Chennai two more')).toBe(3)
})

it('fills the lines with such a word that has no dash', () => {
  expect(linesOf('VladivostokxChennai two more')).toBe(2)
})
