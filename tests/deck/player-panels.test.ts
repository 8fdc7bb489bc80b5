import type { KeyInput, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { openPanel, place, press, STEPS, usePlayerPages } from './player-pages.ts'
import { deckOf, readSample, slideOf } from './sample-deck.ts'

const pages = usePlayerPages({
  classes: readSample('all-classes.en'),
  hindi: readSample('all-classes.hi'),
  steps: STEPS,
  many: deckOf(
    Array.from({ length: 200 }, (_, index) =>
      slideOf('chart', `## Slide ${index + 1}\n\nTrade\n\n![Bars](charts/trade.svg)\n\nSource`),
    ),
  ),
})

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

const idsTwice = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
    return ids.filter((id, index) => ids.indexOf(id) !== index)
  })

/** Of what a person sees; the slides of the overview stand in their buttons. */
const drawnTogether = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('[data-marpit-svg]')].filter(
        (slide) => getComputedStyle(slide).display !== 'none',
      ).length,
  )

describe('the overview', () => {
  it('shows every slide once, marks the current one and has the focus on it', async () => {
    const page = await pages.open('classes', '#5')
    await press(page, 'o')
    expect(await openPanel(page)).toBe('overview')
    expect(await drawnTogether(page)).toBe(14)
    expect(await idsTwice(page)).toEqual([])
    expect(await focused(page)).toMatch(/^5: /)
    expect(
      await page.$$eval('[aria-current]', (marked) => marked.map((item) => item.textContent)),
    ).toHaveLength(1)
  })

  it('draws a slide as the stage does', async () => {
    const page = await pages.open('classes', '#14')
    const shape = (): Promise<readonly number[]> =>
      page.evaluate(() => {
        const section = document.querySelector('[id="14"]')
        const width = section?.getBoundingClientRect().width ?? 1
        return [...(section?.querySelectorAll('h2, ol, li, svg, footer') ?? [])].flatMap((part) => {
          const box = part.getBoundingClientRect()
          return [box.width / width, box.height / width]
        })
      })
    const onStage = await shape()
    await press(page, 'o')
    for (const [index, value] of (await shape()).entries())
      expect(value).toBeCloseTo(onStage[index] ?? 0, 2)
  })

  it.each<readonly [KeyInput, number]>([
    ['ArrowRight', 8],
    ['ArrowLeft', 6],
    ['PageDown', 8],
    ['PageUp', 6],
    ['ArrowDown', 12],
    ['ArrowUp', 2],
    ['Home', 1],
    ['End', 14],
  ])('moves with %s from slide 7 of rows of five to slide %i', async (key, to) => {
    const page = await pages.open('classes', '#7')
    await page.setViewport({ width: 1280, height: 720 })
    await press(page, 'o', key)
    expect(await focused(page)).toMatch(new RegExp(`^${to}: `))
    await page.keyboard.press('Enter')
    expect([await openPanel(page), await place(page)]).toEqual(['', String(to)])
  })

  it('goes down to a short last row, and not below it', async () => {
    const page = await pages.open('classes', '#10')
    await page.setViewport({ width: 1280, height: 720 })
    await press(page, 'o', 'ArrowDown')
    expect(await focused(page)).toMatch(/^14: /)
    await press(page, 'ArrowDown')
    expect(await focused(page)).toMatch(/^14: /)
  })

  it('goes to the slide that is clicked', async () => {
    const page = await pages.open('classes', '#5')
    await press(page, 'o')
    await page.click('#overview li:nth-child(9)')
    expect([await openPanel(page), await place(page)]).toEqual(['', '9'])
    await press(page, 'o')
    await page.click('#overview [aria-label^="3:"]')
    expect(await place(page)).toBe('3')
  })

  it.each<KeyInput>(['o', '-', 'Escape'])(
    'opens and closes with %s and changes nothing',
    async (key) => {
      const page = await pages.open('steps', '#2.1')
      await press(page, key)
      expect(await openPanel(page)).toBe('overview')
      await press(page, 'ArrowRight', key)
      expect([await openPanel(page), await place(page)]).toEqual(['', '2.1'])
    },
  )

  it('shows all steps of a slide, and keeps those of the talk', async () => {
    const page = await pages.open('steps', '#2.1')
    await press(page, 'o')
    const pending = await page.$$eval('#overview .pending', (items) =>
      items.map((item) => getComputedStyle(item).visibility),
    )
    expect(new Set(pending)).toEqual(new Set(['visible']))
    expect(await press(page, 'Enter')).toBe('2.1')
  })

  it('gives every slide back to its place', async () => {
    const page = await pages.open('steps')
    const order = (): Promise<string> =>
      page.$eval('div.marpit', (deck) =>
        [...deck.children].map((child) => child.querySelector('section')?.id ?? 'notes').join(),
      )
    const before = await order()
    await press(page, 'o', 'Escape', 'o', 'Escape')
    expect(await order()).toBe(before)
  })

  it('stays alone when it has lost the focus', async () => {
    const page = await pages.open('steps', '#2')
    await press(page, 'o')
    await page.evaluate(() => document.querySelector<HTMLElement>(':focus')?.blur())
    await press(page, 'o', 'ArrowRight', 'b')
    expect(await openPanel(page)).toBe('overview')
    await page.keyboard.press('Escape')
    await page.waitForSelector('div.marpit > svg.current')
    expect([await openPanel(page), await place(page)]).toEqual(['', '2'])
  })

  it('gives the focus back', async () => {
    const page = await pages.open('classes')
    await page.focus('#controls [aria-label="All slides"]')
    await page.keyboard.press('Enter')
    expect(await openPanel(page)).toBe('overview')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('All slides')
  })

  it('opens over 200 slides in view of the current one', async () => {
    const page = await pages.open('many', '#150')
    await press(page, 'o')
    const box = await page.$eval('li:has(> [aria-current])', (button) => {
      const { top, bottom } = button.getBoundingClientRect()
      return { top, bottom }
    })
    expect(box.top).toBeGreaterThanOrEqual(0)
    expect(box.bottom).toBeLessThanOrEqual(700)
    expect(await press(page, 'End', 'Enter')).toBe('200')
  })
})

describe('the help panel', () => {
  it.each([
    ['classes', 'Keys', 'Black screen'],
    ['hindi', 'कुंजियाँ', 'काली स्क्रीन'],
  ])('names every key in the language of the deck %s', async (deck, title, black) => {
    const page = await pages.open(deck)
    await press(page, '?')
    expect(await openPanel(page)).toBe('help')
    const text = await page.$eval('#help', (panel) => panel.textContent ?? '')
    for (const word of [title, black, 'Page Down', 'Backspace', 'Home', 'End', 'Esc', 'F5'])
      expect(text).toContain(word)
    expect(await page.$$eval('#help kbd', (keys) => keys.length)).toBeGreaterThan(24)
  })

  it.each<KeyInput>(['?', 'h', 'Escape', 'Enter'])('closes with %s', async (key) => {
    const page = await pages.open('classes', '#5')
    await press(page, 'h')
    expect(await press(page, 'ArrowRight', 'b', key)).toBe('5')
    expect(await openPanel(page)).toBe('')
    expect(await press(page, 'ArrowRight')).toBe('6')
  })

  it('closes with a click beside it', async () => {
    const page = await pages.open('classes', '#5')
    await press(page, 'h')
    await page.mouse.click(300, 300)
    expect(await openPanel(page)).toBe('help')
    await page.mouse.click(5, 5)
    expect([await openPanel(page), await place(page)]).toEqual(['', '5'])
  })
})
