import { writeFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { describe, expect, it } from 'vitest'
import {
  htmlOf,
  meet,
  place,
  popupOf,
  press,
  TALK,
  talkMarkdown,
  textOf,
  until,
  useWindows,
} from './two-windows.ts'

/** In place of the deck's policy, so that it runs before the player in every window. */
async function withScript(script: string): Promise<string> {
  const html = await htmlOf(talkMarkdown())
  return html.replace(/<meta http-equiv[^>]*>/, () => `<script>${script}</script>`)
}

const BLOCKED_STORAGE = `
  const refuse = () => { throw new DOMException('blocked', 'SecurityError') }
  for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse })
  window.BroadcastChannel = class { constructor() { refuse() } }`

const windows = useWindows({
  deck: () => htmlOf(talkMarkdown()),
  other: () => htmlOf(talkMarkdown(TALK.map((slide) => ({ ...slide, title: `${slide.title}!` })))),
  blocked: () => withScript(BLOCKED_STORAGE),
  popupless: () => withScript('window.open = () => null'),
})

describe('the link', () => {
  it('needs neither storage nor BroadcastChannel between a window and its opener', async () => {
    const audience = await windows.open(windows.address('blocked'))
    const presenter = await windows.present(audience)
    await press(presenter, '+', '4', 'Enter', 'ArrowRight')
    await meet('4.1', presenter, audience)
    await audience.reload()
    await meet('4.1', audience)
    await press(audience, 'ArrowRight')
    await meet('4.2', presenter, audience)
    await presenter.reload()
    await press(presenter, 'ArrowRight')
    await meet('4.3', presenter, audience)
    const count = (await windows.browser().pages()).length
    await press(audience, 'p')
    await meet('4.3', audience)
    expect(await windows.browser().pages()).toHaveLength(count)
    await presenter.close()
    const second = await windows.present(audience)
    await meet('4.3', second)
  })

  it('goes by BroadcastChannel between two tabs that nobody opened', async () => {
    const audience = await windows.open(`${windows.address('deck')}#2`)
    const presenter = await windows.open(`${windows.address('deck')}?presenter`)
    await meet('2', presenter)
    await press(presenter, 'ArrowRight')
    await meet('3', presenter, audience)
    await press(audience, 'b')
    await meet('3 black', presenter, audience)
    await audience.reload()
    await meet('3 black', presenter, audience)
    await audience.close()
    await until(presenter, readNotice, 'The audience window is closed.')
  })

  it('works without an audience window, and says that there is none', async () => {
    const presenter = await windows.open(`${windows.address('deck')}?presenter#4.1`)
    await meet('4.1', presenter)
    await until(presenter, readNotice, 'No audience window is open.')
    const audience = windows.watch(await popupOf(presenter, () => press(presenter, 'p')))
    await meet('4.1', audience)
    await until(presenter, readNotice, '')
  })

  it('offers a link where the browser refuses the window', async () => {
    const audience = await windows.open(windows.address('popupless'))
    await press(audience, 'ArrowRight', 'p')
    expect(await textOf(audience, '#blocked p')).toContain('did not let')
    const presenter = windows.watch(await popupOf(audience, () => audience.click('#blocked a')))
    await presenter.waitForSelector('.now svg')
    await meet('2', presenter, audience)
    expect(await audience.$('#blocked')).toBeNull()
    await press(presenter, 'ArrowRight')
    await meet('3', presenter, audience)
  })

  it('keeps two decks apart', async () => {
    const [one, two] = [
      await windows.open(windows.address('deck')),
      await windows.open(windows.address('other')),
    ]
    const [first, second] = [await windows.present(one), await windows.present(two)]
    await press(first, '4', 'Enter', 'b')
    await meet('4 black', one, first)
    await press(second, 'ArrowRight')
    await meet('2', two, second)
    await press(one, 'b')
    await meet('4', one, first)
    expect(await place(two)).toBe('2')
    expect(await place(second)).toBe('2')
  })
})

describe('a foreign page', () => {
  it('that opens the deck and knows what its messages look like moves nothing', async () => {
    writeFileSync(`${windows.folder}/foreign.html`, '<!doctype html><title>Foreign</title>')
    const foreign = await windows.open(windows.address('foreign'))
    const address = windows.address('deck')
    const audience = windows.watch(
      await popupOf(foreign, () =>
        foreign.evaluate((url) => {
          Object.assign(window, { deck: open(url) })
        }, address),
      ),
    )
    await audience.waitForSelector('svg.current')
    const presenter = await windows.present(audience)
    await press(presenter, 'ArrowRight')
    await meet('2', presenter, audience)
    await forge(foreign, await audience.$eval('main', ({ dataset }) => dataset['deck'] ?? ''))
    await press(presenter, 'ArrowRight')
    await meet('3', presenter, audience)
  })
})

/** Every kind of wrong message, and one that is right but for the key. */
async function forge(foreign: Page, deck: string): Promise<void> {
  await foreign.evaluate((deck) => {
    const stamp = { version: 1e9, by: 'x' }
    const talk = { stamp, slide: 4, step: 0, blank: 'black', since: 0, spent: [], lengthMin: 0 }
    const whole = { app: 'lectern', deck, key: '', from: 'x', role: 'presenter' }
    let seq = 0
    const bodies: unknown[] = [
      { kind: 'ping', stamp: { version: 0, by: 'x' } },
      { kind: 'talk', talk },
      { kind: 'ink', ink: { slide: 1, stamp, strokes: [[1, 2]] } },
      { kind: 'spot', spot: { slide: 1, x: 1, y: 1 } },
    ]
    const messages: unknown[] = [
      null,
      'next',
      { app: 'lectern' },
      ...bodies.flatMap((body) => [
        { ...whole, seq: seq++, body },
        { ...whole, seq: seq++, body, key: '0'.repeat(32) },
      ]),
    ]
    // Set by the test that opened it.
    const opened = (window as unknown as { deck: Window }).deck
    for (const message of messages) opened.postMessage(message, '*')
    const channel = new BroadcastChannel(`lectern ${deck}`)
    const broken = [
      ...messages.slice(0, 3),
      { ...whole, seq: seq++, body: { kind: 'talk', talk: { ...talk, slide: '<img>' } } },
      { ...whole, seq: seq++, body: { kind: 'talk', talk: { ...talk, spent: [Number.NaN] } } },
      { ...whole, seq: seq++, body: { kind: 'talk', talk: { ...talk, blank: 'red' } } },
      { ...whole, seq: seq++, body: { kind: 'toString' } },
      { ...whole, seq: seq++, body: { kind: 'ink', ink: { slide: 1, stamp, strokes: ['x'] } } },
      { ...whole, seq: seq++, body: { kind: 'talk', talk }, deck: 'another' },
      { ...whole, seq: -1, body: { kind: 'talk', talk } },
    ]
    for (const message of broken) channel.postMessage(message)
    channel.close()
  }, deck)
}

function readNotice(): string {
  const notice = document.querySelector<HTMLElement>('.notice')
  return notice === null || notice.hidden ? '' : (notice.firstChild?.textContent ?? '')
}
