import { describe, expect, it } from 'vitest'
import { findPicture, type Picture } from '../../scripts/chart/picture.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { bar, chartOf } from '../chart/made-chart.ts'
import { buildTopics } from './built-topics.ts'
import { deckOf, sampleTheme, slideOf } from './sample-deck.ts'

const theme = sampleTheme('lecture')

function picturesWith(count: number): ReadonlyMap<string, Picture> {
  const bars = Array.from({ length: count }, (_, i) => bar(`District ${i}`, i + 1))
  return new Map([['charts/x.svg', { kind: 'chart', chart: chartOf(bars) } as const]])
}

const BODY = '## A ranking\n\nPoints of 100\n\n![Sixty](charts/x.svg)\n\nSource: me'

function paginate(count: number, body: string) {
  const markdown = paginateDeck(deckOf([slideOf('chart', body)]), theme, picturesWith(count))
  const slides = readDeck(markdown).slides.map(({ heading, blocks }) => [
    heading?.text.replace(/<\/?small>/g, ''),
    ...blocks.map((block) => (block.kind === 'picture' ? block.path : block.kind)),
  ])
  return { markdown, slides }
}

describe('a chart of many bars', () => {
  it('goes on to further slides with its caption and source, marked', () => {
    expect(paginate(30, BODY).slides).toEqual(
      [1, 2, 3].map((number) => [
        `A ranking (${number}/3)`,
        'paragraph',
        `charts/x-${number}of3.svg`,
        'paragraph',
      ]),
    )
  })

  it('stays on its slide when it can be read there', () => {
    expect(paginate(5, BODY).slides).toEqual([
      ['A ranking', 'paragraph', 'charts/x.svg', 'paragraph'],
    ])
  })

  it('gives a list below it a slide of its own before it is divided', () => {
    const list = '- one\n- two\n- three'
    const { slides } = paginate(9, BODY.replace('\n\nSource', `\n\n${list}\n\nSource`))
    expect(slides).toEqual([
      ['A ranking (1/2)', 'paragraph', 'charts/x.svg', 'paragraph'],
      ['A ranking (2/2)', 'list'],
    ])
  })

  it('is not divided again', () => {
    const { markdown } = paginate(60, BODY)
    expect(paginateDeck(markdown, theme, picturesWith(60))).toBe(markdown)
  })

  it('has a drawing for each part beside deck.md, and none that nothing names', async () => {
    const data = Array.from({ length: 30 }, (_, i) => `[District ${i}, ${i + 1}]`).join(', ')
    const [built] = await buildTopics({
      'a.md': `---\ntitle: A\nsections:\n  - id: rank\n    title: A\n    chart: { data: [${data}] }\n---\n`,
    })
    const drawings = [...(built?.files.keys() ?? [])].filter((path) => path.startsWith('charts/'))
    expect(drawings).toEqual([1, 2, 3].map((number) => `charts/rank-${number}of3.svg`))
  })
})

it('the path of a part names nothing else', () => {
  const pictures = picturesWith(3)
  const part = (path: string) => findPicture(pictures, path)
  expect(part('charts/x-2of3.svg')).toMatchObject({ part: { number: 2, of: 3 } })
  for (const path of [
    'charts/x-0of3.svg',
    'charts/x-4of3.svg',
    'charts/y-1of3.svg',
    'charts/x-1of.svg',
  ])
    expect(part(path)).toBeUndefined()
})
