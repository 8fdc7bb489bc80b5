/**
 * Topics are rendered one at a time; while the browser prints what a topic asked for, the next one is rendered.
 * So the two cores that a small machine has are both at work, and no more topics are in memory than are printed.
 */
import { setImmediate } from 'node:timers/promises'
import type { BuildPrinter, Outcome, Session } from './build-session.ts'
import { buildTopic } from './build-topic.ts'
import { freeMemory } from './free-memory.ts'

/** Two that are printed, one that waits for a page, one that is rendered. */
export const TOPICS_UNDER_WAY = 4

/** @returns builds a topic as soon as all that are under way wait for the browser */
export function overlapTopics(session: Session): (file: string) => Promise<Outcome> {
  const underWay = new Set<WatchedPrinter>()
  const waiting: (() => void)[] = []
  let done = 0
  const isFree = (): boolean => [...underWay].every((printer) => printer.isPrinting())
  const startNext = (): void => {
    if (isFree()) waiting.shift()?.()
  }
  const start = async (file: string): Promise<Outcome> => {
    const printer = watchPrinter(session.printer, startNext)
    underWay.add(printer)
    try {
      return await buildTopic(file, { ...session, printer })
    } finally {
      done += 1
      freeMemory(done)
      // Between two topics the process hears Ctrl-C; no file is half-written then.
      await setImmediate()
      underWay.delete(printer)
      startNext()
    }
  }
  return async (file) =>
    new Promise((resolve) => {
      waiting.push(() => resolve(start(file)))
      startNext()
    })
}

type WatchedPrinter = BuildPrinter & {
  /** True while something of the topic is printed, and nobody renders. */
  isPrinting(): boolean
}

function watchPrinter(printer: BuildPrinter, onPrinting: () => void): WatchedPrinter {
  let prints = 0
  return {
    start: () => printer.start(),
    isPrinting: () => prints > 0,
    async run(task) {
      const result = printer.run(task)
      prints += 1
      onPrinting()
      try {
        return await result
      } finally {
        prints -= 1
      }
    },
  }
}
