/** Starts the browser that would print, once, to see whether it does. */
import { PrintError, type PrintProblem } from '../print/printer.ts'
import type { BrowserPlaces } from './browser-places.ts'
import { LIMITS } from './limits.ts'
import { openLauncher } from './open-launcher.ts'
import { type Sandbox, sandboxOf } from './sandbox.ts'

export type TriedBrowser = {
  readonly path: string
  /** Why this one: `CHROME_PATH`, `installed`, … */
  readonly why: string
  readonly version: string
  readonly sandbox: Sandbox
  /** Those that were found before it and do not start. */
  readonly passedOver: readonly PrintProblem[]
}

export async function tryBrowser(
  places: BrowserPlaces,
): Promise<TriedBrowser | { readonly problem: PrintProblem }> {
  try {
    const launch = openLauncher(places, LIMITS)
    const { browser, passedOver } = await launch(new AbortController().signal)
    await browser.close()
    const { found, version } = browser
    return { ...found, version, sandbox: sandboxOf(places), passedOver }
  } catch (error) {
    if (error instanceof PrintError) return { problem: error.problem }
    throw error
  }
}
