import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { openPanel, place, press, STEPS, usePlayerPages } from './player-pages.ts'
import { deckOf, readSample, slideOf } from './sample-deck.ts'

const NARROW = deckOf(
  [slideOf('points', '## One\n\n- a'), slideOf('points', '## Two\n\n- b')],
  'en',
  '4:3',
)
const pages = usePlayerPages({
  classes: readSample('all-classes.en'),
  steps: STEPS,
  narrow: NARROW,
})

describe('the slide', () => {
  it.each([
    ['a laptop', 1280, 720],
    ['an old projector', 1024, 768],
    ['a wide screen', 3440, 1440],
    ['a window that is low', 1600, 500],
    ['a laptop at 200 %', 640, 360],
    ['a telephone', 390, 844],
    ['a telephone on its side', 844, 390],
  ])('is whole and as large as it can be on %s', async (_, width, height) => {
    const page = await pages.open('classes', '#3')
    await page.setViewport({ width, height })
    const box = await page.$eval('svg.current section', (section) => {
      const { left, top, right, bottom } = section.getBoundingClientRect()
      return { left, top, right, bottom }
    })
    expect(Math.min(box.left, box.top)).toBeGreaterThanOrEqual(-1)
    expect(box.right).toBeLessThanOrEqual(width + 1)
    expect(box.bottom).toBeLessThanOrEqual(height + 1)
    const share = Math.max((box.right - box.left) / width, (box.bottom - box.top) / height)
    expect(share).toBeGreaterThan(0.98)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  })

  it('fills an old projector when it is as narrow', async () => {
    const page = await pages.open('narrow')
    await page.setViewport({ width: 1024, height: 768 })
    const box = await page.$eval('svg.current section', (section) => {
      const { width, height } = section.getBoundingClientRect()
      return [Math.round(width), Math.round(height)]
    })
    expect(box).toEqual([1024, 768])
  })

  // Seen in WebKitGTK 2.50: without it the slide is painted at 1280 × 720 whatever the window.
  it('is scaled by hand where WebKit does not', async () => {
    const page = await pages.blank()
    await page.evaluateOnNewDocument(() => {
      Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' })
    })
    await page.setViewport({ width: 640, height: 720 })
    await pages.load(page, 'classes', '#3')
    const transform = (): Promise<string> =>
      page.$eval('svg.current section', (section) => getComputedStyle(section).transform)
    await page.waitForFunction(() => document.querySelector('section[style*=scale]'))
    expect(await transform()).toBe('matrix(0.5, 0, 0, 0.5, 0, 180)')
    await page.emulateMediaType('print')
    expect(await transform()).toBe('none')
  })

  it('is left alone by that elsewhere', async () => {
    const page = await pages.open('classes')
    expect(await page.$('section[style*=scale]')).toBeNull()
  })

  it('stays whole above the notes', async () => {
    const page = await pages.open('classes')
    await press(page, 'n')
    const { bottom, top } = await page.evaluate(() => ({
      bottom: document.querySelector('svg.current section')?.getBoundingClientRect().bottom ?? 0,
      top: document.querySelector('.notes:not([hidden])')?.getBoundingClientRect().top ?? 0,
    }))
    expect(bottom).toBeLessThanOrEqual(top + 1)
  })
})

describe('full screen', () => {
  const isFull = (page: Page, wanted: boolean): Promise<unknown> =>
    page.waitForFunction((is) => (document.fullscreenElement !== null) === is, {}, wanted)

  it('comes and goes with f, and comes with the start button of a clicker', async () => {
    const page = await pages.open('classes')
    await press(page, 'f')
    await isFull(page, true)
    await press(page, 'f')
    await isFull(page, false)
    await press(page, 'F5')
    await isFull(page, true)
    await press(page, 'F5')
    await isFull(page, true)
  })

  it('hides the mouse when it rests', async () => {
    const page = await pages.open('classes')
    await press(page, 'f')
    await isFull(page, true)
    await page.mouse.move(300, 300)
    await page.mouse.move(310, 310)
    const cursor = (): Promise<string> =>
      page.$eval('svg.current section', (section) => getComputedStyle(section).cursor)
    expect(await cursor()).not.toBe('none')
    await page.waitForFunction(() => !document.documentElement.classList.contains('active'))
    expect(await cursor()).toBe('none')
  })

  it('keeps the machine awake and lets it sleep again', async () => {
    const page = await pages.blank()
    // Without a screen Chromium asks a person, who is not there.
    const devtools = await page.browser().target().createCDPSession()
    await devtools.send('Browser.grantPermissions', { permissions: ['wakeLockScreen'] })
    await page.evaluateOnNewDocument(() => {
      const request = navigator.wakeLock.request.bind(navigator.wakeLock)
      navigator.wakeLock.request = async (type) => {
        document.documentElement.dataset['awake'] = 'asked'
        const lock = await request(type)
        document.documentElement.dataset['awake'] = 'held'
        lock.addEventListener('release', () => {
          document.documentElement.dataset['awake'] = 'released'
        })
        return lock
      }
    })
    await pages.load(page, 'classes')
    const awake = (): Promise<string | undefined> =>
      page.evaluate(() => document.documentElement.dataset['awake'])
    expect(await awake()).toBeUndefined()
    await press(page, 'f')
    await page.waitForFunction(() => document.documentElement.dataset['awake'] === 'held')
    await press(page, 'f')
    await page.waitForFunction(() => document.documentElement.dataset['awake'] === 'released')
  })
})

