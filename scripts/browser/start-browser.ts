/** A browser process of our own, spoken to through pipes, with a profile that goes with it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { PrintError } from '../print/printer.ts'
import type { BrowserPlaces, FoundBrowser } from './find-browser.ts'
import { type Client, openClient } from './pipe-client.ts'

export type RunningBrowser = {
  readonly client: Client
  close(): Promise<void>
}

const ARGUMENTS = [
  '--headless',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--hide-scrollbars',
  // Glyphs stand where their own widths put them, on every machine.
  '--font-render-hinting=none',
  // Nothing answers at this port: what would get past every other wall ends here.
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

export function startBrowser(
  { path, environment }: FoundBrowser,
  places: BrowserPlaces,
): RunningBrowser {
  const profile = mkdtempSync(join(places.temporaryDir, 'lectern-browser-'))
  const sandbox = places.isRoot ? ['--no-sandbox', '--no-zygote'] : []
  const child = spawn(path, [...ARGUMENTS, ...sandbox, `--user-data-dir=${profile}`], {
    env: { ...places.environment, ...environment },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  // The two pipes that `stdio` asks for.
  const [, , , output, input] = child.stdio as [null, null, null, Writable, Readable]
  const client = openClient(output, input)
  child.on('error', (error) => client.end(failed(path, error.message)))
  child.on('exit', () => client.end(failed(path, 'it ended')))
  return {
    client,
    async close() {
      client.send('Browser.close').catch(() => child.kill('SIGKILL'))
      await ended(child)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve()
  return new Promise((resolve) => child.on('exit', () => resolve()))
}

function failed(path: string, why: string): PrintError {
  return new PrintError(
    'browser-failed',
    `The browser ${path} failed: ${why}`,
    '`lectern doctor` shows which browser is used and why',
  )
}
