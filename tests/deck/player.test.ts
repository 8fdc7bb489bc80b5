import type { KeyInput } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { blankOf, openPanel, place, press, STEPS, usePlayerPages } from './player-pages.ts'
import { playerScript, readSample } from './sample-deck.ts'

const COUNT = 14
const pages = usePlayerPages({ classes: readSample('all-classes.en'), steps: STEPS })

describe('the player', () => {
  it('weighs at most 40 kB with both its windows', () => {
    expect(Buffer.byteLength(playerScript())).toBeLessThanOrEqual(40_000)
  })

  it.each<readonly [KeyInput, string]>([
    ['ArrowRight', '6'],
    ['ArrowDown', '6'],
    ['PageDown', '6'],
    ['Space', '6'],
    ['Enter', '6'],
    ['ArrowLeft', '4'],
    ['ArrowUp', '4'],
    ['PageUp', '4'],
    ['Backspace', '4'],
    ['Home', '1'],
    ['End', String(COUNT)],
    ['x', '5'],
    ['Tab', '5'],
    ['F11', '5'],
    ['AudioVolumeDown', '5'],
  ])('goes with %s from slide 5 to slide %s', async (key, to) => {
    expect(await press(await pages.open('classes', '#5'), key)).toBe(to)
  })

  it('goes back with Shift and Space', async () => {
    const page = await pages.open('classes', '#5')
    await page.keyboard.down('Shift')
    await page.keyboard.press('Space')
    await page.keyboard.up('Shift')
    expect(await place(page)).toBe('4')
  })

  it('stays at either end', async () => {
    const page = await pages.open('classes')
    expect(await press(page, 'ArrowLeft', 'Backspace')).toBe('1')
    expect(await press(page, 'End', 'PageDown', 'Enter')).toBe(String(COUNT))
  })

  it('leaves a key that is held down at one step', async () => {
    const page = await pages.open('classes')
    for (let times = 0; times < 9; times++) await page.keyboard.down('PageDown')
    await page.keyboard.up('PageDown')
    expect(await place(page)).toBe('2')
  })

  it.each(['Control', 'Alt', 'Meta'] as const)(
    'leaves %s and a key to the browser',
    async (held) => {
      const page = await pages.open('classes', '#5')
      await page.evaluate(() => {
        addEventListener('keydown', (event) => {
          document.title = String(event.defaultPrevented)
        })
      })
      await page.keyboard.down(held)
      for (const key of ['ArrowUp', 'b', 'o', 'Space'] as const) await page.keyboard.press(key)
      expect(await page.title()).toBe('false')
      await page.keyboard.up(held)
      expect([await place(page), await blankOf(page), await openPanel(page)]).toEqual([
        '5',
        'none',
        '',
      ])
    },
  )

  it('leaves keys to a field that somebody types in', async () => {
    const page = await pages.open('classes', '#5')
    await page.evaluate(() => {
      const field = document.createElement('input')
      document.body.append(field)
      field.focus()
    })
    expect(await press(page, 'b', 'o', 'Space', 'ArrowLeft', 'Home')).toBe('5')
    expect(await page.evaluate(() => document.querySelector('input')?.value)).toBe('bo ')
  })

  it('reads the place of a key on a Hindi keyboard', async () => {
    const page = await pages.open('classes', '#5')
    const send = (key: string, code: string): Promise<void> =>
      page.evaluate(
        (init) => {
          document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
        },
        { key, code },
      )
    await send('ब', 'KeyB')
    expect(await blankOf(page)).toBe('black')
    await send('ब', 'KeyB')
    await send('१', 'Digit1')
    await send('२', 'Digit2')
    expect(await press(page, 'Enter')).toBe('12')
  })
})

describe('a jump by number', () => {
  it('shows what was typed, and goes there with Enter', async () => {
    const page = await pages.open('classes')
    const hint = (): Promise<string> => page.$eval('#hint', (element) => element.textContent ?? '')
    await press(page, '1', '2')
    expect(await hint()).toBe('12 / 14')
    expect(await press(page, 'Enter')).toBe('12')
    expect(await hint()).toBe('')
  })

  it('goes past the end to the last slide and for 0 to the first', async () => {
    const page = await pages.open('classes', '#5')
    expect(await press(page, '9', '9', '9', 'Enter')).toBe(String(COUNT))
    expect(await press(page, '0', 'Enter')).toBe('1')
  })

  it('takes a digit back, and forgets all when another key comes', async () => {
    const page = await pages.open('classes')
    expect(await press(page, '1', '3', 'Backspace', '1', 'Enter')).toBe('11')
    expect(await press(page, '2', 'Escape', 'Enter')).toBe('12')
    expect(await openPanel(page)).toBe('')
    expect(await press(page, '2', 'ArrowRight', 'Enter')).toBe('14')
  })
})

