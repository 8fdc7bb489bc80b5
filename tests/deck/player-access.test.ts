import type { KeyInput } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { place, press, STEPS, usePlayerPages } from './player-pages.ts'
import { readSample } from './sample-deck.ts'

const pages = usePlayerPages({
  english: readSample('all-classes.en'),
  hindi: readSample('all-classes.hi'),
  steps: STEPS,
})

describe.each(['english', 'hindi'])('axe-core finds nothing serious in the %s deck', (deck) => {
  it.each<readonly [string, readonly KeyInput[]]>([
    ['with the overview open', ['o']],
    ['with the help panel open', ['?']],
    ['with a black screen', ['b']],
    ['with a white screen', ['w']],
    ['with notes', ['n']],
    ['with the buttons in view', ['Tab']],
    ['with digits typed', ['1', '2']],
  ])('%s', async (_, keys) => {
    const page = await pages.open(deck)
    // So low that whatever can scroll does.
    await page.setViewport({ width: 640, height: 300 })
    await press(page, ...keys)
    expect(await seriousFaults(page)).toEqual([])
  })

  it('on any slide', async () => {
    const page = await pages.open(deck)
    const found: string[] = []
    for (let slide = 1; slide <= 14; slide++) {
      for (const each of await seriousFaults(page)) found.push(`${slide}: ${each}`)
      await press(page, 'PageDown')
    }
    expect(found).toEqual([])
  })
})

describe('a screen reader', () => {
  it('meets one slide, named by its place and title, and no application', async () => {
    const page = await pages.open('english', '#3')
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }))
    expect(tree).toContain('"name":"3 of 14: The figures to remember"')
    expect(tree).toContain('"roledescription":"slide"')
    expect(tree).not.toContain('4 of 14')
    expect(tree).not.toContain('"role":"application"')
  })

  it.each([
    ['english', '2 of 14: Strategic context'],
    ['hindi', '14 में से 2: रणनीतिक संदर्भ'],
  ])('hears the name of a new slide in the %s deck', async (deck, name) => {
    const page = await pages.open(deck)
    await press(page, 'ArrowRight')
    const told = await page.$eval('#told', (element) => [
      element.getAttribute('role'),
      element.textContent,
    ])
    expect(told).toEqual(['status', name])
  })

  it('hears what a step brings, and that the screen is blank', async () => {
    const page = await pages.open('steps', '#2')
    const told = (): Promise<string> => page.$eval('#told', (element) => element.textContent ?? '')
    await press(page, 'ArrowRight')
    expect(await told()).toBe('one')
    await press(page, 'ArrowRight', 'ArrowRight')
    expect(await told()).toBe('two')
    await press(page, 'b')
    expect(await told()).toBe('Black screen')
  })

  it('does not meet what has not been shown yet', async () => {
    const page = await pages.open('steps', '#2.1')
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }))
    expect(tree).toContain('"name":"one"')
    expect(tree).not.toContain('"name":"two"')
  })

  it('meets headings in order on every slide', async () => {
    const page = await pages.open('english')
    for (let slide = 1; slide <= 14; slide++) {
      const levels = await page.$$eval('svg.current :is(h1, h2, h3)', (headings) =>
        headings.map((heading) => Number(heading.tagName.slice(1))),
      )
      expect(levels.every((level, index) => level <= (levels[index - 1] ?? 1) + 1)).toBe(true)
      await press(page, 'ArrowRight')
    }
  })
})

describe('the wish of a reader', () => {
  it('for less motion ends every transition', async () => {
    const page = await pages.open('steps', '#2')
    const slowest = (): Promise<number> =>
      page.$$eval('*', (elements) =>
        Math.max(
          ...elements.flatMap((element) => {
            const { transitionDuration, animationDuration } = getComputedStyle(element)
            return `${transitionDuration},${animationDuration}`.split(',').map(Number.parseFloat)
          }),
        ),
      )
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'no-preference' }])
    expect(await slowest()).toBe(0.15)
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    expect(await slowest()).toBe(0)
  })

  it('for strong contrast keeps bullets, progress and the marked slide', async () => {
    const page = await pages.open('english', '#2')
    const devtools = await page.createCDPSession()
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'forced-colors', value: 'active' }],
    })
    const paint = await page.evaluate(() => {
      const background = (selector: string, part?: string): string => {
        const element = document.querySelector(selector)
        return element === null ? '' : getComputedStyle(element, part).backgroundColor
      }
      return {
        page: background('svg.current section'),
        bullet: background('svg.current li', '::before'),
        progress: background('#progress'),
      }
    })
    expect(paint.bullet).not.toBe(paint.page)
    expect(paint.progress).not.toBe(paint.page)
    await press(page, 'o')
    expect(
      await page.$eval('[aria-current]', (mark) => getComputedStyle(mark, '::after').outlineStyle),
    ).toBe('solid')
    expect(await press(page, 'Escape')).toBe('2')
    expect(await place(page)).toBe('2')
  })
})
