/** The one browser of a run: started at the first task, its pages shared by all that come. */
import { type PageResult, type PageTask, PrintError, type Printer } from '../print/printer.ts'
import { type BrowserPage, openPage } from './browser-page.ts'
import { type BrowserPlaces, findBrowser } from './find-browser.ts'
import { type RunningBrowser, startBrowser } from './start-browser.ts'

export type OpenPrinter = Printer & {
  /** Starts the browser ahead of the first task; never fails. */
  start(): void
  close(): Promise<void>
}

const PAGES = 2

export function openPrinter(places: BrowserPlaces): OpenPrinter {
  let browser: RunningBrowser | undefined
  const idle: Promise<BrowserPage>[] = []
  const waiting: ((page: Promise<BrowserPage>) => void)[] = []
  const start = (): RunningBrowser => {
    if (browser !== undefined) return browser
    const found = findBrowser(places)
    if (found === undefined) throw missing()
    browser = startBrowser(found, places)
    for (let count = 0; count < PAGES; count += 1) {
      const page = openPage(browser.client)
      page.catch(() => undefined)
      idle.push(page)
    }
    return browser
  }
  const takePage = (): Promise<BrowserPage> => {
    const page = idle.shift()
    return page ?? new Promise((resolve) => waiting.push(resolve))
  }
  const givePage = (page: BrowserPage): void => {
    const next = waiting.shift()
    if (next === undefined) idle.push(Promise.resolve(page))
    else next(Promise.resolve(page))
  }
  return {
    start() {
      try {
        start()
      } catch {
        // The first task says why.
      }
    },
    async run(task: PageTask): Promise<PageResult> {
      start()
      const page = await takePage()
      try {
        return await page.run(task)
      } finally {
        givePage(page)
      }
    },
    async close() {
      await browser?.close()
      browser = undefined
    },
  }
}

function missing(): PrintError {
  return new PrintError(
    'browser-missing',
    'No browser was found, so slides were not printed',
    '`npm install @sparticuz/chromium@143` brings one; `lectern doctor` shows where it was looked for',
  )
}
