import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenPrinter } from '../../scripts/browser/open-printer.ts'
import type { PageTask, Printer } from '../../scripts/print/printer.ts'
import { buildTopics } from '../deck/built-topics.ts'
import { openTestPrinter } from '../own-browser.ts'

let browser: OpenPrinter

beforeAll(() => {
  browser = openTestPrinter()
})
afterAll(() => browser.close())

const LONG =
  'Why the monsoon came late in three of the last seven years, and what the states of the peninsula did about their reservoirs'
const ENDLESS = `${LONG}, their canals, their tanks and the price of rice in the markets of the coast, told for those who were not there`
const HINDI =
  'पिछले सात वर्षों में तीन बार मानसून देर से क्यों आया, और प्रायद्वीप के राज्यों ने अपने जलाशयों का क्या किया'

const WHAT_STANDS = `(() => {
  const range = document.createRange()
  const boxes = [...document.querySelectorAll('section :is(h1, h2, p, footer)')].map((element) => {
    range.selectNodeContents(element)
    return range.getBoundingClientRect()
  }).filter(({ width }) => width > 0)
  return {
    slides: document.querySelectorAll('section').length,
    text: document.querySelector('section').innerText,
    titlePx: parseFloat(getComputedStyle(document.querySelector('h1')).fontSize),
    isInside: boxes.every(({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= 1200 && bottom <= 630),
    isApart: boxes.slice(1).every(({ top }, index) => top >= boxes[index].bottom - 8),
  }
})()`

type Standing = {
  readonly slides: number
  readonly text: string
  readonly titlePx: number
  readonly isInside: boolean
  readonly isApart: boolean
}

/** What stands on the page that the card is a picture of: the last that is printed. */
async function cardOf(title: string, keys: string, lang = 'en'): Promise<Standing> {
  const tasks: PageTask[] = []
  const printer: Printer = {
    run(task) {
      tasks.push(task)
      return browser.run(task)
    },
  }
  const text = `---\ntitle: ${JSON.stringify(title)}\nlang: ${lang}\n${keys}\nsections:\n  - title: One\n    points: [A point]\n---\n`
  await buildTopics({ 'topic.md': text }, { formats: ['png'], widthPx: 320 }, printer)
  const card = tasks.at(-1)
  if (card === undefined) throw new Error('nothing was printed')
  const { inspected } = await browser.run({
    ...card,
    pictures: [],
    inspect: `${card.inspect ?? ''}; ${card.pictures?.[0]?.before ?? ''}; ${WHAT_STANDS}`,
  })
  // The shape of the expression above.
  return inspected as Standing
}

const SETS = ['lecture', 'lecture-dark', 'coaching'].flatMap((template) =>
  ['16:9', '4:3'].map((size) => [template, size] as const),
)

describe.each(SETS)('the card of %s at %s', (template, size) => {
  const keys = `template: ${template}\nsize: "${size}"\nsubtitle: A lecture in two parts\ndate: 2025-08-08\nbrand: { name: Institute }`

  it.each([
    ['short', 'Rivers', 'en'],
    ['long', LONG, 'en'],
    ['Hindi', HINDI, 'hi'],
  ])(
    'holds a %s title and all that stands with it',
    { timeout: 120_000 },
    async (_, title, lang) => {
      const card = await cardOf(title, keys, lang)
      expect(card).toMatchObject({ slides: 1, isInside: true, isApart: true })
      expect(card.text.replace(/\s+/g, ' ')).toContain(title)
      expect(card.text).toContain('Institute')
      expect(card.text).toContain('2025')
    },
  )
})

describe('the card', () => {
  it('sets a title larger that has the room', { timeout: 120_000 }, async () => {
    const short = await cardOf('Rivers', '')
    expect(short.titlePx).toBeGreaterThan((await cardOf(LONG, '')).titlePx)
  })

  it('counts no pages where a title is too long for one', { timeout: 120_000 }, async () => {
    const keys = `subtitle: ${JSON.stringify(LONG)}\nsyllabus: ${JSON.stringify([LONG, ENDLESS])}`
    const card = await cardOf(ENDLESS, keys)
    expect(card).toMatchObject({ slides: 1, isInside: true, isApart: true })
    expect(card.text).not.toMatch(/\(\d+\/\d+\)/)
  })
})
