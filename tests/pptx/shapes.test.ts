/** What a class draws: cards, columns, timelines, options, quotations and listings as shapes with real text. */
import { describe, expect, it } from 'vitest'
import { deckOf, slideOf } from '../deck/sample-deck.ts'
import { type DrawnSlide, drawDeck, named, type SlideShape } from './drawn-deck.ts'
import { childAt, find, numberOf } from './judge/read-xml.ts'

async function drawSlide(name: string, body: string): Promise<DrawnSlide | undefined> {
  return (await drawDeck(deckOf([slideOf(name, body)])))[0]
}

function fillOf(shape: SlideShape | undefined): string | undefined {
  const fill = childAt(shape?.xml, 'p:spPr/a:solidFill')?.children[0]
  return fill?.attributes.get('val')
}

describe('figure cards', () => {
  const FACTS = `## Figures

- **52.7** US\\$ billion
  - Russian oil bought by India<sup>1</sup>
- over **60** %
  - China’s share

A paragraph below.`

  it('are a group each, named by what they say', async () => {
    const slide = await drawSlide('facts', FACTS)
    expect(slide?.layout).toBe('Title Only')
    expect(named(slide, 'Card').map(({ name, texts }) => [name, texts])).toEqual([
      ['Card 1: 52.7 US$ billion', ['52.7 US$ billion', 'Russian oil bought by India1']],
      ['Card 2: over 60 %', ['over 60 %', 'China’s share']],
    ])
    expect(slide?.shapes.at(1)?.kind).toBe('group')
  })

  it('are followed by paragraphs in one text', async () => {
    const slide = await drawSlide('facts', `${FACTS}\n\nAnd another one.`)
    expect(named(slide, 'Text').map(({ texts }) => texts)).toEqual([
      ['A paragraph below.', 'And another one.'],
    ])
  })

  it('set the figure larger than its unit', async () => {
    const [, card] = named(await drawSlide('facts', FACTS), 'Card')
    const [words, figure, unit] = find(card?.xml, 'a:rPr').map((run) => numberOf(run, 'sz'))
    expect(words).toBe(unit)
    expect(figure).toBeGreaterThan(2 * Number(unit))
  })

  it('set a long figure smaller, as the page does', async () => {
    const long = '## Long\n\n- **1,234,567,890,123** people\n  - all\n- **2** more\n  - few'
    const [card] = named(await drawSlide('facts', long), 'Card')
    expect(numberOf(find(card?.xml, 'a:rPr')[0], 'sz')).toBeLessThan(84 * 75)
  })
})

describe('groups and comparisons', () => {
  const GROUPS =
    '## Fields\n\n- **Minerals**\n  - extraction\n    - in Siberia\n  - refining\n- **Space**\n  - engines'

  it('hold title and points in one text, points with marks one step in', async () => {
    const slide = await drawSlide('compare', GROUPS)
    const [first, second] = named(slide, 'Column')
    expect(first?.texts).toEqual(['Minerals', 'extraction', 'in Siberia', 'refining'])
    expect(second?.name).toBe('Column 2: Space')
    const indents = find(first?.xml, 'a:pPr').map((one) => [
      numberOf(one, 'marL'),
      numberOf(one, 'indent'),
    ])
    const step = indents[1]?.[0] ?? 0
    expect(step).toBeGreaterThan(0)
    expect(indents).toEqual([
      [0, 0],
      [step, -step],
      [2 * step, -step],
      [step, -step],
    ])
  })

  it('have the second of two in the colour to notice', async () => {
    const rules = named(await drawSlide('compare', GROUPS), 'Rule')
    expect(rules.map(fillOf)).toEqual(['tx2', 'accent2'])
    expect(rules.every(({ isDecorative }) => isDecorative)).toBe(true)
  })

  it('stand side by side', async () => {
    const [first, second] = named(await drawSlide('groups', GROUPS), 'Group')
    expect(first?.box?.y).toBe(second?.box?.y)
    expect(first?.box?.width).toBe(second?.box?.width)
  })
})

