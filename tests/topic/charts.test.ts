import { describe, expect, it } from 'vitest'
import { inlineText } from '../../scripts/topic/inline-text.ts'
import { timeOf } from '../../scripts/topic/time-label.ts'
import type { Chart } from '../../scripts/topic/topic.ts'
import { readFiles, topicText } from './one-topic.ts'

const FACTS = `facts:
  oil-2022: { label: Oil, value: 25.50, unit: US$ billion, as_of: 2022 }
  oil-2024: { label: Oil, value: 52.7, unit: US$ billion, as_of: 2024, qualifier: about }
  supply: { label: China, value: [85, 95], unit: "%" }
`

type Files = Parameters<typeof readFiles>[0]

function chartsIn(
  files: Files,
  slug = 'a',
): { charts: readonly Chart[]; codes: readonly string[] } {
  const { results, diagnostics } = readFiles(files)
  const topic = results.map((result) => result.topic).find((found) => found?.slug === slug)
  const blocks = topic?.sections.flatMap((section) => section.blocks) ?? []
  return {
    charts: blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : [])),
    codes: diagnostics.map(({ code }) => code).filter((code) => code !== 'unused-fact'),
  }
}

function read(...charts: readonly string[]) {
  const sections = charts
    .map((chart, i) => `  - { id: s${i}, title: S, chart: ${chart} }\n`)
    .join('')
  const { charts: found, codes } = chartsIn({ 'a.md': topicText(`${FACTS}sections:\n${sections}`) })
  expect(codes).toEqual([])
  return found
}

const labels = ({ categories }: Chart): readonly string[] => categories.map(inlineText)
const printed = ({ series }: Chart) =>
  series.map(({ label, figures }) => [
    inlineText(label),
    ...figures.map((figure) => figure?.printed),
  ])

describe('the figures of a chart', () => {
  it('come from pairs, from facts in cells, and may be missing', () => {
    const [chart] = read(
      '{ series: [a, b], data: [[2022, "{oil-2022}", –], [2024, "{oil-2024}", -3.50]] }',
    )
    expect(chart).toMatchObject({ kind: 'grouped-bar', unit: 'US$ billion' })
    if (chart === undefined) return
    expect(labels(chart)).toEqual(['2022', '2024'])
    expect(printed(chart)).toEqual([
      ['a', '25.50', 'about 52.7'],
      ['b', undefined, '−3.50'],
    ])
  })

  it('come from columns and rows, with separators, ranges and percent as they are written', () => {
    const [chart] = read(
      '{ columns: [C, x], rows: [[a, "1,23,456"], [b, 85–95], [c, 7 %]] , kind: bar}',
    )
    expect(chart === undefined ? [] : printed(chart)).toEqual([['x', '1,23,456', '85–95', '7']])
    expect(chart?.series[0]?.figures.map((figure) => figure?.value)).toEqual([123456, 90, 7])
    expect(chart?.unit).toBe('%')
  })

  it('come from the table of a section, words left aside, columns chosen by name', () => {
    const table =
      'table: { columns: [Country, Now, Note, Then], rows: [[India, 5, big, 4], [China, 7, bigger, 6]] }'
    const text = (chart: string) =>
      topicText(`sections:\n  - { id: t, title: T, ${table} }\n  - { title: S, chart: ${chart} }`)
    const named = chartsIn({ 'a.md': text('{ from: t }') })
    expect(named.codes).toEqual([])
    expect(named.charts.map(printed)).toEqual([
      [
        ['Now', '5', '7'],
        ['Then', '4', '6'],
      ],
    ])
    const chosen = chartsIn({ 'a.md': text('{ from: t, series: [Then] }') })
    expect(chosen.charts.map((chart) => [chart.kind, printed(chart)])).toEqual([
      ['bar', [['Then', '4', '6']]],
    ])
    const own = topicText(
      `sections:\n  - { title: T, ${table}, chart: { from: table, kind: line } }`,
    )
    expect(chartsIn({ 'a.md': own }).charts.map(labels)).toEqual([['India', 'China']])
  })

  it('run along a line when the years stand in the head of the table', () => {
    const [chart] = read(
      '{ kind: line, columns: [C, "2022", "2024"], rows: [[India, 1, 2], [China, 3, 4]] }',
    )
    if (chart === undefined) return
    expect(labels(chart)).toEqual(['2022', '2024'])
    expect(printed(chart)).toEqual([
      ['India', '1', '2'],
      ['China', '3', '4'],
    ])
  })

  it('of one measure at several dates are labelled with the dates in a line', () => {
    const [line, bars] = read(
      '{ kind: line, facts: [oil-2022, oil-2024] }',
      '{ facts: [oil-2022, oil-2024] }',
    )
    expect([line, bars].map((chart) => chart && labels(chart))).toEqual([
      ['2022', '2024'],
      ['Oil', 'Oil'],
    ])
  })

  it('that leave a part of 100 % get a rest, exact, as a range, or about', () => {
    const charts = read(
      '{ kind: share, unit: "%", data: [[a, 60.5], [b, 20]] }',
      '{ kind: share, facts: [supply] }',
      '{ kind: share, unit: "%", data: [[a, 33.3], [b, 33.3], [c, 33.3]] }',
      '{ kind: share, unit: US$, data: [[a, 3], [b, 4]] }',
    )
    expect(charts.map((chart) => [chart.hasRest, printed(chart)[0]?.at(-1)])).toEqual([
      [true, '19.5'],
      [true, '5–15'],
      [false, '33.3'],
      [false, '4'],
    ])
  })

  it('are told in a sentence when the author gives none', () => {
    const alts = read(
      '{ series: [x, y], data: [[a, 1, 2], [b, 3, –]] }',
      '{ kind: line, unit: US$, data: [[2022, 1], [2024, 3]] }',
      '{ kind: share, facts: [supply] }',
      `{ kind: line, data: [${Array.from({ length: 40 }, (_, i) => `["${1980 + i}", ${(i * 7) % 40}]`).join(', ')}] }`,
    ).map(({ alt }) => alt)
    expect(alts).toEqual([
      'Grouped bar chart: a: x 1, y 2; b: x 3, y not known',
      'Line chart, US$: 2022 1, 2024 3',
      'Parts of a whole, %: China 85–95; Rest 5–15',
      'Line chart: 1980 0 – 2019 33, lowest 1980 0, highest 1997 39',
    ])
  })
})

