import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from '../chromium.ts'
import { type BuiltTopic, buildTopics } from './built-topics.ts'

const ENGLISH = `---
title: Charts
lang: en
sections:
  - id: groups
    title: Groups
    chart: { kind: grouped-bar, unit: US$ billion, caption: Bought, series: ["2022", "2024"], data: [[A & <b>, 1.5, 2], [B, –, 85–95]] }
    points: [A point below the chart]
  - id: long
    title: Long
    chart: { caption: Points, data: [${Array.from({ length: 30 }, (_, i) => `[District ${i}, ${i}]`).join(', ')}] }
---
`
const HINDI = `---
title: चार्ट
lang: hi
sections:
  - { id: groups, title: समूह, chart: { caption: खरीद, unit: अरब डॉलर, labels: { "A & <b>": भारत, B: चीन } }, points: [नीचे एक बात] }
  - { id: long, title: लंबा, chart: { caption: अंक } }
---
`

let built: readonly BuiltTopic[]
let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
  built = await buildTopics({ 'charts.md': ENGLISH, 'charts.hi.md': HINDI })
}, 60_000)

afterAll(() => close())

async function open(slug: string): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 1280, height: 720 })
  await page.setContent(built.find((one) => one.slug === slug)?.html ?? '')
  // From the title to the first chart: the player takes other slides out of the tree.
  await page.keyboard.press('PageDown')
  return page
}

/** Every table that stands behind a chart, row by row. */
const readTables = (page: Page): Promise<string[][][]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.chart-figures')].map((part) => [
      [part.querySelector('caption')?.textContent ?? ''],
      ...[...part.querySelectorAll('tr')].map((row) =>
        [...row.children].map((one) => one.textContent ?? ''),
      ),
    ]),
  )

describe('the figures of a chart', () => {
  it('stand in a table for readers who hear the slide, also when one is not known', async () => {
    const page = await open('charts')
    expect((await readTables(page))[0]).toEqual([
      ['Figures of the chart, US$ billion'],
      ['', '2022', '2024'],
      ['A & <b>', '1.5', '2'],
      ['B', 'not known', '85–95'],
    ])
    await page.close()
  })

  it('are told in the language of the deck', async () => {
    const page = await open('charts.hi')
    expect((await readTables(page))[0]).toEqual([
      ['चार्ट के आँकड़े, अरब डॉलर'],
      ['', '2022', '2024'],
      ['भारत', '1.5', '2'],
      ['चीन', 'ज्ञात नहीं', '85–95'],
    ])
    await page.close()
  })

  it('are told once where a chart goes on over several slides', async () => {
    const page = await open('charts')
    const tables = (await readTables(page)).slice(1)
    expect(tables.length).toBeGreaterThan(1)
    expect(tables.flatMap((rows) => rows.slice(2).map(([label]) => label))).toEqual(
      Array.from({ length: 30 }, (_, i) => `District ${i}`),
    )
    await page.close()
  })

  it('are in the tree of accessibility and neither on the screen nor on paper', async () => {
    const page = await open('charts')
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }))
    expect(tree).toContain('Figures of the chart, US$ billion')
    const seen = () =>
      page.$eval('.chart-figures', (part) => {
        const { width, height } = part.getBoundingClientRect()
        return { isSmall: width < 2 && height < 2, clip: getComputedStyle(part).clipPath }
      })
    expect(await seen()).toEqual({ isSmall: true, clip: 'inset(50%)' })
    await page.emulateMediaType('print')
    const display = await page.$eval('.chart-figures', (part) => getComputedStyle(part).display)
    expect(display).toBe('none')
    await page.close()
  })

  it('leave axe-core nothing to say', async () => {
    const source = readFileSync(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    )
    for (const slug of ['charts', 'charts.hi']) {
      const page = await open(slug)
      await page.setBypassCSP(true)
      await page.evaluate(source)
      const found = await page.evaluate("axe.run('.chart-figures')")
      expect((found as { violations: { id: string }[] }).violations.map(({ id }) => id)).toEqual([])
      expect((found as { passes: { id: string }[] }).passes.map(({ id }) => id)).toContain(
        'td-headers-attr',
      )
      await page.close()
    }
  })
})