describe('a timeline', () => {
  const EVENTS = '## Then\n\n- **2022** Europe turns away\n- **March 2024** Talks begin\n- no date'

  it('is one group, in it one for each event: first when, then what', async () => {
    const slide = await drawSlide('timeline', EVENTS)
    const [timeline] = named(slide, 'Timeline')
    expect(timeline?.texts).toEqual([
      '2022',
      'Europe turns away',
      'March 2024',
      'Talks begin',
      'no date',
    ])
    expect(named(slide, 'Event').map(({ name }) => name)).toEqual([
      'Event: 2022',
      'Event: March 2024',
      'Event: no date',
    ])
  })

  it('has a rail between its marks and none after the last', async () => {
    const slide = await drawSlide('timeline', EVENTS)
    expect(named(slide, 'Mark')).toHaveLength(3)
    expect(named(slide, 'Rail')).toHaveLength(2)
  })
})

describe('a question', () => {
  const OPTIONS = '- **A** a treaty<sup>1</sup>\n- **_B_** an institute\n- **C** a mission'

  it('stands in the placeholder, its options as boxes with letter and text', async () => {
    const body = `## Question 1\n\nGiredmet is\n\n${OPTIONS.replaceAll('_', '')}`
    const slide = await drawSlide('question', body)
    const asked = slide?.shapes.find(({ placeholder }) => placeholder === '1')
    expect(asked?.texts).toEqual(['Giredmet is'])
    const options = named(slide, 'Option ')
    expect(options.map(({ name, texts }) => [name, ...texts])).toEqual([
      ['Option A', 'A\ta treaty1'],
      ['Option B', 'B\tan institute'],
      ['Option C', 'C\ta mission'],
    ])
    expect(new Set(options.map(fillOf)).size).toBe(1)
  })

  it('with its key has the right one filled and says so, the reason below', async () => {
    const slide = await drawSlide('question key', `## Answer 1\n\n${OPTIONS}\n\nIt belongs to it.`)
    const [a, b, c] = named(slide, 'Option ')
    expect(b?.name).toBe('Option B (right answer)')
    expect(fillOf(a)).toBe(fillOf(c))
    expect(fillOf(b)).not.toBe(fillOf(a))
    expect(find(b?.xml, 'a:rPr').some((run) => run.attributes.get('i') === '1')).toBe(false)
    const texts = slide?.shapes.flatMap((shape) => shape.texts)
    expect(texts?.indexOf('It belongs to it.')).toBeGreaterThan(texts?.indexOf('C\ta mission') ?? 0)
  })
})

describe('a quotation', () => {
  it('stands in the placeholder beside its bar', async () => {
    const slide = await drawSlide('quote', '## Words\n\n> Oil is not all.\n>\n> — A diplomat')
    const words = slide?.shapes.find(({ placeholder }) => placeholder === '1')
    expect(words?.texts).toEqual(['Oil is not all.', '— A diplomat'])
    expect(named(slide, 'Bar')[0]).toMatchObject({ isDecorative: true })
  })

  it('under something else is a group of bar and words', async () => {
    const slide = await drawSlide(
      'groups',
      '## Words\n\n- **A**\n  - b\n\n> Oil\n>\n> — A diplomat',
    )
    expect(named(slide, 'Quotation')[0]).toMatchObject({
      kind: 'group',
      texts: ['Oil', '— A diplomat'],
    })
  })
})