describe('the Hindi edition of a chart', () => {
  const original = topicText(
    `lang: en\nsections:\n  - { id: s, title: S, chart: { kind: line, unit: "%", series: [India, China], data: [[2022, 1, 2], [2024, 3.50, –]], highlight: India } }`,
  )

  it('inherits the figures and translates the names', () => {
    const hindi =
      '---\ntitle: विषय\nlang: hi\nsections:\n  - { id: s, title: खंड, chart: { labels: { India: भारत, China: चीन } } }\n---\n'
    const { charts, codes } = chartsIn({ 'a.md': original, 'a.hi.md': hindi }, 'a.hi')
    expect(codes).toEqual([])
    expect(charts.map(printed)).toEqual([
      [
        ['भारत', '1', '3.50'],
        ['चीन', '2', undefined],
      ],
    ])
    expect(charts[0]?.highlight).toEqual({ category: -1, series: 0 })
    expect(charts[0]?.alt).toBe('रेखा आरेख, %: भारत: 2022 1, 2024 3.50; चीन: 2022 2, 2024 ज्ञात नहीं')
  })

  it('draws the columns that the original chose, by their translated names', () => {
    const table = (head: string) =>
      `table: { columns: [${head}], rows: [[2022, 1, 2], [2024, 3, 4]] }`
    const text = (head: string, rest: string) =>
      topicText(`sections:\n  - { id: t, title: T, ${table(head)}${rest} }`)
    const { charts, codes } = chartsIn(
      {
        'a.md': text(
          'Year, India, China',
          ', chart: { from: table, series: [China], highlight: "2024" }',
        ),
        'a.hi.md': text('वर्ष, भारत, चीन', ''),
      },
      'a.hi',
    )
    expect(codes).toEqual([])
    expect(charts.map(printed)).toEqual([[['चीन', '2', '4']]])
  })

  it('keeps the place of what the original stresses when it gives figures of its own', () => {
    const hindi =
      '---\ntitle: विषय\nlang: hi\nsections:\n  - { id: s, title: खंड, chart: { series: [भारत, चीन], data: [[2022, 1, 2], [2024, 3.50, –]] } }\n---\n'
    const { charts, codes } = chartsIn({ 'a.md': original, 'a.hi.md': hindi }, 'a.hi')
    expect(codes).toEqual([])
    expect(charts[0]?.highlight).toEqual({ category: -1, series: 0 })
  })
})

it('reads years and months', () => {
  expect(
    ['2024', 'FY 2024-25', '2024–25', '2024-03', 'Mar 2024', 'March 2024', '2010-11'].map(timeOf),
  ).toEqual([2024, 2024, 2024, 2024 + 2 / 12, 2024 + 2 / 12, 2024 + 2 / 12, 2010])
  expect(['India', '24', '2024-13', '20245', 'Mai 2024', ''].map(timeOf)).toEqual(
    Array(6).fill(undefined),
  )
})

describe('the unit of a chart with a caption', () => {
  const captionOf = (unit: string, caption: string): string => {
    const [chart] = read(`{ data: [[a, 1], [b, 2]], unit: "${unit}", caption: "${caption}" }`)
    return chart === undefined ? '' : inlineText(chart.caption)
  }

  it.each([
    ['mm', 'Mean rain of each month', 'Mean rain of each month, mm'],
    ['mm', 'Mean rain.', 'Mean rain, mm.'],
    ['mm', '**Mean** rain of *summer*', 'Mean rain of summer, mm'],
    ['मिमी', 'हर महीने की वर्षा', 'हर महीने की वर्षा, मिमी'],
    ['t', 'Cotton', 'Cotton, t'],
  ])('%s stands behind "%s"', (unit, caption, wanted) => {
    expect(captionOf(unit, caption)).toBe(wanted)
  })

  it.each([
    ['mm', 'Mean rain (MM)'],
    ['mm', 'Rain, mm, 2024'],
    ['US$ billion', 'Trade in US$ Billion, 2024'],
    ['%', 'Share in per cent'],
    ['%', 'Share (%)'],
    ['(a|b)$', 'In (a|b)$'],
    ['मिमी', 'वर्षा (मिमी में)'],
  ])('%s is not said twice in "%s"', (unit, caption) => {
    expect(captionOf(unit, caption)).toBe(caption)
  })
})
