/**
 * The pictures of README, taken of a real topic of this repository in the browser of the tests:
 * `npm run pictures` writes them anew beside this file.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'puppeteer-core'
import { unpackChromium, withChromium } from '../chromium.ts'

const rootDir = fileURLToPath(new URL('../..', import.meta.url))
const TOPIC = 'india-russia-strategic-partnership'
/** Of the deck: cover, points, chart, comparison, figures, a Hindi chart. */
const SLIDES = ['#1', '#2', '#3', '#4', '#11', 'hi#3']
const SLIDE = { width: 640, height: 360 }
const GAP = 16
/** What the presenter's clock shows: a talk a few minutes old, the same on every machine. */
const TEN_O_CLOCK = Date.UTC(2025, 7, 8, 10, 0)

export async function takePictures(folder: string): Promise<readonly string[]> {
  const out = mkdtempSync(join(tmpdir(), 'lectern-pictures-'))
  try {
    const program = join(rootDir, 'dist', 'lectern.js')
    execFileSync(process.execPath, [program, 'build', '--to', 'html', '-o', out], { cwd: rootDir })
    return await withChromium(async (browser) => [
      save(join(folder, 'deck.png'), await takeDeck(browser, out)),
      save(join(folder, 'presenter.png'), await takePresenter(browser, out)),
    ])
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function save(path: string, png: Uint8Array): string {
  writeFileSync(path, png)
  return path
}

function addressOf(out: string, slide: string): string {
  const [lang = '', number = ''] = slide.split('#')
  return `file://${out}/${TOPIC}${lang === '' ? '' : `.${lang}`}/deck.html#${number}`
}

/** Six slides as one picture, two in a row. */
async function takeDeck(browser: Browser, out: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setViewport({ ...SLIDE, deviceScaleFactor: 2 })
  const slides: string[] = []
  for (const slide of SLIDES) {
    await page.goto(addressOf(out, slide))
    await page.reload()
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    slides.push(await page.screenshot({ encoding: 'base64' }))
  }
  return takeSheet(await browser.newPage(), slides)
}

/** On a page of its own: a deck's policy would refuse the style. */
async function takeSheet(page: Page, slides: readonly string[]): Promise<Uint8Array> {
  const rows = Math.ceil(slides.length / 2)
  const width = 2 * SLIDE.width + 3 * GAP
  const height = rows * SLIDE.height + (rows + 1) * GAP
  const images = slides.map((data) => `<img src="data:image/png;base64,${data}">`).join('')
  await page.setViewport({ width, height, deviceScaleFactor: 1 })
  await page.setContent(
    `<style>body{margin:${GAP}px;display:grid;grid-template-columns:1fr 1fr;gap:${GAP}px;background:#8b919b}img{width:100%;display:block}</style>${images}`,
  )
  return page.screenshot()
}

/** In the middle of a talk: a minute late in its second section. */
async function takePresenter(browser: Browser, out: string): Promise<Uint8Array> {
  const audience = await browser.newPage()
  await audience.goto(addressOf(out, '#1'))
  const opened = new Promise<Page>((resolve) => {
    audience.once('popup', (popup) => {
      if (popup !== null) resolve(popup)
    })
  })
  await audience.keyboard.press('p')
  const page = await opened
  await page.setViewport({ width: 1366, height: 768 })
  await page.emulateTimezone('UTC')
  await page.evaluateOnNewDocument(stopClock, TEN_O_CLOCK)
  await page.reload()
  await page.waitForSelector('#presenter svg')
  for (const seconds of [0, 300, 100]) {
    await page.evaluate(moveClock, seconds)
    await page.keyboard.press('ArrowRight')
  }
  await page.evaluate(moveClock, 80)
  await new Promise((resolve) => setTimeout(resolve, A_TICK_MS))
  return page.screenshot()
}

/** The presenter shows a new time every second. */
const A_TICK_MS = 1500

type Clock = { lecternNow: number }

/** Runs in the page: time goes on only when it is moved. */
function stopClock(now: number): void {
  const clock = globalThis as unknown as Clock
  clock.lecternNow = now
  Date.now = () => clock.lecternNow
}

function moveClock(seconds: number): void {
  const clock = globalThis as unknown as Clock
  clock.lecternNow += seconds * 1000
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await unpackChromium()
  for (const path of await takePictures(fileURLToPath(new URL('.', import.meta.url))))
    process.stdout.write(`${path}\n`)
}
