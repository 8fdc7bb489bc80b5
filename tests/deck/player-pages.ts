/** Decks as files, opened in the real Chromium as a lecturer opens them: from the disk, with no network. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, KeyInput, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startChromium } from '../chromium.ts'
import { buildSample, deckOf, slideOf } from './sample-deck.ts'

export type PlayerPages = {
  readonly folder: string
  /** A new page on one of the decks; `at` is the address after the file name. */
  open(name: string, at?: string): Promise<Page>
  /** A page that has not loaded anything yet: to set it up before `load`. */
  blank(): Promise<Page>
  load(page: Page, name: string, at?: string): Promise<void>
}

/** Four slides, two with steps, in two planned sections. */
export const STEPS = deckOf([
  slideOf('points', '## Plain\n\n- a\n- [b](<https://example.org/>)'),
  sectionSlide('trade', '## Steps\n\n* one\n  * within one\n* two'),
  sectionSlide('trade', '## More\n\n1) first\n2) second'),
  sectionSlide('ends', '## Last\n\n- end'),
])

function sectionSlide(id: string, body: string): string {
  return `<!--\n_class: points\n_header: "Section"\n_section: "${id}"\n_minutes: 4\n-->\n\n${body}`
}

/** Pages are closed after each test, which fails if one complained or asked for anything. */
export function usePlayerPages(decks: Readonly<Record<string, string>>): PlayerPages {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-player-'))
  const complaints: string[] = []
  let pages: Page[] = []
  let browser: Browser
  let close: () => Promise<void>

  beforeAll(async () => {
    for (const [name, markdown] of Object.entries(decks))
      writeFileSync(join(folder, `${name}.html`), (await buildSample(markdown)).html)
    ;({ browser, close } = await startChromium())
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  afterEach(async () => {
    for (const page of pages) await page.close()
    pages = []
    expect(complaints.splice(0)).toEqual([])
  })

  const blank = async (): Promise<Page> => {
    const page = await browser.newPage()
    pages.push(page)
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => {
      if (!/^(?:file|data):/.test(request.url())) complaints.push(request.url())
    })
    await page.setOfflineMode(true)
    await page.setViewport({ width: 1000, height: 700 })
    return page
  }
  const load = async (page: Page, name: string, at = ''): Promise<void> => {
    await page.goto(`file://${folder}/${name}.html${at}`)
  }
  return {
    folder,
    blank,
    load,
    open: async (name, at) => {
      const page = await blank()
      await load(page, name, at)
      return page
    },
  }
}

/** What the address says: `5`, or `5.2` after two steps. All slides drawn, which must be that one alone. */
export async function place(page: Page): Promise<string> {
  return page.evaluate(() => {
    const drawn = [...document.querySelectorAll('div.marpit > svg')].filter(
      (slide) => getComputedStyle(slide).display !== 'none',
    )
    const steps = drawn
      .flatMap((slide) => [...slide.querySelectorAll('[data-marpit-fragment]')])
      .filter((item) => getComputedStyle(item).visibility === 'visible').length
    const numbers = drawn.map((slide) => slide.querySelector('section')?.id).join(',')
    return steps > 0 ? `${numbers}.${steps}` : numbers
  })
}

export async function press(page: Page, ...keys: readonly KeyInput[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key)
  return place(page)
}

export function blankOf(page: Page): Promise<string> {
  return page.evaluate(() => document.documentElement.dataset['blank'] ?? '')
}

export function openPanel(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('dialog[open]')?.id ?? '')
}
