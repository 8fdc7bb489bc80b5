import type { CDPSession, Page } from 'puppeteer-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { blankOf, openPanel, place, press, STEPS, usePlayerPages } from './player-pages.ts'
import { deckOf, readSample, slideOf } from './sample-deck.ts'

const WORDS = slideOf(
  'points',
  '## These words go from the left edge almost to the right one\n\n- a',
)
const pages = usePlayerPages({
  classes: readSample('all-classes.en'),
  steps: STEPS,
  words: deckOf([WORDS, WORDS, WORDS]),
})

async function move(page: Page): Promise<void> {
  await page.mouse.move(300, 300)
  await page.mouse.move(310, 310)
}

const isBarSeen = (page: Page): Promise<boolean> =>
  page.$eval('#controls', (bar) => getComputedStyle(bar).pointerEvents === 'auto')

describe('a mouse', () => {
  it('goes on by a click on the right and back by one on the left', async () => {
    const page = await pages.open('classes')
    await page.mouse.click(900, 300)
    expect(await place(page)).toBe('2')
    await page.mouse.click(100, 300)
    expect(await place(page)).toBe('1')
  })

  it('turns nothing with the wheel or the other buttons', async () => {
    const page = await pages.open('classes', '#5')
    await page.mouse.move(900, 300)
    await page.mouse.wheel({ deltaY: 400 })
    await page.mouse.click(900, 300, { button: 'right' })
    await page.mouse.click(900, 300, { button: 'middle' })
    expect(await place(page)).toBe('5')
  })

  it('goes on twice by a double click on a word', async () => {
    const page = await pages.open('words')
    const title = await page.$eval('svg.current h2', (heading) => {
      const { top, height } = heading.getBoundingClientRect()
      return top + height / 2
    })
    await page.mouse.click(700, title, { count: 2 })
    expect(await place(page)).toBe('3')
  })

  it('leaves a link to the browser', async () => {
    const page = await pages.open('steps')
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        const isLink = event.target instanceof Element && event.target.closest('a') !== null
        document.title = isLink && !event.defaultPrevented ? 'followed' : 'not a link'
        event.preventDefault()
      })
    })
    await page.click('svg.current a')
    expect([await page.title(), await place(page)]).toEqual(['followed', '1'])
  })

  it('selects text without turning the slide, and lets go of it', async () => {
    const page = await pages.open('classes', '#2')
    const line = await page.$eval('svg.current li', (item) => {
      const { left, top } = item.getBoundingClientRect()
      return { left, top }
    })
    await page.mouse.move(line.left + 40, line.top + 12)
    await page.mouse.down()
    await page.mouse.move(line.left + 500, line.top + 12, { steps: 4 })
    await page.mouse.up()
    expect((await page.evaluate(() => String(getSelection()))).length).toBeGreaterThan(5)
    expect(await place(page)).toBe('2')
    await page.mouse.click(900, 600)
    expect(await place(page)).toBe('2')
    await page.mouse.click(900, 600)
    expect(await place(page)).toBe('3')
  })
})

describe('the buttons', () => {
  it('come when the mouse moves and go when it rests', async () => {
    const page = await pages.open('classes')
    expect(await isBarSeen(page)).toBe(false)
    await move(page)
    expect(await isBarSeen(page)).toBe(true)
    await page.waitForFunction(() => !document.documentElement.classList.contains('active'))
    expect(await isBarSeen(page)).toBe(false)
  })

  it('are as large as a finger, named in words, and do what they say', async () => {
    const page = await pages.open('classes', '#5')
    await move(page)
    const boxes = await page.$$eval('#controls button', (buttons) =>
      buttons.map((button) => {
        const { width, height } = button.getBoundingClientRect()
        return { size: Math.min(width, height), name: button.getAttribute('aria-label') }
      }),
    )
    expect(boxes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Previous slide or step', 'All slides', 'Full screen', 'Keys']),
    )
    expect(Math.min(...boxes.map(({ size }) => size))).toBeGreaterThanOrEqual(44)
    await page.click('#controls [aria-label^=Next]')
    await page.click('#controls [aria-label^=Next]')
    await page.click('#controls [aria-label^=Previous]')
    expect(await place(page)).toBe('6')
    expect(await page.$eval('#controls', (bar) => bar.textContent)).toBe('6 / 14')
    await page.click('#controls [aria-label=Keys]')
    expect(await openPanel(page)).toBe('help')
  })

  it('leave Space to the show after a click', async () => {
    const page = await pages.open('classes', '#5')
    await move(page)
    await page.click('#controls [aria-label^=Previous]')
    expect(await press(page, 'Space')).toBe('5')
  })

  it('are reached by Tab and pressed by Enter', async () => {
    const page = await pages.open('classes', '#5')
    await press(page, 'Tab')
    expect(await isBarSeen(page)).toBe(true)
    expect(await press(page, 'Tab', 'Enter', 'Enter')).toBe('7')
  })

  it('stay away on a blank screen', async () => {
    const page = await pages.open('classes')
    await press(page, 'b')
    await move(page)
    expect(await page.$eval('#controls', (bar) => getComputedStyle(bar).visibility)).toBe('hidden')
  })
})

describe('a finger', () => {
  let page: Page
  let devtools: CDPSession
  type Point = { readonly x: number; readonly y: number }

  beforeEach(async () => {
    page = await pages.blank()
    await page.setViewport({ width: 390, height: 844, isMobile: true, hasTouch: true })
    await pages.load(page, 'classes', '#5')
    devtools = await page.createCDPSession()
  })

  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints })

  async function swipe(from: Point, to: Point): Promise<void> {
    await send('touchStart', from)
    await send('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 })
    await send('touchMove', to)
    await send('touchEnd')
  }

  it('swipes on and back, and not up or down', async () => {
    await swipe({ x: 300, y: 400 }, { x: 100, y: 420 })
    expect(await place(page)).toBe('6')
    await swipe({ x: 100, y: 400 }, { x: 300, y: 380 })
    expect(await place(page)).toBe('5')
    await swipe({ x: 200, y: 600 }, { x: 240, y: 200 })
    expect(await place(page)).toBe('5')
  })

  it('taps on at the right, back at the left, and for the buttons in the middle', async () => {
    await page.touchscreen.tap(370, 400)
    expect(await place(page)).toBe('6')
    await page.touchscreen.tap(20, 400)
    expect([await place(page), await isBarSeen(page)]).toEqual(['5', false])
    await page.touchscreen.tap(195, 400)
    expect([await place(page), await isBarSeen(page)]).toEqual(['5', true])
  })

  it('brings the slide back from a blank screen wherever it taps', async () => {
    await press(page, 'b')
    await page.touchscreen.tap(195, 400)
    expect([await blankOf(page), await place(page)]).toEqual(['none', '5'])
  })

  it('zooms with a second one, and then moves the page instead of the talk', async () => {
    await devtools.send('Input.synthesizePinchGesture', { x: 195, y: 420, scaleFactor: 2 })
    expect(await page.evaluate(() => visualViewport?.scale)).toBeGreaterThan(1.5)
    expect(await place(page)).toBe('5')
    await swipe({ x: 300, y: 400 }, { x: 100, y: 420 })
    await page.touchscreen.tap(370, 400)
    expect(await place(page)).toBe('5')
  })

  it('turns nothing when two of them move together', async () => {
    await send('touchStart', { x: 300, y: 400 })
    await send('touchStart', { x: 300, y: 400 }, { x: 320, y: 500 })
    await send('touchMove', { x: 100, y: 400 }, { x: 120, y: 500 })
    await send('touchEnd')
    expect(await place(page)).toBe('5')
  })
})
