/** A deck for the presenter's tests, and what its two windows show. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, KeyInput, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { startChromium } from '../chromium.ts'
import { buildSample, deckOf } from './sample-deck.ts'

type TalkSlide = {
  readonly title: string
  readonly section?: string
  readonly minutes?: number
  readonly body?: string
  readonly notes?: string
}

/** Title, alpha (two slides, 4 min), beta (three steps, 6 min), a question. */
export const TALK: readonly TalkSlide[] = [
  { title: 'Rare earths', notes: 'Welcome **all**.' },
  { title: 'First things', section: 'alpha', minutes: 4, notes: '1. one\n2. two' },
  {
    title: 'Second things',
    section: 'alpha',
    minutes: 4,
    body: '- a point of [the third page](<https://example.org/list#3>)',
  },
  {
    title: 'In steps',
    section: 'beta',
    minutes: 6,
    body: '* first step\n* second step\n* third step',
    notes: 'See [the paper](https://example.org/paper).',
  },
  { title: 'Question', notes: 'Ask them.' },
]

export function talkMarkdown(
  slides: readonly TalkSlide[] = TALK,
  lang: 'en' | 'hi' = 'en',
): string {
  return deckOf(slides.map(slideMarkdown), lang)
}

function slideMarkdown({ title, section, minutes, body, notes }: TalkSlide, index: number): string {
  const directives = [
    `_class: ${index === 0 ? 'title' : 'points'}`,
    ...(section === undefined ? [] : [`_header: "Part ${section}"`, `_section: "${section}"`]),
    ...(minutes === undefined ? [] : [`_minutes: ${minutes}`]),
  ]
  const heading = index === 0 ? `# ${title}` : `## ${title}`
  const comment = notes === undefined ? '' : `\n\n<!--\n${notes}\n-->`
  return `<!--\n${directives.join('\n')}\n-->\n\n${heading}\n\n${body ?? '- a point'}${comment}`
}

/** Every error, message of the console and request that leaves the file. */
function watch(page: Page, complaints: string[]): Page {
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (!/^(?:file|data|blob):/.test(request.url())) complaints.push(request.url())
  })
  return page
}

export type Windows = {
  /** Files that a test writes or downloads. */
  readonly folder: string
  browser(): Browser
  /** Of a deck, by its name. */
  address(name: string): string
  open(address: string): Promise<Page>
  /** Opens the presenter from the audience window. */
  present(audience: Page): Promise<Page>
  watch(page: Page): Page
}

/** Chromium and a folder with these decks; after each test all windows are closed and none has complained. */
export function useWindows(decks: Readonly<Record<string, () => Promise<string>>>): Windows {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-windows-'))
  const complaints: string[] = []
  let started: Awaited<ReturnType<typeof startChromium>>
  beforeAll(async () => {
    for (const [name, write] of Object.entries(decks))
      writeFileSync(join(folder, `${name}.html`), await write())
    started = await startChromium()
  }, 60_000)
  afterEach(async () => {
    const found = complaints.splice(0)
    for (const page of await started.browser.pages()) await page.close()
    expect(found).toEqual([])
  })
  afterAll(async () => {
    await started.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const watched = (page: Page): Page => watch(page, complaints)
  return {
    folder,
    browser: () => started.browser,
    address: (name) => `file://${folder}/${name}.html`,
    open: async (address) => {
      const page = watched(await started.browser.newPage())
      await page.setViewport({ width: 1000, height: 700 })
      await page.goto(address)
      return page
    },
    present: async (audience) => watched(await openPresenter(audience)),
    watch: watched,
  }
}

export async function htmlOf(markdown: string): Promise<string> {
  return (await buildSample(markdown)).html
}

/**
 * Presses `p` in the window; resolves to the one that opens. On a busy machine the page goes on for a while taking a
 * window for open that has just been closed, and `p` only turns to it: then it is pressed again, as a person would.
 */
async function openPresenter(audience: Page): Promise<Page> {
  const opened = popupOf(audience, () => audience.keyboard.press('p'))
  const isOpen = opened.then(() => true)
  while (!(await Promise.race([isOpen, setTimeout(1000, false)])))
    await audience.keyboard.press('p')
  const presenter = await opened
  await presenter.setViewport({ width: 1366, height: 768 })
  await presenter.waitForSelector('.now svg')
  return presenter
}

export async function popupOf(page: Page, act: () => Promise<unknown>): Promise<Page> {
  const popup = new Promise<Page>((resolve, reject) => {
    page.once('popup', (opened) => (opened === null ? reject(new Error('none')) : resolve(opened)))
  })
  await act()
  return popup
}

/** `4.2 black`: what somebody who looks at the window sees. */
export async function place(page: Page): Promise<string> {
  return page.evaluate(readPlace)
}

function readPlace(): string {
  const { blank = '' } = document.documentElement.dataset
  const pane = document.querySelector<HTMLElement>('.now')
  const svg = document.querySelector(pane === null ? 'svg.current' : '.now svg')
  const slide = svg?.querySelector('section')?.id.replace('now-', '')
  const steps = svg?.querySelectorAll('[data-marpit-fragment]:not(.pending)').length ?? 0
  const screen = pane?.dataset['blank'] ?? blank
  return `${slide}${steps > 0 ? `.${steps}` : ''}${screen === 'none' ? '' : ` ${screen}`}`
}

/** Waits until each of the windows stands there; tells where they stand when they do not. */
export async function meet(expected: string, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) await until(page, readPlace, expected)
}

/** Waits until the function, run in the page, returns this. */
export async function until(
  page: Page,
  read: () => string | undefined,
  expected: string,
): Promise<void> {
  try {
    await page.waitForFunction(`(${read.toString()})() === ${JSON.stringify(expected)}`, {
      polling: 50,
      timeout: 8000,
    })
  } catch {
    throw new Error(`expected ${expected}, stands at ${await page.evaluate(read)}`)
  }
}

export async function press(page: Page, ...keys: readonly KeyInput[]): Promise<void> {
  await page.bringToFront()
  for (const key of keys) await page.keyboard.press(key)
}

/** Stops the clock of the windows at this many minutes of the talk, in their next documents too. */
export async function setClock(minutes: number, ...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await page.evaluateOnNewDocument(stopClock, START_MS + minutes * 60_000)
    await page.evaluate(stopClock, START_MS + minutes * 60_000)
  }
}

const START_MS = Date.UTC(2025, 7, 8, 9, 0)

function stopClock(nowMs: number): void {
  Date.now = () => nowMs
}

export async function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent?.replace(/\s+/g, ' ').trim() ?? '')
}
