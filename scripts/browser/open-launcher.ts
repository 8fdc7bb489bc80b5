/** Starts the browser that was found; while none has worked yet, the next one that is found, and so on. */
import { PrintError, type PrintProblem } from '../print/printer.ts'
import type { BrowserPlaces } from './browser-places.ts'
import { type FoundBrowser, findBrowsers } from './find-browser.ts'
import type { Limits } from './limits.ts'
import { type RunningBrowser, type StartOptions, startBrowser } from './start-browser.ts'
import { whatHelps } from './what-helps.ts'

export type Launch = {
  readonly browser: RunningBrowser
  /** Those that were found before it and do not start. */
  readonly passedOver: readonly PrintProblem[]
  readonly isFirst: boolean
}

/** Throws PrintError: of the reach `build` when there is no browser that starts. */
export function openLauncher(
  places: BrowserPlaces,
  limits: Limits,
): (signal: AbortSignal) => Promise<Launch> {
  let known: FoundBrowser | undefined
  return async (signal) => {
    const options = { limits, signal }
    if (known !== undefined)
      return { browser: await startBrowser(known, places, options), passedOver: [], isFirst: false }
    const launched = await launchFirst(places, options)
    known = launched.browser.found
    return launched
  }
}

async function launchFirst(places: BrowserPlaces, options: StartOptions): Promise<Launch> {
  const passedOver: PrintProblem[] = []
  try {
    for await (const found of findBrowsers(places, options.signal)) {
      try {
        return { browser: await startBrowser(found, places, options), passedOver, isFirst: true }
      } catch (error) {
        if (!(error instanceof PrintError) || error.problem.reach === 'build') throw error
        if (options.signal?.aborted === true) throw error
        passedOver.push(error.problem)
      }
    }
  } catch (error) {
    // Of several that fail the first is the one that the user knows of.
    if (!(error instanceof PrintError) || passedOver.length === 0) throw error
    passedOver.push(error.problem)
  }
  throw new PrintError(noneStarts(passedOver, places))
}

function noneStarts(
  [first, ...others]: readonly PrintProblem[],
  places: BrowserPlaces,
): PrintProblem {
  if (first === undefined)
    return {
      code: 'browser-missing',
      reach: 'build',
      message: 'No browser was found to print the slides',
      hint: whatHelps(places),
    }
  const also = others.length === 0 ? '' : `; nor does any of ${others.length} more`
  return { ...first, reach: 'build', message: `${first.message}${also}` }
}
