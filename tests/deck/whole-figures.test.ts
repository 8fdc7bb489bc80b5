/** A figure that breaks inside its digits is another figure: none does, on slides of either size. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { topicText } from '../run-lectern.ts'
import { buildTopic } from './built-topics.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

/** Digits whose letters stand on more than one line; runs in the page. */
function brokenFigures(): string[] {
  document.documentElement.classList.remove('playing')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const broken: string[] = []
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (!node.parentElement?.closest('div.marpit section')) continue
    for (const { 0: digits, index } of (node.textContent ?? '').matchAll(/\d[\d,.]*\d/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + digits.length)
      const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
      if (tops.size > 1) broken.push(digits)
    }
  }
  return broken
}

const COUNTS = { one: ['a'], two: ['a', 'b'], three: ['a', 'b', 'c'], four: ['a', 'b', 'c', 'd'] }

function topicOf(facts: readonly string[], lang: string): string {
  const unit = 'million tonnes of something long'
  return topicText(
    'Figures',
    `lang: ${lang}
facts:
  a: { label: First, value: 123456789012, unit: ${unit} }
  b: { label: Second, value: 123456789012345, unit: US$ million }
  c: { label: Third, value: 7, unit: "%" }
  d: { label: Fourth, value: [1234567890, 2345678901], unit: km }
sections:
  - { title: Cards, facts: [${facts.join(', ')}] }
  - title: Words
    groups: [{ title: One, points: ["{a}", "{b} spent"] }, { title: Two, points: ["{b}"] }, { title: Three, points: ["{a}, {d}"] }]
  - title: Table
    table: { columns: [A, B, C], rows: [["{a}", "{b}", "{c}"], ["{d}", "{c}", "{c}"]] }`,
  )
}

describe.each(Object.entries(COUNTS))('%s cards with long figures', (_, facts) => {
  it.each(['en', 'hi'])('in %s stand whole', async (lang) => {
    for (const size of SIZES) {
      const { html } = await buildTopic(topicOf(facts, lang), { size })
      const page = await browser.newPage()
      await page.setContent(html)
      expect(await page.evaluate(brokenFigures), size).toEqual([])
      await page.close()
      expect(await findSlideFaults(browser, html), size).toEqual([])
    }
  })
})
