/** Chromium from npm, for tests: the same on every machine, no system browser needed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import puppeteer, { type Browser } from 'puppeteer-core'

/** Starts a browser for `work` and closes it afterwards, its profile removed. */
export async function withChromium<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const { browser, close } = await startChromium()
  try {
    return await work(browser)
  } finally {
    await close()
  }
}

export async function startChromium(): Promise<{ browser: Browser; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'lectern-chromium-'))
  const isRoot = process.getuid?.() === 0
  const browser = await puppeteer.launch({
    executablePath: await chromium.executablePath(),
    headless: 'shell',
    pipe: true,
    userDataDir: profile,
    args: [
      ...chromium.args.filter(
        (argument) => !/sandbox|user-data-dir|single-process|zygote/.test(argument),
      ),
      '--disable-gpu',
      // Chromium refuses its sandbox to root, which is what containers run as.
      ...(isRoot ? ['--no-sandbox', '--no-zygote'] : []),
    ],
  })
  return {
    browser,
    close: async () => {
      await browser.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
