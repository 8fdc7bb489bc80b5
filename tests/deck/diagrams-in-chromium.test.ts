/** Diagrams as a class sees them, on slides of both sizes and in both languages, in real Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLES } from '../chart/diagram/samples.ts'
import { parseXml } from '../chart/well-formed.ts'
import { startChromium } from '../chromium.ts'
import { buildTopic } from './built-topics.ts'
import { findSlideFaults } from './slide-faults.ts'

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(() => close())

function topicOf(sources: readonly string[], lang: 'en' | 'hi'): string {
  const sections = sources.map(
    (source, index) =>
      `  - id: s${index}\n    title: ${lang === 'en' ? 'A title of the usual length' : 'सामान्य लंबाई का शीर्षक'}\n    diagram:\n      alt: What it says\n      caption: A caption\n      mermaid: |\n${source
        .split('\n')
        .map((line) => `        ${line}`)
        .join('\n')}\n`,
  )
  return `---\ntitle: Diagrams\nlang: ${lang}\nsections:\n${sections.join('')}---\n`
}

type Drawn = {
  readonly fonts: readonly number[]
  readonly faults: readonly string[]
}

/** Runs in the page: type size as it is seen on a slide of its own size, and texts that leave their box. */
async function measure(html: string): Promise<readonly Drawn[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-diagram-'))
  const page = await browser.newPage()
  try {
    writeFileSync(join(folder, 'deck.html'), html)
    await page.goto(`file://${folder}/deck.html`)
    await page.evaluate('globalThis.__name = (inner) => inner')
    return await page.evaluate(async () => {
      document.documentElement.classList.remove('playing')
      await Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined)))
      await document.fonts.ready
      return [...document.querySelectorAll<SVGSVGElement>('section.diagram p.picture svg')].map(
        (svg) => {
          const section = svg.closest('section')
          const slideScale =
            (section?.getBoundingClientRect().width ?? 1) / (section?.clientWidth ?? 1)
          const frame = svg.getBoundingClientRect()
          const scale = frame.width / svg.viewBox.baseVal.width / slideScale
          const texts = [...svg.querySelectorAll('text')]
          const boxes = [...svg.querySelectorAll('path[fill]:not([fill="none"])')].map((path) =>
            path.getBoundingClientRect(),
          )
          const faults = texts.flatMap((text) => {
            const at = text.getBoundingClientRect()
            const name = text.textContent ?? ''
            const middle = { x: (at.left + at.right) / 2, y: (at.top + at.bottom) / 2 }
            const around = boxes.filter(
              (box) =>
                box.left < middle.x &&
                box.right > middle.x &&
                box.top < middle.y &&
                box.bottom > middle.y,
            )
            const leaves = [...around, frame].filter(
              (box) => at.left < box.left - 1 || at.right > box.right + 1,
            )
            const over = texts.filter((other) => {
              const there = other.getBoundingClientRect()
              const [width, height] = [
                Math.min(at.right, there.right) - Math.max(at.left, there.left),
                Math.min(at.bottom, there.bottom) - Math.max(at.top, there.top),
              ]
              return other !== text && width > 2 && height > (at.height + there.height) / 4
            })
            return [
              ...(leaves.length > 0 ? [`${name} leaves its box`] : []),
              ...over.map((other) => `${name} stands on ${other.textContent}`),
            ]
          })
          return {
            fonts: texts.map((text) => Number(text.getAttribute('font-size')) * scale),
            faults,
          }
        },
      )
    })
  } finally {
    await page.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('a diagram of every kind', () => {
  it.each([
    ['en', '16:9'],
    ['hi', '16:9'],
    ['en', '4:3'],
    ['hi', '4:3'],
  ] as const)(
    'in %s at %s: text inside its box, no text on another, legible',
    async (lang, size) => {
      const sources = Object.entries(SAMPLES).filter(
        ([name]) => name.startsWith('hindi') === (lang === 'hi'),
      )
      const { html, codes } = await buildTopic(
        topicOf(
          sources.map(([, source]) => source),
          lang,
        ),
        { size, formats: ['html'] },
      )
      expect(codes.filter((code) => size === '16:9' || code !== 'diagram-small')).toEqual([])
      const drawn = await measure(html)
      expect(drawn).toHaveLength(sources.length)
      expect(drawn.flatMap(({ faults }) => faults)).toEqual([])
      if (size === '16:9')
        expect(Math.min(...drawn.flatMap(({ fonts }) => fonts))).toBeGreaterThanOrEqual(23.5)
      // Narrow slides have no room for some of them: the author is told by `diagram-small`.
      const isTold = (fault: string): boolean =>
        codes.includes('diagram-small') && / px$/u.test(fault)
      const faults = await findSlideFaults(browser, html)
      expect(faults.filter((fault) => !isTold(fault))).toEqual([])
    },
  )
})

it('two diagrams share no names, hold no links, scripts or handlers, and say what they show', async () => {
  const hostile =
    'flowchart LR\n  A["</svg><script>alert(1)</script>"] --> B["<img src=x onerror=alert(1)>"]\n  click A "javascript:alert(1)"\n  click B href "https://example.org"'
  const { html, codes } = await buildTopic(topicOf([hostile, hostile], 'en'), { formats: ['html'] })
  expect(codes).toEqual(['diagram-ignored', 'diagram-ignored'])
  const drawings = html.match(/<svg [^>]*role="img"[\s\S]*?<\/svg>/gu) ?? []
  expect(drawings).toHaveLength(2)
  for (const drawing of drawings) {
    expect(parseXml(drawing).attributes).toMatchObject({
      role: 'img',
      'aria-label': 'What it says',
    })
    expect(drawing).not.toMatch(
      /<script|<img|<a |<style|<foreignObject| id=|url\(|javascript|example\.org/u,
    )
  }
})

it('a deck without a diagram holds nothing of one', async () => {
  const { html } = await buildTopic(
    '---\ntitle: A\nsections:\n  - { title: One, points: [a] }\n---\n',
    { formats: ['html'] },
  )
  expect(html).not.toContain('geometricPrecision')
})
