/** deck.pdf says on each page what its slide says in deck.html; its tags say it in the same order. */
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from '../chromium.ts'
import { makeFolder, rootDir, runLectern } from '../run-lectern.ts'
import { hasTool, runTool } from '../typeset/pdf-text.ts'

const SLUGS = [
  'india-russia-strategic-minerals',
  'india-russia-strategic-partnership',
  'india-russia-strategic-partnership.hi',
]

let browser: Browser
let close: () => Promise<void>
let project = ''

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
  project = makeFolder()
  cpSync(join(rootDir, 'content'), join(project, 'content'), { recursive: true })
  const run = await runLectern(['build', '--to', 'html,pdf'], { cwd: project })
  expect(run.code).toBe(0)
}, 120_000)

afterAll(() => close())

/** The blocks of every slide, each without the blocks inside it. */
async function blocksOf(file: string): Promise<readonly (readonly string[])[]> {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.setContent(readFileSync(file, 'utf8'))
  return page.evaluate(() =>
    [...document.querySelectorAll('section')].map((slide) =>
      [...slide.querySelectorAll('h1, h2, h3, p, li, th, td, blockquote')]
        .map((block) => {
          const own = block.cloneNode(true) as Element
          for (const inner of own.querySelectorAll('ul, ol, p, table, svg, .chart-figures, small'))
            inner.remove()
          return block.closest('.chart-figures') ? '' : (own.textContent ?? '')
        })
        .filter((text) => text.trim() !== ''),
    ),
  )
}

/** Spaces differ where lines break. */
function squash(text: string): string {
  return text.normalize('NFC').replace(/[\s\u00a0\u00ad\u200b-\u200d]+/gu, '')
}

describe.skipIf(!hasTool('pdftotext'))('deck.pdf', () => {
  it.each(SLUGS)(
    'of %s holds the words of every slide',
    async (slug) => {
      const slides = await blocksOf(join(project, 'out', slug, 'deck.html'))
      const pdf = readFileSync(join(project, 'out', slug, 'deck.pdf'))
      expect(slides.flat().length).toBeGreaterThan(80)
      const text = runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? ''
      const pages = text.split('\f').slice(0, -1).map(squash)
      expect(pages).toHaveLength(slides.length)
      for (const [index, blocks] of slides.entries())
        for (const word of blocks.join(' ').split(/\s+/u))
          expect(pages[index]).toContain(squash(word))
    },
    60_000,
  )

  // Of Devanagari poppler shows the clusters of a tag otherwise than those of a page.
  it.each(SLUGS.filter((slug) => !slug.endsWith('.hi')))(
    'of %s tells it in the order of the slides',
    async (slug) => {
      const slides = await blocksOf(join(project, 'out', slug, 'deck.html'))
      const pdf = readFileSync(join(project, 'out', slug, 'deck.pdf'))
      const tags = runTool('pdfinfo', ['-struct-text', 'FILE'], pdf) ?? ''
      // Each text on a line of its own, in quotes; everything else names an element.
      const told = squash([...tags.matchAll(/^ *"(.*)"$/gmu)].map(([, text]) => text).join(''))
      let from = 0
      for (const [index, blocks] of slides.entries())
        for (const block of blocks) {
          const at = told.indexOf(squash(block), from)
          const near = told.slice(from, from + 200)
          expect(at, `slide ${index + 1}: ${block} in ${near}`).toBeGreaterThanOrEqual(from)
          from = at
        }
    },
    60_000,
  )
})