describe('a blank screen', () => {
  const look = (page: Awaited<ReturnType<typeof pages.open>>): Promise<string> =>
    page.evaluate(() => {
      const { backgroundColor } = getComputedStyle(document.body)
      const seen = [...document.querySelectorAll('main, main *, #progress, #controls')].some(
        (element) => getComputedStyle(element).visibility === 'visible',
      )
      return `${backgroundColor}${seen ? ', something on it' : ''}`
    })

  it.each<readonly [KeyInput, string]>([
    ['b', 'rgb(0, 0, 0)'],
    ['.', 'rgb(0, 0, 0)'],
    ['w', 'rgb(255, 255, 255)'],
    [',', 'rgb(255, 255, 255)'],
  ])('comes and goes with %s', async (key, color) => {
    const page = await pages.open('steps', '#2.1')
    await press(page, key)
    expect(await look(page)).toBe(color)
    await press(page, key)
    expect(await look(page)).toContain('something on it')
    expect(await place(page)).toBe('2.1')
  })

  it.each<KeyInput>(['PageDown', 'ArrowLeft', 'Home', 'Escape', 'Enter', 'o', '7', 'n'])(
    'ends with %s, which does nothing else',
    async (key) => {
      const page = await pages.open('steps', '#2.1')
      expect(await press(page, 'b', key)).toBe('2.1')
      expect([await blankOf(page), await openPanel(page)]).toEqual(['none', ''])
    },
  )

  it('turns from black to white, and back to the slide on a click', async () => {
    const page = await pages.open('classes', '#5')
    await press(page, 'b', 'w')
    expect(await blankOf(page)).toBe('white')
    await page.mouse.click(900, 300)
    expect([await blankOf(page), await place(page)]).toEqual(['none', '5'])
  })
})

describe('steps', () => {
  it('come one by one and keep their room', async () => {
    const page = await pages.open('steps', '#2')
    const heights = (): Promise<number> =>
      page.$eval('svg.current ul', (list) => list.getBoundingClientRect().height)
    const before = await heights()
    expect(await place(page)).toBe('2')
    expect(await press(page, 'ArrowRight')).toBe('2.1')
    expect(await press(page, 'ArrowRight', 'ArrowRight')).toBe('2.3')
    expect(await heights()).toBe(before)
    expect(await press(page, 'ArrowRight')).toBe('3')
  })

  it('are all there when one goes back to their slide, and go one by one', async () => {
    const page = await pages.open('steps', '#3')
    expect(await press(page, 'ArrowLeft')).toBe('2.3')
    expect(await press(page, 'ArrowLeft')).toBe('2.2')
    expect(await press(page, 'ArrowLeft', 'ArrowLeft', 'ArrowLeft')).toBe('1')
  })

  it('wait for their turn after a jump', async () => {
    expect(await press(await pages.open('steps'), '3', 'Enter')).toBe('3')
  })
})

describe('the address', () => {
  it.each([
    ['#5', 'classes', '5'],
    ['#2.2', 'steps', '2.2'],
    ['#2.9', 'steps', '2.3'],
    ['#trade', 'steps', '2'],
    ['#ends', 'steps', '4'],
    ['#0', 'classes', '1'],
    ['#99999999', 'classes', '14'],
    ['#nowhere', 'classes', '1'],
    ['#%E0%A4%A', 'classes', '1'],
    ['#-3', 'classes', '1'],
    ['#5x', 'classes', '1'],
    ['#constructor', 'classes', '1'],
    ['', 'classes', '1'],
  ])('%s opens the deck %s at slide %s', async (hash, deck, expected) => {
    expect(await place(await pages.open(deck, hash))).toBe(expected)
  })

  it('follows the talk without filling the history', async () => {
    const page = await pages.open('steps')
    const length = await page.evaluate(() => history.length)
    await press(page, 'ArrowRight', 'ArrowRight')
    expect(page.url()).toMatch(/#2\.1$/)
    expect(await page.evaluate(() => history.length)).toBe(length)
  })

  it('leads to a slide and back again, and stays put for one that is not there', async () => {
    const page = await pages.open('classes', '#5')
    const follow = (hash: string): Promise<void> =>
      page.evaluate((to) => {
        location.hash = to
      }, hash)
    const isAt = (id: string): Promise<unknown> =>
      page.waitForFunction((to) => document.querySelector('svg.current section')?.id === to, {}, id)
    await follow('#3')
    await isAt('3')
    await page.goBack()
    await isAt('5')
    await follow('#nowhere')
    await page.waitForFunction(() => location.hash === '#5')
    expect(await place(page)).toBe('5')
  })
})

describe('notes', () => {
  it('stand below their slide and go again', async () => {
    const page = await pages.open('classes')
    const notes = (): Promise<string> =>
      page.evaluate(() => document.querySelector('.notes:not([hidden])')?.textContent ?? '')
    expect(await notes()).toBe('')
    await press(page, 'n')
    expect(await notes()).toContain('what stands behind oil?')
    await press(page, 'ArrowRight')
    expect(await notes()).toBe('')
    await press(page, 'ArrowLeft', 'n')
    expect(await notes()).toBe('')
  })

  it('scroll with the arrows when the focus is in them', async () => {
    const page = await pages.open('classes')
    await press(page, 'n', 'Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('notes')
    expect(await press(page, 'ArrowDown')).toBe('1')
    expect(await press(page, 'PageDown')).toBe('2')
  })
})
