import type { KeyInput, Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { readSample } from './sample-deck.ts'
import {
  htmlOf,
  press,
  setClock,
  TALK,
  talkMarkdown,
  textOf,
  until,
  useWindows,
} from './two-windows.ts'

const windows = useWindows({
  english: () => htmlOf(readSample('all-classes.en')),
  hindi: () => htmlOf(readSample('all-classes.hi')),
  talk: () => htmlOf(talkMarkdown()),
  lengthened: () =>
    htmlOf(
      talkMarkdown([
        { title: 'Rare earths', minutes: 20 },
        { title: 'One', section: 'alpha', minutes: 4 },
        { title: 'Two', section: 'beta' },
        { title: 'Question' },
      ]),
    ),
  unplanned: () => htmlOf(talkMarkdown(TALK.map(({ title }) => ({ title })))),
})

async function presenterOf(name: string, width = 1366, height = 768): Promise<Page> {
  const presenter = await windows.open(`${windows.address(name)}?presenter`)
  await presenter.setViewport({ width, height })
  return presenter
}

describe.each(['english', 'hindi', 'talk'])(
  'axe-core finds nothing serious in the presenter of the %s deck',
  (name) => {
    it.each<readonly [string, readonly KeyInput[]]>([
      ['at the start', []],
      ['with the pointer on and a black screen', ['ArrowRight', 'l', 'b']],
      ['with the log', ['ArrowRight', 'r']],
      ['with the keys', ['?']],
      ['at the end', ['ArrowRight', 'End']],
    ])('%s', async (_, keys) => {
      const presenter = await presenterOf(name)
      await press(presenter, ...keys)
      expect(await seriousFaults(presenter)).toEqual([])
      await presenter.setViewport({ width: 640, height: 360 })
      expect(await seriousFaults(presenter)).toEqual([])
    })
  },
)

describe('the presenter window', () => {
  it.each([
    ['english', 1366, 768],
    ['hindi', 1366, 768],
    ['hindi', 1280, 640],
    ['english', 1920, 1080],
    ['hindi', 1920, 1080],
    ['english', 683, 384],
    ['hindi', 683, 384],
    ['hindi', 480, 800],
  ] as const)(
    'of the %s deck has room for all it shows at %d × %d',
    async (name, width, height) => {
      const presenter = await presenterOf(name, width, height)
      await press(presenter, '3', 'Enter')
      const faults = await presenter.evaluate(() => {
        const shown = [
          ...document.querySelectorAll<HTMLElement>('#presenter :is(button, a, input)'),
        ].filter((element) => element.closest('svg') === null && element.offsetParent !== null)
        const isSmall = ({ offsetWidth, offsetHeight }: HTMLElement): boolean =>
          offsetWidth < 44 || offsetHeight < 44
        const outside = [
          ...document.querySelectorAll<HTMLElement>('.bar > *, .tools > *, .pane'),
        ].filter((element) => {
          const { left, right } = element.getBoundingClientRect()
          return left < 0 || right > innerWidth + 1
        })
        const cut = [
          ...document.querySelectorAll<HTMLElement>(
            '.meter .label, .meter .value, .buttons button',
          ),
        ].filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0,
        )
        return [...shown.filter(isSmall), ...outside, ...cut].map((element) =>
          element.outerHTML.slice(0, 120),
        )
      })
      expect(faults).toEqual([])
      const { scrollWidth } = await presenter.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
      }))
      expect(scrollWidth).toBeLessThanOrEqual(width)
    },
  )

  it('remembers the size of the notes and what is laid out, and keeps it in bounds', async () => {
    const presenter = await presenterOf('talk')
    const size = (): Promise<string> =>
      presenter.$eval('.notes-pane .text', (text) => getComputedStyle(text).fontSize)
    expect(await size()).toBe('20px')
    await press(presenter, '+', '+')
    expect(await size()).toBe('28px')
    await presenter.click('[data-action=smaller]')
    await press(presenter, 'i', 'n')
    await presenter.reload()
    expect(await size()).toBe('24px')
    expect(await presenter.$eval('.list', (list) => getComputedStyle(list).display)).toBe('none')
    for (let times = 0; times < 12; times++) await press(presenter, '-')
    expect(await size()).toBe('14px')
  })

  it('of a deck without minutes has a clock, a countdown to type in, and no pace', async () => {
    const presenter = await presenterOf('unplanned')
    expect(
      await presenter.$$eval('.meter', (all) =>
        all.filter((meter) => !(meter as HTMLElement).hidden).map(({ className }) => className),
      ),
    ).toEqual(['meter clock', 'meter elapsed', 'meter left'])
    expect(await textOf(presenter, '.left .value')).toBe('–')
    expect(await presenter.$eval('#presenter', ({ className }) => className)).toBe('noteless')
    await presenter.type('.length input', '30')
    await presenter.keyboard.press('Enter')
    expect(await textOf(presenter, '.left .value')).toBe('30:00')
  })

  it('takes the length of the talk from its title, and what is left for the section without minutes', async () => {
    const presenter = await presenterOf('lengthened')
    const read = (): Promise<readonly string[]> =>
      Promise.all(['left', 'section', 'pace'].map((name) => textOf(presenter, `.${name} .value`)))
    expect(await read()).toEqual(['20:00', '–', '–'])
    await setClock(0, presenter)
    await press(presenter, 'ArrowRight', 'ArrowRight')
    await setClock(19, presenter)
    await until(presenter, () => document.querySelector('.left .value')?.textContent ?? '', '1:00')
    expect(await read()).toEqual(['1:00', '–', 'On time'])
    await setClock(22, presenter)
    await until(presenter, () => document.querySelector('.left .value')?.textContent ?? '', '+2:00')
    expect(await read()).toEqual(['+2:00', '–', '2 min behind'])
  })

  it('puts the focus back on the talk after a click, so that Space goes on', async () => {
    const presenter = await presenterOf('talk')
    await presenter.click('[data-action=black]')
    await press(presenter, ' ' as KeyInput)
    expect(await textOf(presenter, '.now .blank')).toBe('')
    await press(presenter, ' ' as KeyInput)
    expect(await textOf(presenter, '.now .place')).toBe('2 / 5')
    await presenter.type('.jump input', '4')
    await presenter.keyboard.press('Enter')
    expect(await textOf(presenter, '.now .place')).toBe('4 / 5 · 0 / 3')
  })
})
