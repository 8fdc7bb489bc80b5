/** Decks with mathematics and programs, as a build makes them, in real Chromium and in both languages. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findFetches } from '../../scripts/deck/find-fetches.ts'
import { readDeck } from '../../scripts/deck/read-deck.ts'
import { checkFormula } from '../../scripts/math/check-formula.ts'
import { layoutFormula } from '../../scripts/math/layout-formula.ts'
import { startChromium } from '../chromium.ts'
import { FORMULAS } from '../math/formulas.ts'
import { buildTopic } from './built-topics.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

/** A list of sections as front matter: JSON is YAML. */
function topicOf(lang: 'en' | 'hi', sections: readonly object[]): string {
  return `---\ntitle: ${lang === 'hi' ? 'गणित' : 'Maths'}\nlang: ${lang}\nsections: ${JSON.stringify(sections)}\n---\n`
}

const WORDS = {
  en: 'and the words around the formula go on over more than one line of the slide',
  hi: 'और सूत्र के आसपास के शब्द स्लाइड की एक से अधिक पंक्तियों तक चलते हैं, ताकि माप परखा जा सके',
}

const isGood = (tex: string, isDisplay: boolean): boolean =>
  checkFormula(tex, isDisplay).kind === 'good'
const LINE_FORMULAS = FORMULAS.filter((tex) => isGood(tex, false))
const DISPLAYS = FORMULAS.filter((tex) => isGood(tex, true))

const CODE = [
  'def roots(a, b, c):',
  '    """Real roots."""  # भेदक and ```` and </script> and -->',
  '---',
  '',
  '```',
  '$$',
  ':::',
  '<!-- class: x -->',
  '├── content',
  '│   └── topic.md',
  '\tif a < 0: return "x" * 200  # a very long comment that goes on and on and on until it no longer fits on one row',
  ...Array.from({ length: 24 }, (_, index) => `    print(${index}, a * ${index})`),
]

describe.each(['en', 'hi'] as const)('slides in %s', (lang) => {
  it('hold every formula in running text, in tables and in narrow columns', async () => {
    const sections = LINE_FORMULAS.map((tex, index) => ({ tex, index })).flatMap(
      ({ tex, index }) =>
        index % 12 === 0
          ? [
              {
                title: `P ${index}`,
                points: [`${WORDS[lang]} $${tex}$, ${WORDS[lang]}.`, `$${tex}$`],
              },
              {
                title: `T ${index}`,
                table: { columns: ['A', 'B'], rows: [[`$${tex}$`, WORDS[lang]]] },
              },
            ]
          : [{ title: `P ${index}`, points: [`${WORDS[lang]} $${tex}$, ${WORDS[lang]}.`] }],
    )
    expect(LINE_FORMULAS.length).toBeGreaterThan(95)
    const { html, codes } = await buildTopic(topicOf(lang, sections))
    expect(codes).toEqual([])
    expect(await findSlideFaults(browser, html)).toEqual([])
  }, 120_000)

  it('hold every formula on lines of its own, with caption and a point', async () => {
    const sections = DISPLAYS.map((tex, index) => ({
      title: `F ${index}`,
      formula: { tex, caption: WORDS[lang] },
      ...(index % 3 === 0 ? { points: [WORDS[lang]] } : {}),
    }))
    const { html, codes } = await buildTopic(topicOf(lang, sections))
    expect(codes).toEqual([])
    expect(await findSlideFaults(browser, html)).toEqual([])
    expect(findFetches(html)).toEqual([])
  }, 120_000)

  it.each(['16:9', '4:3'] as const)(
    'set wide formulas smaller in narrow columns, %s',
    async (size) => {
      const wide = LINE_FORMULAS.filter((tex) => layoutFormula(tex, false).width > 6).slice(0, 24)
      const [first = 'x', second = 'y'] = wide
      const sections = wide.map((tex, index) => ({
        title: `C ${index}`,
        ...(index % 2 === 0
          ? {
              compare: [first, tex, second].map((one) => ({
                title: `$${one}$`,
                points: [`$${tex}$`, WORDS[lang]],
              })),
            }
          : {
              table: {
                columns: ['A', 'B', 'C', 'D', 'E'],
                rows: [[first, tex, 'a', second, 'b'].map((one) => `$${one}$`)],
              },
            }),
      }))
      const { html, codes } = await buildTopic(topicOf(lang, sections), { size })
      expect(codes).toEqual([])
      expect(await findSlideFaults(browser, html)).toEqual([])
    },
    120_000,
  )

  it('hold a program of hostile lines, split and numbered on', async () => {
    const code = {
      language: 'python',
      text: CODE.join('\n'),
      highlight: '2,11-14',
      caption: WORDS[lang],
    }
    const { html, markdown, codes } = await buildTopic(topicOf(lang, [{ title: 'Code', code }]))
    expect(codes).toEqual([])
    const blocks = readDeck(markdown).slides.flatMap((slide) => slide.blocks)
    const parts = blocks.flatMap((block) => (block.kind === 'code' ? [block] : []))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.flatMap((part) => part.lines)).toEqual(
      CODE.map((line) => line.replace('\t', '    ')),
    )
    expect(parts.map(({ start, lines }) => start + lines.length)).toEqual([
      ...parts.slice(1).map(({ start }) => start),
      CODE.length + 1,
    ])
    expect(parts.flatMap(({ marked }) => marked)).toEqual([2, 11, 12, 13, 14])
    expect(await findSlideFaults(browser, html)).toEqual([])
    expect(html.match(/<script/g)).toHaveLength(1)
  }, 60_000)
})

describe('a deck with formulas', () => {
  it('is spoken as MathML, or as the author says', async () => {
    const sections = [
      { title: 'One', formula: 'x^2' },
      { title: 'Two', formula: { tex: 'x^2', alt: 'x squared' } },
    ]
    const { html } = await buildTopic(topicOf('en', sections))
    expect(html.match(/<math /g)).toHaveLength(2)
    expect(html).toContain('role="img" aria-label="x squared"')
    expect(html).not.toContain('aria-label="2 / 3: One" role="img"')
  })

  it('carries only the faces and signs of KaTeX that it uses', async () => {
    const { html } = await buildTopic(topicOf('en', [{ title: 'One', formula: 'x + y' }]))
    const faces = [...html.matchAll(/font-family:'(KaTeX_\w+)'/g)].map(([, name]) => name)
    expect(faces.sort()).toEqual(['KaTeX_Main', 'KaTeX_Math'])
    expect(html).not.toMatch(/src:url\((?!data:)/)
    expect(html.length).toBeLessThan(250_000)
  })

  it('without a formula or a listing has nothing of either', async () => {
    const { html } = await buildTopic(topicOf('en', [{ title: 'Money', points: ['US$ 5 or $6'] }]))
    expect(html).not.toMatch(/katex|KaTeX|listing|Noto Sans Mono/)
  })

  it('keeps its notes as text', async () => {
    const text = `${topicOf('en', [{ title: 'One', formula: 'x^2' }])}## One\nSay $x^2$ and $5.\n`
    const { html } = await buildTopic(text)
    expect(html).toContain('Say $x^2$ and $5.')
  })

  it('says the same twice, to the byte', async () => {
    const code = { language: 'c', text: CODE.join('\n') }
    const text = topicOf('en', [
      { title: 'One', formula: '\\frac{a}{b}' },
      { title: 'Two', code },
    ])
    expect((await buildTopic(text)).html).toBe((await buildTopic(text)).html)
  })
})
