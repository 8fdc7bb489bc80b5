/** What a slide singles out is seen as such: the right answer, stressed lines, who asks, a caption. */
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contrast } from '../../scripts/color/contrast.ts'
import { startChromium } from '../chromium.ts'
import { topicText } from '../run-lectern.ts'
import { buildTopic } from './built-topics.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

async function open(topic: string): Promise<Page> {
  const { html } = await buildTopic(topic)
  const page = await browser.newPage()
  await page.setContent(html)
  await page.evaluate(() => document.documentElement.classList.remove('playing'))
  return page
}

const SETS = ['lecture', 'lecture-dark', 'coaching']

function hexOf(color: string): string {
  const channels = color.match(/\d+/g)?.slice(0, 3).map(Number) ?? []
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

describe.each(SETS)('%s', (set) => {
  it.each(['#ffffff', '#000000', '#fff2a8'])(
    'boxes the right answer in brand %s',
    async (color) => {
      const page = await open(
        topicText(
          'Key',
          `template: ${set}\nbrand: { primary: "${color}" }\nquestions:\n  - { ask: Which?, options: [One, Two, Three, Four], answer: B, because: Because. }`,
        ),
      )
      const colors = await page.evaluate(() => {
        const right = document.querySelector('section.key > ul > li:has(> strong > em)')
        const slide = document.querySelector('section.key')
        if (right === null || slide === null) return []
        const { borderTopColor } = getComputedStyle(right)
        return [borderTopColor, getComputedStyle(slide).backgroundColor]
      })
      await page.close()
      const [border = '', ground = ''] = colors.map(hexOf)
      // WCAG 2.2, success criterion 1.4.11.
      expect(contrast(border, ground)).toBeGreaterThanOrEqual(3)
    },
  )

  it('shows stressed lines apart, their words readable', async () => {
    const code = 'import os  # a comment\\nname = "text" + str(5)\\nprint(name)'
    const page = await open(
      topicText(
        'Code',
        `template: ${set}\nsections:\n  - { title: One, code: { language: python, highlight: [1, 2], text: "${code.replace(/"(?=text|\s)/g, '\\"')}" } }`,
      ),
    )
    const found = await page.evaluate(() => {
      const marked = document.querySelector('.listing .marked')
      const listing = document.querySelector('.listing')
      if (marked === null || listing === null) return { grounds: [], words: [] }
      const words = [...document.querySelectorAll('.listing .marked, .listing .marked *')]
      return {
        grounds: [marked, listing].map((each) => getComputedStyle(each).backgroundColor),
        words: words.map((word) => getComputedStyle(word).color),
      }
    })
    await page.close()
    const [band = '', ground = ''] = found.grounds.map(hexOf)
    expect(contrast(band, ground)).toBeGreaterThanOrEqual(1.3)
    expect(found.words.length).toBeGreaterThan(3)
    for (const word of found.words)
      expect(contrast(hexOf(word), band), word).toBeGreaterThanOrEqual(4.5)
  })
})

describe('a long written question', () => {
  it.each([40, 55, 70, 85, 100, 140])('of %i words keeps its marks with its end', async (count) => {
    const question = `${'Discuss what the treaty changed, and for whom it did so. '.repeat(count / 10)}`
    const { html } = await buildTopic(
      topicText('Asked', `questions:\n  - { ask: "${question.trim()}", marks: 10 }`),
    )
    const page = await browser.newPage()
    await page.setContent(html)
    const counts = await page.evaluate(() =>
      [...document.querySelectorAll('section.quote')].map((slide) => ({
        by: slide.querySelectorAll('p.by').length,
        said: slide.querySelectorAll('blockquote > p:not(.by)').length,
      })),
    )
    await page.close()
    expect(counts.length).toBeGreaterThan(0)
    expect(counts.filter(({ said }) => said === 0)).toEqual([])
    expect(counts.map(({ by }) => by)).toEqual([...counts.slice(1).map(() => 0), 1])
  })
})

describe('a diagram', () => {
  it('has its caption close below it', async () => {
    const page = await open(
      topicText(
        'Drawn',
        'sections:\n  - title: One\n    diagram:\n      alt: A\n      caption: The caption\n      mermaid: |\n        flowchart LR\n          A[One] --> B[Two] --> C[Three]\n',
      ),
    )
    const gap = await page.evaluate(() => {
      const slide = document.querySelector('section.diagram')
      const boxes = [...(slide?.querySelectorAll('p.picture svg path') ?? [])]
      const bottom = Math.max(...boxes.map((box) => box.getBoundingClientRect().bottom))
      const caption = slide?.querySelector('p:not(.picture)')?.getBoundingClientRect()
      const scale = (slide?.getBoundingClientRect().height ?? 0) / 720
      return ((caption?.top ?? Number.NaN) - bottom) / scale
    })
    await page.close()
    expect(gap).toBeGreaterThan(0)
    expect(gap).toBeLessThan(48)
  })
})
