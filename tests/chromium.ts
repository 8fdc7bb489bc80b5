/** Chromium from npm, for tests: the same on every machine, no system browser or library needed. */
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import puppeteer, { type Browser } from 'puppeteer-core'
import { SETTLED_VARIABLES } from '../scripts/browser/browser-arguments.ts'
import type { FoundBrowser } from '../scripts/browser/find-browser.ts'
import { findNpmChromium, unpackedNpmChromium } from '../scripts/browser/npm-chromium.ts'

const places = {
  packageDirs: [fileURLToPath(new URL('..', import.meta.url))],
  platform: process.platform,
  homeDir: homedir(),
  userId: process.getuid?.(),
  environment: process.env,
}

/** Unpacks the browser once, before the tests. */
export async function unpackChromium(): Promise<void> {
  if ((await findNpmChromium(places)) === undefined)
    throw new Error('@sparticuz/chromium is missing')
}

export function npmChromium(): FoundBrowser {
  const found = unpackedNpmChromium(places)
  if (found === undefined) throw new Error('global-setup.ts did not unpack the browser')
  return found
}

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
  const { path, environment } = npmChromium()
  const browser = await puppeteer.launch({
    executablePath: path,
    env: { ...process.env, ...SETTLED_VARIABLES, ...environment },
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
