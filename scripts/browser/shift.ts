/** One browser at work: its pages are used again and again, until it is over. */
import type { PageResult, PageTask } from '../print/printer.ts'
import { type BrowserPage, openPage } from './browser-page.ts'
import type { RunningBrowser } from './start-browser.ts'

export type Shift = {
  /** Rejects when the browser does not start. */
  readonly started: Promise<unknown>
  /** How many documents it was given. */
  count(): number
  run(task: PageTask): Promise<PageResult>
  /** Takes no more; ends when its last document is done. */
  retire(): void
  /** Resolves when the browser and its profile are gone; ends what is still running. */
  close(): Promise<void>
}

export type ShiftOptions = {
  launch(signal: AbortSignal): Promise<RunningBrowser>
  /** Called once the browser is gone. */
  whenClosed(): void
}

export function openShift({ launch, whenClosed }: ShiftOptions): Shift {
  const hurry = new AbortController()
  const started = launch(hurry.signal)
  const open = async (): Promise<BrowserPage> => openPage((await started).client)
  // The first page is opened before anybody needs it.
  const idle = [open()]
  let count = 0
  let running = 0
  let isRetired = false
  let closed: Promise<void> | undefined
  const close = (): Promise<void> => {
    hurry.abort()
    closed ??= started
      .then(
        (browser) => browser.close(),
        // It never started.
        () => undefined,
      )
      .then(whenClosed)
    return closed
  }
  for (const promise of [started, ...idle]) promise.catch(() => undefined)
  return {
    started,
    count: () => count,
    async run(task) {
      count += 1
      running += 1
      try {
        const page = await (idle.pop() ?? open())
        const result = await page.run(task)
        idle.push(Promise.resolve(page))
        return result
      } catch (error) {
        throw (await started).explain(error)
      } finally {
        running -= 1
        if (isRetired && running === 0) close()
      }
    },
    retire() {
      isRetired = true
      if (running === 0) close()
    },
    close,
  }
}
