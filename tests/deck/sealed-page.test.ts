/** The page keeps to itself: what is put into it does nothing, and what the player needs works, from `file://`. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readElements } from '../../scripts/deck/html-elements.ts'
import { startChromium } from '../chromium.ts'
import { buildSample, readSample, withoutScript } from './sample-deck.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-sealed-'))
let browser: Browser
let close: () => Promise<void>
let html: string

beforeAll(async () => {
  html = (await buildSample(readSample('all-classes.en'))).html
  ;({ browser, close } = await startChromium())
}, 60_000)

afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true, force: true })
})

type Opened = { readonly page: Page; readonly requests: string[]; readonly complaints: string[] }

async function open(source: string, prepare?: (page: Page) => Promise<unknown>): Promise<Opened> {
  const path = join(folder, 'deck.html')
  writeFileSync(path, source)
  const page = await browser.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(?:data:|file:.*deck\.html(?:#.*)?$)/.test(request.url())) requests.push(request.url())
  })
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  await prepare?.(page)
  await page.goto(`file://${path}`)
  return { page, requests, complaints }
}

/** Put where a template’s tag would stand; `window.ran` says what ran, the server counts who asks. */
const injectedFor = (server: string): string =>
  [
    '<script>window.ran = "script"</script>',
    '<script src="data:text/javascript,window.ran=1"></script>',
    '<style>main { display: none !important; }</style>',
    '<p id="styled" style="position: fixed; color: rgb(1, 2, 3)">x</p>',
    '<img id="local" src="data:,x" onerror="window.ran = \'handler\'">',
    '<img src="http://deck.test/a.png"><img src="other.png"><svg><image href="http://deck.test/b"/></svg>',
    '<link rel="stylesheet" href="http://deck.test/c.css"><link rel="prefetch" href="http://deck.test/d">',
    '<iframe src="http://deck.test/e"></iframe><iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
    '<object data="http://deck.test/f"></object><embed src="http://deck.test/g">',
    '<video src="http://deck.test/h" poster="http://deck.test/i"></video>',
    '<base href="http://deck.test/"><a id="go" href="javascript:window.ran=2">x</a>',
  ]
    .join('')
    .replaceAll('http://deck.test', server)

describe('the sealed page', () => {
  it('lets nothing that was put into it run, style or load', { timeout: 60_000 }, async () => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const injected = injectedFor(`http://127.0.0.1:${address.port}`)
    const { page, complaints } = await open(html.replace('</main>', `${injected}</main>`))
    await page.evaluate(() => document.querySelector<HTMLElement>('#go')?.click())
    await new Promise((resolve) => setTimeout(resolve, 300))
    const state = await page.evaluate(() => ({
      ran: (window as Window & { ran?: unknown }).ran ?? 'nothing',
      display: getComputedStyle(document.querySelector('main') ?? document.body).display,
      color: getComputedStyle(document.querySelector('#styled') ?? document.body).color,
      base: document.baseURI.startsWith('file:'),
    }))
    expect(state).toEqual({
      ran: 'nothing',
      display: 'block',
      color: expect.not.stringContaining('1, 2, 3'),
      base: true,
    })
    expect(asked).toBe(0)
    server.close()
    expect(
      complaints.filter((text) => text.includes('Content Security Policy')).length,
    ).toBeGreaterThan(8)
    await page.close()
  })

  it.each(['all-classes.en', 'all-classes.hi'])(
    'breaks its own policy nowhere: %s',
    async (name) => {
      const { page, requests, complaints } = await open((await buildSample(readSample(name))).html)
      for (const key of ['ArrowRight', 'End', 'n', 'o', 'Escape', '?', 'Escape'] as const)
        await page.keyboard.press(key)
      expect(complaints).toEqual([])
      expect(requests).toEqual([])
      await page.close()
    },
  )

  it('opens its own file again in a second window, and saves what the player made', async () => {
    const { page, complaints } = await open(html)
    const session = await page.createCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    })
    const saved = new Promise((resolve) =>
      session.on('Browser.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve(state)
      }),
    )
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(new Blob(['planned,actual\n'], { type: 'text/csv' }))
      link.download = 'log.csv'
      document.body.append(link)
      link.click()
    })
    await saved
    expect(readFileSync(join(folder, 'log.csv'), 'utf8')).toBe('planned,actual\n')
    const second = new Promise<Page | null>((resolve) => page.once('popup', resolve))
    await page.evaluate(() => void window.open(location.href.replace(/#.*/, '#2')))
    const popup = await second
    expect(await popup?.evaluate(() => document.querySelectorAll('main section').length)).toBe(14)
    expect(complaints).toEqual([])
    await popup?.close()
    await page.close()
  })

  it('opens where the browser keeps nothing', async () => {
    const { page, complaints } = await open(html, (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        const refuse = (): never => {
          throw new DOMException('The operation is insecure.', 'SecurityError')
        }
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(window, name, { get: refuse })
        Object.defineProperty(window, 'BroadcastChannel', { value: undefined })
        history.replaceState = refuse
        history.pushState = refuse
      }),
    )
    await page.keyboard.press('ArrowRight')
    expect(complaints).toEqual([])
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('div.marpit > svg')]
        .filter((slide) => getComputedStyle(slide).display !== 'none')
        .map((slide) => slide.querySelector('section')?.id),
    )
    expect(shown).toEqual(['2'])
    await page.close()
  })

  it('is read as it is written: no tag is missing, moved or made up by the browser', async () => {
    const source = withoutScript(html)
    const { page } = await open(source)
    const inPage = await page.evaluate(() =>
      [...document.querySelectorAll('*')].map((element) => element.localName.toLowerCase()),
    )
    const elements = readElements(source)
    expect(inPage).toEqual(elements.map(({ name }) => name))
    for (const { name, attributes } of elements)
      expect(new Set(attributes.map(([attribute]) => attribute)).size, name).toBe(attributes.length)
    const ids = await page.evaluate(() =>
      [...document.querySelectorAll('[id]')].map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    await page.close()
  })
})
