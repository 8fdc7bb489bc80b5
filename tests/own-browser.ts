/** Our own browser room with the Chromium from npm, as `lectern build` opens it. */
import { tmpdir } from 'node:os'
import { type OpenPrinter, openPrinter } from '../scripts/browser/open-printer.ts'
import { rootDir } from './run-lectern.ts'

export function openTestPrinter(): OpenPrinter {
  return openPrinter({
    option: undefined,
    chromePath: undefined,
    searchPath: '',
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    packageDirs: [rootDir],
    temporaryDir: tmpdir(),
    environment: { ...process.env },
  })
}
