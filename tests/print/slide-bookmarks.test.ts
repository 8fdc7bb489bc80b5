import { describe, expect, it } from 'vitest'
import type { Bookmark } from '../../scripts/print/pdf/outline.ts'
import type { SlideFacts } from '../../scripts/print/read-slides.ts'
import { slideBookmarks } from '../../scripts/print/slide-bookmarks.ts'

function slide(title: string, classes: string, section = '', header = ''): SlideFacts {
  return { title, classes: classes.split(' '), section, header, text: '', notes: '' }
}

function linesOf(bookmarks: readonly Bookmark[], indent = ''): readonly string[] {
  return bookmarks.flatMap(({ title, page, isOpen, kids }) => [
    `${indent}${kids.length === 0 ? '' : isOpen ? '- ' : '+ '}${title} ${page}`,
    ...linesOf(kids, `${indent}  `),
  ])
}

const DECK = [
  slide('Oil', 'title'),
  slide('Part one', 'part'),
  slide('Trade', 'points', 'trade', 'Trade'),
  slide('Trade', 'table', 'trade', 'Trade'),
  slide('Oil is dear', 'chart', 'price', 'Price'),
  slide('Part two', 'part'),
  slide('Ore', 'points', 'ore', 'Ore'),
  slide('Question 1', 'question airy'),
  slide('Answer 1: A', 'question key'),
  slide('Question 2', 'quote'),
  slide('', 'glossary'),
]

describe('bookmarks of a deck', () => {
  it('nest slides in sections, sections in parts, answers in their questions', () => {
    expect(linesOf(slideBookmarks(DECK))).toEqual([
      'Oil 0',
      '- Part one 1',
      '  - Trade 2',
      '    Trade (2) 3',
      '  - Price 4',
      '    Oil is dear 4',
      '- Part two 5',
      '  Ore 6',
      '+ Question 1 7',
      '  Answer 1: A 8',
      'Question 2 9',
      '11 10',
    ])
  })

  it('are closed where they are more than one looks over', () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      slide(`Slide ${at}`, 'points', `s${Math.floor(at / 5)}`, `Section ${Math.floor(at / 5)}`),
    )
    const bookmarks = slideBookmarks(many)
    expect(bookmarks.map(({ isOpen, kids }) => [isOpen, kids.length])).toEqual(
      Array.from({ length: 10 }, () => [false, 5]),
    )
  })
})
