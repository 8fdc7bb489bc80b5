/** The printer of a run: one browser at a time, started at the first document, its pages shared by all that come. */
import type { PageResult, PageTask, Printer, PrintProblem } from '../print/printer.ts'
import type { BrowserPlaces } from './browser-places.ts'
import { openGate } from './gate.ts'
import { LIMITS, type Limits } from './limits.ts'
import { openLauncher } from './open-launcher.ts'
import { DocumentTooSlow, printProblem } from './print-problem.ts'
import { openRota } from './rota.ts'
import type { Shift } from './shift.ts'
import { openTally } from './tally.ts'
import { tellOf } from './tell-browser.ts'
import { withDeadline } from './with-deadline.ts'

export type OpenPrinter = Printer & {
  /** Starts the browser ahead of the first document; never fails. */
  start(): void
  /** Ends what is still running; nothing of the browser is left when the promise resolves. */
  close(): Promise<void>
}

export type PrinterOptions = {
  readonly limits?: Limits
  /** Given, a line at a time, what the user of this machine should know of the browser that prints. */
  readonly tell?: (text: string) => void
}

export function openPrinter(
  places: BrowserPlaces,
  { limits = LIMITS, tell = () => undefined }: PrinterOptions = {},
): OpenPrinter {
  const launch = openLauncher(places, limits)
  const rota = openRota(async (signal) => {
    const launched = await launch(signal)
    for (const line of tellOf(launched, places)) tell(line)
    return launched.browser
  }, limits)
  const tally = openTally(limits.failuresInARow)
  const pages = openGate(Math.max(1, Math.min(places.cores, limits.mostPages)))
  const quarantine = openGate(1)

  const print = async (task: PageTask, shift: Shift): Promise<PageResult> => {
    await shift.started
    const result = await withDeadline(shift.run(task), limits.taskMs(task), () => {
      shift.close()
      return new DocumentTooSlow(limits.taskMs(task))
    })
    tally.noteSuccess()
    return result
  }

  /** In a browser of its own, so that a document that ends browsers ends nobody else's a second time. */
  const printAlone = async (task: PageTask): Promise<PageResult> => {
    tally.refuseIfHopeless()
    const shift = rota.openAside()
    try {
      return await print(task, shift)
    } catch (error) {
      throw tally.noteFailure(printProblem(error))
    } finally {
      shift.retire()
    }
  }

  const printOnceOrTwice = async (task: PageTask): Promise<PageResult> => {
    tally.refuseIfHopeless()
    const shift = rota.current()
    try {
      return await print(task, shift)
    } catch (error) {
      const problem = printProblem(error)
      if (problem.reach === 'build') throw tally.giveUp(problem)
      rota.replace(shift)
    }
    return quarantine.pass(() => printAlone(task))
  }

  return {
    start() {
      if (!tally.isHopeless()) rota.current()
    },
    run: (task) => pages.pass(() => printOnceOrTwice(task)),
    close() {
      tally.giveUp(CLOSED)
      return rota.close()
    },
  }
}

/** For documents that are still under way when the run ends: none starts a browser again. */
const CLOSED: PrintProblem = {
  code: 'browser-failed',
  reach: 'build',
  message: 'The browser was closed before this was printed',
  hint: 'build again',
}
