/** For what needs no browser. */
import type { Printer } from '../scripts/print/printer.ts'

export const NO_PRINTER: Printer = {
  run: () => Promise.reject(new Error('this test has no browser')),
}
