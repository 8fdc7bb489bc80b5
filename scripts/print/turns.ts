/**
 * Pieces of work take turns: one is done at a time, and while it waits for what the browser prints, the next is begun.
 * So the processor and the browser are both at work.
 */
import type { Printer } from './printer.ts'

export type Turns<Door extends Printer> = {
  /** Begins when all that were begun wait for the browser; in the order of the calls. */
  take<Value>(work: (printer: Door) => Promise<Value>): Promise<Value>
}

export function openTurns<Door extends Printer>(printer: Door): Turns<Door> {
  const begun = new Set<Watched<Door>>()
  const waiting: (() => void)[] = []
  const beginNext = (): void => {
    if ([...begun].every(({ isPrinting }) => isPrinting())) waiting.shift()?.()
  }
  const begin = async <Value>(work: (printer: Door) => Promise<Value>): Promise<Value> => {
    // A moment later: what the browser has answered meanwhile goes first, so that its pages are never without work.
    const watched = watch(printer, () => setImmediate(beginNext))
    begun.add(watched)
    try {
      return await work(watched.printer)
    } finally {
      begun.delete(watched)
      beginNext()
    }
  }
  return {
    take: (work) =>
      new Promise((resolve) => {
        waiting.push(() => resolve(begin(work)))
        beginNext()
      }),
  }
}

type Watched<Door> = { readonly printer: Door; isPrinting(): boolean }

function watch<Door extends Printer>(printer: Door, onPrinting: () => void): Watched<Door> {
  let prints = 0
  const run: Printer['run'] = async (task) => {
    const result = printer.run(task)
    prints += 1
    onPrinting()
    try {
      return await result
    } finally {
      prints -= 1
    }
  }
  return { printer: { ...printer, run }, isPrinting: () => prints > 0 }
}
