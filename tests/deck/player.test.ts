import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startChromium } from '../chromium.ts'
import { buildSample, readSample } from './sample-deck.ts'

const COUNT = 14
const folder = mkdtempSync(join(tmpdir(), 'lectern-player-'))
const address = `file://${folder}/deck.html`
let browser: Browser
let close: () => Promise<void>
let page: Page
const complaints: string[] = []

beforeAll(async () => {
  writeFileSync(join(folder, 'deck.html'), (await buildSample(readSample('all-classes.en'))).html)
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await page?.close()
  complaints.length = 0
  page = await browser.newPage()
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => complaints.push(message.text()))
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) complaints.push(request.url())
  })
  await page.setViewport({ width: 1000, height: 700 })
  await page.goto(address)
})

async function shown(): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('div.marpit > svg')]
      .filter((slide) => getComputedStyle(slide).display !== 'none')
      .map((slide) => slide.querySelector('section')?.id)
      .join(','),
  )
}

async function press(...keys: readonly KeyInput[]): Promise<string> {
  for (const key of keys) await page.keyboard.press(key)
  return shown()
}

describe('the player', () => {
  it('goes forward and back, to the first and the last slide', async () => {
    expect(await shown()).toBe('1')
    expect(await press('ArrowRight', 'Space', 'PageDown')).toBe('4')
    expect(await press('ArrowLeft', 'PageUp')).toBe('2')
    expect(await press('End')).toBe(String(COUNT))
    expect(await press('ArrowRight')).toBe(String(COUNT))
    expect(await press('Home')).toBe('1')
    expect(await press('ArrowLeft')).toBe('1')
    expect(complaints).toEqual([])
  })

  it('goes back with Shift and Space', async () => {
    await press('End')
    await page.keyboard.down('Shift')
    await page.keyboard.press('Space')
    await page.keyboard.up('Shift')
    expect(await shown()).toBe(String(COUNT - 1))
  })

  it('jumps to a number, and past the end to the last slide', async () => {
    expect(await press('1', '2', 'Enter')).toBe('12')
    expect(await press('9', '9', '9', 'Enter')).toBe(String(COUNT))
  })

  it('opens at the slide of the address and keeps the address up to date', async () => {
    await page.close()
    page = await browser.newPage()
    await page.goto(`${address}#5`)
    expect(await shown()).toBe('5')
    await press('ArrowRight')
    expect(page.url()).toBe(`${address}#6`)
    await page.evaluate(() => {
      location.hash = '#3'
    })
    await page.waitForFunction(() => document.querySelector('svg.current section')?.id === '3')
  })

  it('steps on a click right and left, but not on a link', async () => {
    await page.mouse.click(900, 300)
    expect(await shown()).toBe('2')
    await page.mouse.click(100, 300)
    expect(await shown()).toBe('1')
  })

  it('shows and hides the notes of the slide', async () => {
    const notes = (): Promise<string> =>
      page.evaluate(() => document.querySelector('.notes:not([hidden])')?.textContent ?? '')
    expect(await notes()).toBe('')
    await press('n')
    expect(await notes()).toContain('what stands behind oil?')
    await press('ArrowRight')
    expect(await notes()).toBe('')
    await press('ArrowLeft', 'n')
    expect(await notes()).toBe('')
  })

  it('fills the screen and gives it back', async () => {
    await press('f')
    await page.waitForFunction(() => document.fullscreenElement !== null)
    await press('f')
    await page.waitForFunction(() => document.fullscreenElement === null)
  })

  it('shows the whole slide at any window size', async () => {
    for (const [width, height] of [
      [400, 800],
      [1920, 1080],
      [1600, 500],
    ] as const) {
      await page.setViewport({ width, height })
      const box = await page.evaluate(() => {
        const { left, top, right, bottom } =
          document.querySelector('svg.current section')?.getBoundingClientRect() ?? new DOMRect()
        return { left, top, right, bottom }
      })
      expect(box.left).toBeGreaterThanOrEqual(-1)
      expect(box.top).toBeGreaterThanOrEqual(-1)
      expect(box.right).toBeLessThanOrEqual(width + 1)
      expect(box.bottom).toBeLessThanOrEqual(height + 1)
      expect(
        Math.max((box.right - box.left) / width, (box.bottom - box.top) / height),
      ).toBeGreaterThan(0.98)
    }
  })

  it('prints one slide a page', async () => {
    const pdf = Buffer.from(
      await page.pdf({ preferCSSPageSize: true, printBackground: true }),
    ).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(COUNT)
  })

  it('stacks the slides without script', async () => {
    await page.close()
    page = await browser.newPage()
    await page.setJavaScriptEnabled(false)
    await page.goto(address)
    const tops = await page.evaluate(() =>
      [...document.querySelectorAll('section')].map((slide) => slide.getBoundingClientRect().top),
    )
    expect(tops).toHaveLength(COUNT)
    expect(tops.every((top, index) => index === 0 || top > (tops[index - 1] ?? 0) + 100)).toBe(true)
  })
})
