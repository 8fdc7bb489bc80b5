import { describe, expect, it } from 'vitest'
import { likeness, locateWords } from '../../scripts/topic/locate-words.ts'

const TEXT = `---
title: Rare earths
questions:
  - ask: Which metals are rare earths?
sections:
  - title: Two large buyers
    points:
      - India bought oil worth {oil}; only China bought more.[@express]
      - See [the next slide](#trade) for **all** figures
  - id: trade
    title: Who buys what
    table:
      columns: [Country, Effect]
      rows:
        - [India, Africa]
---
`
const FILES = [{ file: 'content/a.md', text: TEXT }]

function lineOf(words: string, section: string, keys: readonly string[] = []): unknown {
  const found = locateWords(FILES, { section, keys, words, literals: [] })
  return [found?.where.place?.line, found?.isExact]
}

describe('words of a slide are found', () => {
  it('in the point that says them, around a figure and a citation', () => {
    expect(lineOf('India bought oil worth US$ 52.7 billion; only', 'two-large-buyers')).toEqual([
      8,
      true,
    ])
  })

  it('in a section without an id, by its title or its position', () => {
    expect(lineOf('Two large buyers', 'two-large-buyers')).toEqual([6, true])
    expect(lineOf('Two large buyers', 'section-1')).toEqual([6, true])
  })

  it('as a lone word of a cell', () => {
    expect(lineOf('Africa', 'trade', ['table'])).toEqual([15, true])
  })

  it('at the key that should hold them when they are nowhere', () => {
    expect(lineOf('52.7', 'trade', ['table'])).toEqual([12, false])
    expect(lineOf('52.7', 'trade')).toEqual([10, false])
  })

  it('among the keys of the topic when the slide has no section', () => {
    expect(lineOf('Which metals are rare earths?', '', ['questions'])).toEqual([4, true])
  })

  it('by what stands in the source', () => {
    const wanted = { section: 'two-large-buyers', keys: [], words: '', literals: ['(#trade)'] }
    expect(locateWords(FILES, wanted)?.where).toEqual({
      file: 'content/a.md',
      place: { line: 9, column: 29, endColumn: 37 },
    })
  })

  it('in what an edition inherits', () => {
    const edition = { file: 'content/a.hi.md', text: '---\ntitle: दुर्लभ मृदा\n---\n' }
    const wanted = { section: 'trade', keys: ['table'], words: 'Africa', literals: [] }
    expect(locateWords([edition, ...FILES], wanted)?.where).toMatchObject({
      file: 'content/a.md',
      place: { line: 15 },
    })
  })

  it('nowhere in a file that cannot be read', () => {
    const wanted = { section: '', keys: ['title'], words: 'Rare', literals: [] }
    expect(locateWords([{ file: 'a.md', text: 'no front matter' }], wanted)).toBeUndefined()
  })
})

describe('the likeness of words', () => {
  it('is whole for the same words, and nothing for less than half of their pairs', () => {
    expect(likeness('rare earths in magnets', 'Rare **earths** in magnets').share).toBe(1)
    expect(likeness('rare earths in magnets', 'magnets in rare cases').share).toBe(0)
    expect(likeness('', 'anything').share).toBe(0)
  })
})
