import { describe, expect, it } from 'vitest'
import { openRuler } from '../../scripts/deck/deck-ruler.ts'
import { layoutSlide } from '../../scripts/deck/layout-slide.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { plainText } from '../../scripts/deck/rich-text.ts'
import type { Slide } from '../../scripts/deck/slide.ts'
import { noteComment } from '../../scripts/template/escape-markdown.ts'
import { oddDeck } from './odd-decks.ts'
import { deckOf, readSample, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme('lecture')

function paginate(name: string, body: string): readonly Slide[] {
  return readDeck(paginateDeck(deckOf([slideOf(name, body)]), theme)).slides
}

function list(count: number, text = 'One short point'): string {
  return Array.from({ length: count }, (_, index) => `- ${text} ${index + 1}`).join('\n')
}

function itemCounts(slides: readonly Slide[]): readonly number[] {
  return slides.map((slide) => {
    const [block] = slide.blocks
    if (block?.kind === 'list') return block.items.length
    return block?.kind === 'table' ? block.rows.length : 0
  })
}

/** Every character a viewer reads in lists, tables and paragraphs, in order, without spaces. */
function wording(slides: readonly Slide[]): string {
  return slides
    .flatMap((slide) => slide.blocks)
    .flatMap((block) => {
      if (block.kind === 'list') return block.items.map((item) => item.text)
      if (block.kind === 'table') return block.rows.flat()
      return block.kind === 'paragraph' ? [block.text] : []
    })
    .map((text) => plainText(text).replace(/\s+/g, ''))
    .join('')
}

describe('paginateDeck', () => {
  it('leaves slides that fit as they were written', () => {
    for (const name of ['all-classes.en', 'all-classes.hi']) {
      const markdown = readSample(name)
      expect(paginateDeck(markdown, theme)).toBe(markdown)
    }
  })

  it('splits a list at an item, evenly', () => {
    expect(itemCounts(paginate('points', `## Title\n\n${list(6)}`))).toEqual([3, 3])
    expect(itemCounts(paginate('points', `## Title\n\n${list(40)}`))).toEqual(Array(8).fill(5))
  })

  it('leaves no item alone that could have company', () => {
    const counts = itemCounts(
      paginate(
        'points',
        `## Title\n\n${list(5, 'A point that takes two whole lines because it says a good deal more than it needs to say')}`,
      ),
    )
    expect(counts).toEqual([3, 2])
  })

  it('marks every part, and repeats directives and heading', () => {
    const slides = paginate('points', `## Title\n\n${list(12)}`)
    expect(slides.map((slide) => slide.heading?.text)).toEqual([
      'Title <small>(1/3)</small>',
      'Title <small>(2/3)</small>',
      'Title <small>(3/3)</small>',
    ])
    for (const slide of slides)
      expect(slide.directives).toBe('<!--\n_class: "points airy"\n_header: "Section"\n-->')
  })

  it('keeps the notes on the first part only', () => {
    const slides = paginate('points', `## Title\n\n${list(12)}\n\n<!--\nSay this once.\n-->`)
    expect(slides.map((slide) => slide.notes)).toEqual([['<!--\nSay this once.\n-->'], [], []])
  })

  it('splits a table at a row and repeats its head', () => {
    const rows = Array.from({ length: 16 }, (_, index) => `| Row ${index + 1} | ${index}.5 |`).join(
      '\n',
    )
    const slides = paginate('table', `## Title\n\n| Name | Share |\n| --- | --: |\n${rows}`)
    expect(itemCounts(slides)).toEqual([6, 5, 5])
    for (const slide of slides)
      expect(slide.blocks[0]).toMatchObject({ head: ['Name', 'Share'], rules: ['---', '--:'] })
  })

  it('keeps a pipe inside a cell of a table it splits', () => {
    const rows = Array.from({ length: 9 }, () => '| a \\| b | c |').join('\n')
    const slides = paginate('table', `## Title\n\n| H | I |\n| --- | --- |\n${rows}`)
    expect(slides[1]?.blocks[0]).toMatchObject({ rows: Array(4).fill(['a | b', 'c']) })
  })

  it('goes on numbering a split list of sources', () => {
    const items = Array.from({ length: 14 }, (_, index) => `${index + 1}. Source`).join('\n')
    const slides = paginate('sources', `## Sources\n\n${items}\n\n![QR](qr.svg)`)
    expect(slides.map((slide) => slide.blocks[0])).toMatchObject([{ start: 1 }, { start: 8 }])
    for (const slide of slides)
      expect(slide.blocks[1]).toMatchObject({ kind: 'picture', path: 'qr.svg' })
  })

  it('splits a point of 400 words between words, losing none', () => {
    const text = Array.from({ length: 400 }, (_, index) =>
      index % 17 === 0 ? `**strong${index}**` : `word${index}.`,
    ).join(' ')
    const slides = paginate('points', `## Title\n\n- ${text}`)
    expect(slides.length).toBeGreaterThan(2)
    expect(wording(slides)).toBe(plainText(text).replace(/\s+/g, ''))
  })

  it.each([
    ['strong', (text: string) => `**${text}**`],
    ['a tag', (text: string) => `<strong>${text}</strong>`],
    ['a link', (text: string) => `[${text}](<https://example.org/>)`],
  ])('splits a long text that is all %s', (_, wrap) => {
    const text = wrap(Array.from({ length: 400 }, (_, index) => `word${index}`).join(' '))
    const slides = paginate('points', `## Title\n\n- ${text}`)
    expect(slides.length).toBeGreaterThan(2)
    expect(wording(slides)).toBe(plainText(text).replace(/\s+/g, ''))
  })

  it('splits a word of 3,000 letters', () => {
    const word = 'क्ष्यि'.repeat(250)
    const slides = paginate('points', `## Title\n\n- ${word}`)
    expect(slides.length).toBeGreaterThan(1)
    expect(wording(slides)).toBe(word)
  })

  it('never makes a list or heading out of the rest of a split text', () => {
    const text = Array.from(
      { length: 600 },
      (_, index) => ['word', '-', '1.', '#', '\\>', '+'][index % 6],
    ).join(' ')
    const slides = paginate('points', `## Title\n\n- x ${text}`)
    for (const slide of slides) {
      expect(slide.blocks).toHaveLength(1)
      expect(slide.blocks[0]).toMatchObject({ kind: 'list', items: [{ children: [] }] })
    }
  })

  it('repeats the line above nested items that go on', () => {
    const nested = Array.from({ length: 20 }, (_, index) => `  - Nested item ${index + 1}`).join(
      '\n',
    )
    const slides = paginate('points', `## Title\n\n- Head\n${nested}`)
    expect(slides.length).toBeGreaterThan(1)
    for (const slide of slides) expect(slide.blocks[0]).toMatchObject({ items: [{ text: 'Head' }] })
  })

  it('keeps the columns of a comparison side by side', () => {
    const column = (name: string): string =>
      `- **${name}**\n${Array.from({ length: 9 }, (_, index) => `  - ${name} says ${index + 1} and then a little more`).join('\n')}`
    const slides = paginate('compare', `## Title\n\n${column('A')}\n${column('B')}`)
    expect(slides.length).toBeGreaterThan(1)
    for (const slide of slides)
      expect(slide.blocks[0]).toMatchObject({ items: [{ text: '**A**' }, { text: '**B**' }] })
  })

  it('sets a wide table dense while it can be read, else shows its columns in groups', () => {
    const table = (columns: number, cell: string): string =>
      [0, 1, 2]
        .map(
          (row) =>
            `| ${Array.from({ length: columns }, (_, at) => (row === 1 ? '---' : `${cell}${at}`)).join(' | ')} |`,
        )
        .join('\n')
    const dense = paginate('table', `## Title\n\n${table(8, 'metal')}`)
    expect(dense.map((slide) => slide.classes)).toEqual([['table', 'dense']])
    for (const cell of ['ab', 'institution']) {
      const split = paginate('table', `## Title\n\n${table(14, cell)}`)
      expect(split.length).toBeGreaterThan(1)
      for (const slide of split) {
        expect(slide.classes).not.toContain('dense')
        expect(slide.blocks[0]).toMatchObject({ head: expect.arrayContaining([`${cell}0`]) })
      }
    }
  })

  it('gives a table the same columns on every slide it takes', () => {
    const cell = (row: number): string => (row === 15 ? 'a much longer cell '.repeat(12) : 'short')
    const rows = Array.from({ length: 16 }, (_, row) => `| Row ${row} | ${cell(row)} | 1 |`)
    const body = `## Title\n\n| Name | Text | Share |\n| --- | --- | --: |\n${rows.join('\n')}`
    const slides = paginate('table', body)
    expect(slides.length).toBeGreaterThan(2)
    const ruler = openRuler(theme.deck, 'en')
    const layouts = slides.map((slide) => layoutSlide(slide, ruler))
    expect(layouts.every(({ isFitting }) => isFitting)).toBe(true)
    const widths = layouts.map(({ blocks }) => blocks[0]?.columnWidths)
    expect(new Set(widths.map((list) => JSON.stringify(list))).size).toBe(1)
  })

  it('sets a title of 200 characters smaller, and cuts one of 900 without losing it', () => {
    const [long] = paginate('points', `## ${'A title that goes on '.repeat(10)}\n\n${list(2)}`)
    expect(long?.classes).toContain('longest')
    const title = 'A title that goes on '.repeat(45).trim()
    const slides = paginate('points', `## ${title}\n\n${list(2)}`)
    expect(slides[0]?.heading?.text).toMatch(/…/)
    expect(wording(slides)).toContain(title.replaceAll(' ', ''))
  })

  it('takes nothing in a text for a slide, a directive or a comment', () => {
    const slides = paginate('points', '## Title\n\n- \\---\n- &lt;!-- class: x --&gt;\n- {{x}}')
    expect(slides).toHaveLength(1)
  })

  it('changes nothing the second time', () => {
    for (let seed = 100; seed < 120; seed++)
      for (const lang of ['en', 'hi'] as const) {
        const once = paginateDeck(oddDeck(seed, lang), theme)
        expect(paginateDeck(once, theme)).toBe(once)
      }
  })
})

describe('an instruction to Marp outside the contract', () => {
  const withComment = (comment: string): string =>
    deckOf([slideOf('points', `## A\n\n- b\n\n${comment}`)])

  it.each([
    ['<!-- _backgroundImage: "url(a.png)" -->', '_backgroundImage'],
    ['<!-- backgroundColor: red -->', 'backgroundColor'],
    ['<!-- class: invert -->', 'class'],
    ['<!--\nsome words\nfooter: x\n-->', 'footer'],
    ['<!-- {"_color": red} -->', '_color'],
    ['<!-- style: "section { color: red }" -->', 'style'],
  ])('%s is refused by name', (comment, key) => {
    expect(() => paginateDeck(withComment(comment), theme)).toThrow(new RegExp(`found: ${key}$`))
  })

  it.each(['class: dismissed', 'footer: see below', '{color: red}', 'theme: oil'])(
    'written as speaker notes (%s) is only a note',
    (notes) => {
      expect(paginateDeck(withComment(noteComment(notes)), theme)).toContain(notes)
    },
  )

  it.each(['Remember: the bell', 'See p. 4; question: who?'])(
    'is not seen in other words with a colon (%s)',
    (words) => {
      expect(() => paginateDeck(withComment(`<!-- ${words} -->`), theme)).not.toThrow()
    },
  )

  it('is refused in the front matter, whatever the format', () => {
    const deck = deckOf([slideOf('points', '## A\n\n- b')]).replace(
      'marp: true',
      'marp: true\nstyle: x',
    )
    expect(() => paginateDeck(deck, theme)).toThrow('front matter of deck.md may hold only')
  })
})
