/** The topics of a build one after the other, or by several threads at once; outcomes come in file order. */
import { Worker } from 'node:worker_threads'
import { needsBrowser } from '../pipeline.ts'
import type { Outcome, Session } from './build-session.ts'
import type { Invocation } from './command.ts'
import { overlapTopics, TOPICS_UNDER_WAY } from './overlap-topics.ts'
import { type FromWorker, printFor, type ToWorker } from './print-thread.ts'

/** What a thread is given: all of the invocation but its terminal, which stays with the main thread. */
export type WorkerTask = Omit<Invocation, 'terminal'>

type BuildTopic = (file: string) => Promise<Outcome>

export function buildAll(files: readonly string[], session: Session): AsyncGenerator<Outcome> {
  const jobs = Math.min(session.options.jobs, files.length)
  if (jobs > 1) return buildInThreads(files, session, jobs)
  return buildInOrder(files, [overlapTopics(session)], session)
}

/** The compiled thread, beside the compiled program. */
const WORKER_URL = new URL('worker.js', import.meta.url)

async function* buildInThreads(
  files: readonly string[],
  session: Session,
  jobs: number,
): AsyncGenerator<Outcome> {
  const { terminal: _, ...task } = session.invocation
  const workers = Array.from({ length: jobs }, () => new Worker(WORKER_URL, { workerData: task }))
  for (const worker of workers) printFor(worker, session.printer)
  try {
    yield* buildInOrder(files, workers.map(builderIn), session)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Each builder has no more topics at once than it can overlap, however many there are. */
async function* buildInOrder(
  files: readonly string[],
  builders: readonly BuildTopic[],
  { options }: Session,
): AsyncGenerator<Outcome> {
  const orders = files.map(openOrder)
  const waiting = [...orders]
  const rounds = needsBrowser(options.formats) ? TOPICS_UNDER_WAY : 1
  const lanes = Array.from({ length: rounds }, () => builders).flat()
  const filled = Promise.all(lanes.map((build) => fillOrders(build, waiting)))
  try {
    // When all lanes are through, every outcome is there; when one fails, so does the build.
    for (const { outcome } of orders)
      yield await Promise.race([outcome, filled.then(() => outcome)])
  } finally {
    waiting.length = 0
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

/** Takes the next waiting file until none is left. */
async function fillOrders(build: BuildTopic, waiting: Order[]): Promise<void> {
  for (let order = waiting.shift(); order !== undefined; order = waiting.shift())
    order.fill(await build(order.file))
}

/** Builds by a thread; rejects when the thread dies. */
function builderIn(worker: Worker): BuildTopic {
  return (file) =>
    new Promise((resolve, reject) => {
      const listen = (message: FromWorker): void => {
        if (!('outcome' in message) || message.file !== file) return
        worker.off('message', listen)
        worker.off('error', reject)
        resolve(message.outcome)
      }
      worker.on('message', listen)
      worker.on('error', reject)
      worker.postMessage({ file } satisfies ToWorker)
    })
}
