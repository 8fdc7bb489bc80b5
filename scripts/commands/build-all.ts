/** The topics of a build one after the other, or by several threads at once; outcomes come in file order. */
import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Outcome, Session } from './build-session.ts'
import { buildTopic } from './build-topic.ts'
import type { Invocation } from './command.ts'
import { freeMemory } from './free-memory.ts'
import { type FromWorker, printFor, type ToWorker } from './print-thread.ts'

/** What a thread is given: all of the invocation but its terminal, which stays with the main thread. */
export type WorkerTask = Omit<Invocation, 'terminal'>

export function buildAll(files: readonly string[], session: Session): AsyncGenerator<Outcome> {
  const jobs = Math.min(session.options.jobs, files.length)
  return jobs > 1 ? buildInThreads(files, session, jobs) : buildInTurn(files, session)
}

async function* buildInTurn(files: readonly string[], session: Session): AsyncGenerator<Outcome> {
  for (const [index, file] of files.entries()) {
    yield await buildTopic(file, session)
    freeMemory(index + 1)
    // Between two topics the process hears Ctrl-C; no file is half-written then.
    await setImmediate()
  }
}

/** The compiled thread, beside the compiled program. */
const WORKER_URL = new URL('worker.js', import.meta.url)

async function* buildInThreads(
  files: readonly string[],
  { invocation, printer }: Session,
  jobs: number,
): AsyncGenerator<Outcome> {
  const { terminal: _, ...task } = invocation
  const workers = Array.from({ length: jobs }, () => new Worker(WORKER_URL, { workerData: task }))
  for (const worker of workers) printFor(worker, printer)
  try {
    const orders = files.map(openOrder)
    const waiting = [...orders]
    const threads = Promise.all(workers.map((worker) => fillOrders(worker, waiting)))
    // When all threads are through, every outcome is there; when one fails, so does the build.
    for (const { outcome } of orders)
      yield await Promise.race([outcome, threads.then(() => outcome)])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

type Order = {
  readonly file: string
  readonly outcome: Promise<Outcome>
  readonly fill: (outcome: Outcome) => void
}

function openOrder(file: string): Order {
  let fill: (outcome: Outcome) => void = () => undefined
  const outcome = new Promise<Outcome>((resolve) => {
    fill = resolve
  })
  return { file, outcome, fill }
}

/** One thread takes the next waiting file until none is left; a thread that dies rejects here. */
async function fillOrders(worker: Worker, waiting: Order[]): Promise<void> {
  for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
    worker.postMessage({ file: order.file } satisfies ToWorker)
    order.fill(await nextOutcome(worker))
  }
}

/** Between two outcomes a thread may ask for prints, which `printFor` answers. */
async function nextOutcome(worker: Worker): Promise<Outcome> {
  for (;;) {
    // What arrives is what build-worker.ts posts.
    const [message] = (await once(worker, 'message')) as [FromWorker]
    if ('outcome' in message) return message.outcome
  }
}
