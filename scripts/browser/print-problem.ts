/** What went wrong with a document, in words; anything that the browser cannot have caused is our bug. */
import { PrintError, type PrintProblem } from '../print/printer.ts'
import { LOOK } from './explain-failure.ts'
import { ProtocolError } from './pipe-client.ts'
import { BrowserGone } from './start-browser.ts'

export class DocumentTooSlow extends Error {
  override readonly name = 'DocumentTooSlow'
  readonly ms: number

  constructor(ms: number) {
    super(`not printed within ${ms} ms`)
    this.ms = ms
  }
}

/** Throws what is no problem of printing. */
export function printProblem(error: unknown): PrintProblem {
  if (error instanceof PrintError) return error.problem
  if (error instanceof DocumentTooSlow)
    return {
      code: 'print-timeout',
      reach: 'document',
      message: `The browser was given ${Math.round(error.ms / 1000)} seconds to print this, twice, and did not end`,
      hint: 'fewer or smaller pictures print faster; the other outputs are there',
    }
  if (error instanceof BrowserGone) return goneProblem(error)
  if (error instanceof ProtocolError)
    return {
      code: 'browser-failed',
      reach: 'document',
      message: `The browser could not print this, twice: ${error.message}`,
      hint: LOOK,
    }
  throw error
}

function goneProblem({ explanation, message: why }: BrowserGone): PrintProblem {
  const code = 'browser-failed'
  const { hint, isOfMachine = false } = explanation
  if (isOfMachine)
    return { code, reach: 'build', message: `The browser ended while it printed: ${why}`, hint }
  const message = `The browser ended while it printed this, twice: ${why}`
  return { code, reach: 'document', message, hint }
}
