/**
 * What stands between a document and the network, the disk and a program. Any one of the first three lets no request of
 * a document without scripts through, and scripts are off twice; tests/browser/walls.test.ts takes each for itself.
 * Besides, a page that was not loaded from a file may load none, and a deck's own policy lets in nothing but `data:`.
 */
import type { Client } from './pipe-client.ts'

export type Wall =
  | 'requests-refused'
  | 'dead-proxy'
  | 'no-names'
  | 'scripts-off'
  | 'page-scripts-off'

export const WALLS: readonly Wall[] = [
  'requests-refused',
  'dead-proxy',
  'no-names',
  'scripts-off',
  'page-scripts-off',
]

const ARGUMENTS: Readonly<Partial<Record<Wall, readonly string[]>>> = {
  // Nothing answers at this port, and `<-loopback>` sends loopback there too. Source: Chromium, net/docs/proxy.md.
  'dead-proxy': ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
  // No name has an address, nor has a number. Source: Chromium, net/dns/mapped_host_resolver.h.
  'no-names': ['--host-resolver-rules=MAP * ~NOTFOUND'],
  // Scripts of documents do not run; what we evaluate does.
  'scripts-off': ['--blink-settings=scriptEnabled=false'],
}

export function wallArguments(walls: readonly Wall[]): readonly string[] {
  return walls.flatMap((wall) => ARGUMENTS[wall] ?? [])
}

/**
 * Of the whole browser, whatever in it asks: pages, frames, prefetches, workers. A `data:` URL is no request and costs
 * nothing here. Aborted, not blocked: a document that refreshes itself to elsewhere then stays as it is.
 */
export async function wallBrowser(browser: Client, walls: readonly Wall[]): Promise<void> {
  // What a document offers for download is not saved.
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny' })
  if (!walls.includes('requests-refused')) return
  browser.on('Fetch.requestPaused', ({ requestId }) => {
    const refusal = browser.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    // A browser that is gone needs no answer.
    refusal.catch(() => undefined)
  })
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}

export async function wallPage(page: Client, walls: readonly Wall[]): Promise<void> {
  if (walls.includes('page-scripts-off'))
    await page.send('Emulation.setScriptExecutionDisabled', { value: true })
}
