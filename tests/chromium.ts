/** Chromium from npm, for tests: the same on every machine, no system browser or library needed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import puppeteer, { type Browser } from 'puppeteer-core'

const rootDir = fileURLToPath(new URL('..', import.meta.url))
const unpackedDir = join(rootDir, 'node_modules', '.cache', 'lectern-chromium')

/**
 * Unpacks the browser once, before the tests, into a folder of its own. Left to itself the package unpacks
 * into the temporary folder of the machine, where a second test process takes a half-written file for
 * the browser; and it leaves out the libraries that a machine with only Node does not have.
 */
export function unpackChromium(): void {
  if (existsSync(unpackedDir)) return
  mkdirSync(dirname(unpackedDir), { recursive: true })
  const folder = mkdtempSync(`${unpackedDir}-`)
  const script =
    "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: rootDir,
    // The package asks these two where to unpack, and whether its own libraries are wanted.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  })
  renameSync(folder, unpackedDir)
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
  const browser = await puppeteer.launch({
    executablePath: join(unpackedDir, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(unpackedDir, 'al2023', 'lib') },
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
