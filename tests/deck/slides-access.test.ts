/** axe-core on every slide of the topics in `content/` and of the gallery, in every set that comes with the program. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startChromium } from '../chromium.ts'
import { rootDir } from '../run-lectern.ts'
import { seriousFaults } from './axe.ts'
import { buildTopics } from './built-topics.ts'
import { faintTexts } from './drawn-colors.ts'
import { SETS } from './odd-topics.ts'
import { buildSample, readSample, sampleTheme, withStyle } from './sample-deck.ts'

const content = join(rootDir, 'content')
const FILES = readdirSync(content).filter((name) => /\.(?:md|yaml)$/.test(name))
const GALLERIES = ['gallery.en', 'gallery.hi']

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
})

afterAll(() => close())

/** All slides one below the other, as without the player, so that the checker meets each of them. */
async function faultsOf(html: string): Promise<readonly string[]> {
  const page = await browser.newPage()
  try {
    await page.setContent(html)
    await page.evaluate('globalThis.__name = (inner) => inner')
    await page.evaluate(showAll)
    return [...(await seriousFaults(page)), ...(await faintOf(page))]
  } finally {
    await page.close()
  }
}

function showAll(): void {
  document.documentElement.classList.remove('playing')
  for (const step of document.querySelectorAll('.pending')) step.classList.remove('pending')
}

/** The checker passes over the text of drawings. */
function faintOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(faintTexts)
}

async function decksIn(set: string): Promise<readonly (readonly [string, string])[]> {
  const files = FILES.map((name) => {
    const text = readFileSync(join(content, name), 'utf8')
    return [name, text.replace(/^template: .*$/m, `template: ${set}`)] as const
  })
  const topics = await buildTopics(Object.fromEntries(files), { formats: ['html'] })
  const galleries = await Promise.all(
    GALLERIES.map((name) => buildSample(readSample(name), sampleTheme(set))),
  )
  return [
    ...topics.map(({ slug, html }) => [slug, html] as const),
    ...galleries.map(({ html }, index) => [GALLERIES[index] ?? '', html] as const),
  ]
}

describe.each(SETS)('the slides in %s', (set) => {
  it('have no serious or critical fault', { timeout: 300_000 }, async () => {
    const decks = await decksIn(set)
    expect(decks).toHaveLength(5)
    for (const [name, html] of decks) expect(await faultsOf(html), name).toEqual([])
  })
})

it('a fault of the last slide is seen', async () => {
  const { html } = await buildSample(readSample('gallery.en'))
  const faint = 'section.sources li { color: #bbb !important }'
  expect(await faultsOf(withStyle(html, faint))).toContainEqual(
    expect.stringMatching(/^color-contrast: /),
  )
})
