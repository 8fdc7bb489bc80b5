/** Threads share the browser of the main thread: they send what is to be printed and get what came of it. */
import type { MessagePort, Worker } from 'node:worker_threads'
import {
  type PageResult,
  type PageTask,
  PrintError,
  type Printer,
  type PrintProblem,
} from '../print/printer.ts'
import type { BuildPrinter, Outcome } from './build-session.ts'

export type ToWorker = { readonly file: string } | Printed

export type FromWorker =
  | { readonly file: string; readonly outcome: Outcome }
  | { readonly start: true }
  | { readonly order: number; readonly task: PageTask }

/** Errors lose their class on the way, so that a problem goes as what it says. */
type Printed =
  | { readonly order: number; readonly result: PageResult }
  | { readonly order: number; readonly problem: PrintProblem }
  /** Ours: the topic that asked is told of it like of any other. */
  | { readonly order: number; readonly fault: unknown }

/** In the main thread: prints what `worker` sends. */
export function printFor(worker: Worker | MessagePort, printer: BuildPrinter): void {
  worker.on('message', async (message: FromWorker) => {
    if ('start' in message) printer.start()
    if (!('order' in message)) return
    worker.postMessage(await answer(message.order, message.task, printer))
  })
}

async function answer(order: number, task: PageTask, printer: Printer): Promise<Printed> {
  try {
    return { order, result: await printer.run(task) }
  } catch (error) {
    return error instanceof PrintError ? { order, problem: error.problem } : { order, fault: error }
  }
}

/** In a thread: the printer that asks the main thread. */
export function printerOver(port: MessagePort): BuildPrinter {
  const waiting = new Map<number, (printed: Printed) => void>()
  let last = 0
  port.on('message', (message: ToWorker) => {
    if (!('order' in message)) return
    waiting.get(message.order)?.(message)
    waiting.delete(message.order)
  })
  return {
    start: () => port.postMessage({ start: true } satisfies FromWorker),
    async run(task) {
      last += 1
      const order = last
      const printed = await new Promise<Printed>((resolve) => {
        waiting.set(order, resolve)
        port.postMessage({ order, task } satisfies FromWorker)
      })
      if ('result' in printed) return printed.result
      throw 'fault' in printed ? printed.fault : new PrintError(printed.problem)
    },
  }
}
