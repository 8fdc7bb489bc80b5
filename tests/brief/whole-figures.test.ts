/** A figure that breaks inside its digits is another figure: none of the strip does, however many cards it has. */
import { describe, expect, it } from 'vitest'
import { renderBrief } from '../../scripts/brief/render-brief.ts'
import { placesIn, type TextPlace } from './pdf-places.ts'
import { makeInput, pageOf, section } from './sample-input.ts'

const FIGURES = ['123,456,789,012', '1,234,567,890–2,345,678,901', '123,456,789,012,345', '7']

async function placesOf(figures: readonly string[]): Promise<readonly TextPlace[]> {
  const cards = figures.map((figure) => `- **${figure}** million tonnes\n  - A label\n`).join('')
  const strip = `::: figures\n${cards}:::\n\n`
  const markdown = pageOf(section('a', 'Text')).replace('::: section', `${strip}::: section`)
  const result = await renderBrief(makeInput(markdown))
  if (!result.ok) throw new Error('too long')
  return placesIn(result.pdf)
}

/** The text that goes on inside this one. */
function overlaps(places: readonly TextPlace[]): readonly string[] {
  return places.flatMap((place) =>
    places
      .filter(({ x, y }) => Math.abs(y - place.y) < 1 && x > place.x)
      .filter(({ x }) => place.x + place.width > x + 0.5)
      .map(({ text }) => `${place.text} runs into ${text}`),
  )
}

describe('the strip of figures', () => {
  it.each([2, 3, 4])('of %i cards sets long ones whole, clear of one another', async (count) => {
    const figures = FIGURES.slice(0, count)
    const places = await placesOf(figures)
    expect(overlaps(places)).toEqual([])
    const text = places.map((place) => place.text).join(' ')
    for (const figure of figures) expect(text).toContain(figure)
  })
})
