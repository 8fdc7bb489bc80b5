import { readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { buildTopics } from '../deck/built-topics.ts'
import { findSlideFaults } from '../deck/slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

const gallery = (name: string): string =>
  readFileSync(new URL(`gallery/${name}`, import.meta.url), 'utf8')

const LONG =
  'Imports of crude oil and of petroleum products by sea and by pipeline from all countries of the world in one year'

const pairs = (count: number, label: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `[${label(i)}, ${((i * 37) % 91) + 1}]`).join(', ')

/** Charts as authors should not write them, each in a section of its own with a list below. */
const HOSTILE: readonly string[] = [
  `{ data: [[India, 1]] }`,
  `{ data: [${pairs(60, (i) => `District ${i}`)}] }`,
  `{ data: [${pairs(6, (i) => `"${i} ${LONG}"`)}] }`,
  `{ kind: line, data: [${pairs(200, (i) => `"${1800 + i}"`)}] }`,
  `{ kind: line, data: [${pairs(5, (i) => `"${i} ${LONG}"`)}] }`,
  `{ kind: line, data: [[a, 0], [b, 0], [c, 0]] }`,
  `{ kind: line, series: [a, b, c], data: [["2024", 7.5, 7.4, 7.45]] }`,
  `{ kind: line, data: [${Array.from({ length: 14 }, (_, i) => `["${2010 + i}", ${i % 6 === 3 ? i : '–'}]`).join(', ')}] }`,
  `{ kind: line, data: [["2020", 0.000000001], ["2021", 1000000000000], ["2022", -3]] }`,
  `{ kind: share, unit: "%", data: [["<i>&amp;</i> \\"a\\"", 33.333333], [b, 20–30], [c, 0]], highlight: c }`,
  `{ kind: share, data: [${pairs(10, (i) => `"${i} ${LONG}"`)}] }`,
  `{ kind: share, data: [[a, 1], [b, 1000000000000], [c, 0]] }`,
  `{ series: ["${LONG}", "${LONG} again", c], data: [[a, 1, -2, –], [b, 0.0001, 1000000, 3]] }`,
  `{ series: [a, b, c, d, e, f], data: [${Array.from({ length: 20 }, (_, i) => `[D${i}, 1, 2, 3, 4, 5, ${i}]`).join(', ')}] }`,
]

const hostileTopic = (size: string): string =>
  `---\ntitle: Hostile\nsize: "${size}"\nsections:\n${HOSTILE.map(
    (chart, i) =>
      `  - title: Chart ${i}\n    chart: ${chart}\n    points: [A point that stands below, "And a second one, of some length"]\n`,
  ).join('')}---\n`

describe('charts in Chromium', () => {
  it('of every kind stand on their slides unclipped, in both languages and sizes', async () => {
    for (const size of SIZES) {
      const english = gallery('charts.md').replace('lang: en', `lang: en\nsize: "${size}"`)
      const built = await buildTopics({
        'charts.md': english,
        'charts.hi.md': gallery('charts.hi.md'),
      })
      expect(built.map(({ slug, codes }) => [slug, codes])).toEqual([
        ['charts.hi', []],
        ['charts', []],
      ])
      for (const { slug, html } of built)
        expect(await findSlideFaults(browser, html), `${slug} ${size}`).toEqual([])
    }
  }, 120_000)

  it('of hostile figures stand on their slides unclipped', async () => {
    for (const size of SIZES) {
      const [built] = await buildTopics({ 'hostile.md': hostileTopic(size) })
      expect(built?.codes).toEqual([])
      expect(await findSlideFaults(browser, built?.html ?? '')).toEqual([])
    }
  }, 120_000)

  it('have no letter under 24 px', async () => {
    const [built] = await buildTopics({ 'hostile.md': hostileTopic('16:9') })
    const sizes = [...(built?.html ?? '').matchAll(/<text [^>]*font-size="([\d.]+)"/g)]
    expect(sizes.length).toBeGreaterThan(100)
    expect(Math.min(...sizes.map(([, size]) => Number(size)))).toBeGreaterThanOrEqual(24)
  })
})
