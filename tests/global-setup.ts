/** Unpacks the browser and compiles the program once, so that the tests run what a user runs. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { unpackChromium } from './chromium.ts'

export async function setup(): Promise<void> {
  await unpackChromium()
  const root = fileURLToPath(new URL('..', import.meta.url))
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bundle.ts'], {
    cwd: root,
    stdio: 'inherit',
  })
}
