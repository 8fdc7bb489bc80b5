/** Our own browser room with the Chromium from npm, as `lectern build` opens it. */
import { availableParallelism, homedir, tmpdir } from 'node:os'
import type { BrowserPlaces } from '../scripts/browser/browser-places.ts'
import {
  type OpenPrinter,
  openPrinter,
  type PrinterOptions,
} from '../scripts/browser/open-printer.ts'
import { npmChromium } from './chromium.ts'

/** Whatever else is installed, so that the tests see the same everywhere. */
export function testPlaces(own: Partial<BrowserPlaces> = {}): BrowserPlaces {
  const { path, environment } = npmChromium()
  return {
    option: path,
    chromePath: undefined,
    searchPath: '',
    platform: process.platform,
    arch: process.arch,
    cores: availableParallelism(),
    userId: process.getuid?.(),
    isSandboxRefused: false,
    packageDirs: [],
    homeDir: homedir(),
    temporaryDir: tmpdir(),
    environment: { ...process.env, ...environment },
    ...own,
  }
}

export function openTestPrinter(
  own: Partial<BrowserPlaces> = {},
  options: PrinterOptions = {},
): OpenPrinter {
  return openPrinter(testPlaces(own), options)
}
