import { describe, expect, it } from 'vitest'
import { readInline } from '../../scripts/deck/inline-text.ts'

describe('the text of a line in which terms are looked for', () => {
  it.each([
    ['Write to ore@example.org, now', 'Write to ################ now'],
    ['See www.example.org/ore and ore', 'See ################### and ore'],
    ['a@b@c.de ore', 'a@###### ore'],
  ])('holds no address: %s', (source, text) => {
    expect(readInline(source).text.replaceAll('\ufffc', '#')).toBe(text)
  })

  it('is found in a word of a hundred thousand letters', () => {
    const word = 'ore'.repeat(40_000)
    expect(readInline(word).text).toBe(word)
  })
})
