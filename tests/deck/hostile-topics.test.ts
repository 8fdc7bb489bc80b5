/** The bad input that lecturers do bring, as whole topics: each gives slides that can be read, or says what to do. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { buildTopic, buildTopics } from './built-topics.ts'
import { samplePng } from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

const WORD = { en: 'words', hi: 'शब्दों' } as const
type Lang = keyof typeof WORD

const many = (count: number, lang: Lang): string => `${WORD[lang]} `.repeat(count).trim()

const HOSTILE: Readonly<Record<string, (lang: Lang) => Readonly<Record<string, unknown>>>> = {
  'a point of 400 words': (lang) => ({ points: [many(400, lang)] }),
  '40 points': (lang) => ({ points: Array(40).fill(many(12, lang)), incremental: true }),
  'a table of 14 columns': (lang) => ({
    table: { columns: Array(14).fill(WORD[lang]), rows: Array(9).fill(Array(14).fill('1,234.5')) },
  }),
  'a cell with a word of 90 letters': (lang) => ({
    table: { columns: ['A', 'B', 'C'], rows: [[many(9, lang), 'x'.repeat(90), 'ख'.repeat(90)]] },
  }),
  'an image of 1 × 8,000 px': () => ({ image: { src: 'images/tall.png', alt: 'A line' } }),
  'a title of 200 characters': (lang) => ({ title: many(40, lang).slice(0, 200), points: ['a'] }),
  'a part of 200 characters': (lang) => ({ part: many(40, lang).slice(0, 200), points: ['a'] }),
}

const NOTES = 'class: x\nfooter: y\n\n---\n\n-->\n<!-- _class: z -->\n\n<script>alert(1)</script>'

function topicOf(lang: Lang): string {
  const sections = Object.values(HOSTILE).map((make, index) => ({
    id: `s${index}`,
    title: WORD[lang],
    minutes: index,
    ...make(lang),
  }))
  const title = JSON.stringify(many(40, lang).slice(0, 200))
  return `---\ntitle: ${title}\nlang: ${lang}\nsections: ${JSON.stringify(sections)}\n---\n${NOTES}\n\n## s0\n\n${NOTES}\n`
}

describe('hostile topics', () => {
  it.each(SIZES)(
    'are drawn unclipped at %s, in both languages',
    { timeout: 60_000 },
    async (size) => {
      const files = {
        'en.md': topicOf('en'),
        'hi.md': topicOf('hi'),
        'images/tall.png': samplePng(1, 8000).bytes,
      }
      for (const { slug, html, codes } of await buildTopics(files, { size, formats: ['html'] })) {
        expect(codes, slug).toEqual([])
        expect(await findSlideFaults(browser, html), slug).toEqual([])
        expect(html.match(/<aside class="notes"/g), slug).toHaveLength(2)
        expect(html, slug).not.toMatch(/<section[^>]*class="[^"]*\b[xz]\b/)
        expect(html, slug).not.toContain('<script>alert')
      }
    },
  )

  it('may cite a source whose title is a number', async () => {
    const keys = `title: A\nsources: { s: { title: "1984", publisher: Secker and Warburg } }`
    const { html } = await buildTopic(
      `---\n${keys}\nsections: [{ title: B, points: ["c[@s]"] }]\n---\n`,
    )
    expect(html).toContain('<li>1984. <em>Secker and Warburg</em></li>')
  })

  it('whose translation is missing are drawn with the words of the original, and say so', async () => {
    const built = await buildTopics({
      'a.md': topicOf('en'),
      'a.hi.md': `---\ntitle: विषय\nsections: [{ id: s0, title: बिंदु }]\n---\n`,
      'images/tall.png': samplePng(1, 8000).bytes,
    })
    const hindi = built.find(({ slug }) => slug === 'a.hi')
    expect(hindi?.codes).toContain('untranslated-section')
    expect(await findSlideFaults(browser, hindi?.html ?? '')).toEqual([])
  })
})