describe('a listing', () => {
  const CODE = `## Code\n\n\`\`\`python {6} start=5
for year in years:
    total = total + 1  # भारत

done = "yes  no"
\`\`\``

  it('has a paragraph for each line, with its spaces, numbered by the program', async () => {
    const [lines] = named(await drawSlide('code', CODE), 'Lines')
    expect(lines?.texts).toEqual([
      'for year in years:',
      '    total = total + 1  # भारत',
      ' ',
      'done = "yes  no"',
    ])
    const numbers = find(lines?.xml, 'a:buAutoNum')
    expect(numbers.map((one) => [one.attributes.get('type'), numberOf(one, 'startAt')])).toEqual(
      Array.from({ length: 4 }, () => ['arabicPlain', 5]),
    )
  })

  it('is set in the fixed-width font, its keywords bold', async () => {
    const [lines] = named(await drawSlide('code', CODE), 'Lines')
    const fonts = find(lines?.xml, 'a:latin').map((font) => font.attributes.get('typeface'))
    expect(new Set(fonts)).toEqual(new Set(['Noto Sans Mono']))
    expect(find(lines?.xml, 'a:rPr')[0]?.attributes.get('b')).toBe('1')
  })

  it('has a band behind the lines to notice, as high as one line', async () => {
    const slide = await drawSlide('code', CODE)
    const [listing] = named(slide, 'Listing')
    const [band] = named(slide, 'Marked lines')
    const exact = find(named(slide, 'Lines')[0]?.xml, 'a:spcPts').map((one) => numberOf(one, 'val'))
    expect(listing?.name).toBe('Listing: python')
    expect(band?.box?.height).toBe(((exact[0] ?? 0) / 75) * 9525)
    const top = (named(slide, 'Lines')[0]?.box?.y ?? 0) + (band?.box?.height ?? 0)
    expect(band?.box?.y).toBe(top)
  })

  it('turns a line where the page does, and goes on counting', async () => {
    const long = `x = [${'1234567, '.repeat(12)}]`
    const [lines] = named(
      await drawSlide('code', `## Code\n\n\`\`\`text\n${long}\ny\n\`\`\``),
      'Lines',
    )
    expect(lines?.texts.slice(0, -1).join('')).toBe(long)
    expect(lines?.texts.length).toBeGreaterThan(2)
    expect(find(lines?.xml, 'a:buChar')[0]?.attributes.get('char')).toBe('↪')
    expect(numberOf(find(lines?.xml, 'a:buAutoNum').at(-1), 'startAt')).toBe(2)
  })
})

describe('points beside a picture', () => {
  it('stand in the left of two placeholders, the caption under the picture', async () => {
    const body = '## Map\n\n- One\n- Two\n\n![A map](images/map.png)\n\nA caption'
    const slide = await drawSlide('image beside', body)
    expect(slide?.layout).toBe('Two Content')
    const points = slide?.shapes.find(({ placeholder }) => placeholder === '1')
    const picture = slide?.shapes.find(({ kind }) => kind === 'picture')
    const caption = named(slide, 'Text')[0]
    expect(points?.texts).toEqual(['One', 'Two'])
    expect(picture?.box?.x).toBeGreaterThan((points?.box?.x ?? 0) + (points?.box?.width ?? 0))
    expect(caption).toMatchObject({ texts: ['A caption'] })
    expect(caption?.box?.y).toBeGreaterThan((picture?.box?.y ?? 0) + (picture?.box?.height ?? 0))
  })

  it('without the picture, on a slide they went on to, have all the width', async () => {
    const slide = await drawSlide('image beside', '## Map (2/2)\n\n- Three')
    expect(slide?.layout).toBe('Title and Content')
  })
})

describe('text that the contract does not name', () => {
  it('has marks and indents of its own where another block fills the placeholder', async () => {
    const body = '## Odd\n\n- one\n  1. numbered\n\n- two\n\n> A quotation'
    const slide = await drawSlide('points', body)
    const text = named(slide, 'Text')[0]
    expect(text?.texts).toEqual(['one', 'numbered', 'two'])
    expect(find(text?.xml, 'a:buChar').map((mark) => mark.attributes.get('char'))).toEqual([
      '■',
      '■',
    ])
    expect(find(text?.xml, 'a:buAutoNum')).toHaveLength(1)
    for (const paragraph of find(text?.xml, 'a:pPr'))
      expect(numberOf(paragraph, 'indent')).toBeLessThan(0)
  })
})