describe('in a frame without any permission', () => {
  async function frame(attributes: string): Promise<readonly [Page, Frame]> {
    const page = await pages.blank()
    const file = join(pages.folder, 'frame.html')
    writeFileSync(
      file,
      `<iframe src="classes.html#3" ${attributes} width="900" height="600"></iframe>`,
    )
    await page.goto(`file://${file}`)
    const inner = page.frames()[1]
    if (inner === undefined) throw new Error('no frame')
    await inner.waitForSelector('.playing')
    await inner.focus('#controls button')
    return [page, inner]
  }

  it.each([`allow="fullscreen 'none'"`, 'sandbox="allow-scripts"'])(
    '(%s) the deck runs and says what it cannot',
    async (attributes) => {
      const [page, inner] = await frame(attributes)
      const number = (): Promise<string> =>
        inner.$eval('svg.current section', (section) => section.id)
      expect(await number()).toBe('3')
      await page.keyboard.press('PageDown')
      expect(await number()).toBe('4')
      expect(await inner.$('#controls [aria-label="Full screen"]')).toBeNull()
      await page.keyboard.press('f')
      await inner.waitForFunction(() =>
        document.querySelector('#hint')?.textContent?.includes('F11'),
      )
    },
  )
})

describe('on paper', () => {
  it('is one slide a page, with all steps and nothing of the player', async () => {
    const page = await pages.open('steps', '#2')
    await press(page, 'n', 'o')
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(4)
    expect(text.match(/\/MediaBox\s*\[0 0 960 540\]/g)).toHaveLength(4)
    expect(await openPanel(page)).toBe('')
  })

  it('has pages of 4:3 for slides of 4:3', async () => {
    const page = await pages.open('narrow')
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.match(/\/MediaBox\s*\[0 0 720 540\]/g)).toHaveLength(2)
  })

  it('shows all of every slide, whatever the screen shows', async () => {
    const page = await pages.open('steps', '#2')
    await press(page, 'b')
    await page.emulateMediaType('print')
    const shown = await page.evaluate(() => ({
      slides: [...document.querySelectorAll('section')].map((slide) => {
        const { width, height } = slide.getBoundingClientRect()
        return [Math.round(width), Math.round(height)].join(' ')
      }),
      hidden: [...document.querySelectorAll('section *')].filter((element) => {
        const { visibility, opacity } = getComputedStyle(element)
        return visibility !== 'visible' || opacity !== '1'
      }).length,
      player: [...document.body.children]
        .filter((child) => child.matches(':not(main, script)'))
        .filter((child) => getComputedStyle(child).display !== 'none').length,
      background: getComputedStyle(document.body).backgroundColor,
    }))
    expect(new Set(shown.slides).size).toBe(1)
    expect(shown).toMatchObject({ hidden: 0, player: 0, background: 'rgba(0, 0, 0, 0)' })
  })
})

describe('without script', () => {
  it('the slides stack, with all steps, and an address leads to one', async () => {
    const page = await pages.blank()
    await page.setJavaScriptEnabled(false)
    await pages.load(page, 'steps', '#3')
    const slides = await page.$$eval('section', (sections) =>
      sections.map((section) => section.getBoundingClientRect().top),
    )
    expect(slides).toHaveLength(4)
    expect(slides.every((top, index) => index === 0 || top > (slides[index - 1] ?? 0) + 100)).toBe(
      true,
    )
    expect(Math.abs(slides[2] ?? 99)).toBeLessThan(2)
    expect(await page.$$eval('.pending', (items) => items.length)).toBe(0)
    expect(await place(page)).toBe('1,2,3,4.5')
  })
})
