/** A thread of `lectern build --jobs`: builds the files it is sent, one after the other but for what the browser prints. */
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerTask } from './build-all.ts'
import { openSession } from './build-session.ts'
import { overlapTopics } from './overlap-topics.ts'
import { type FromWorker, printerOver, type ToWorker } from './print-thread.ts'

const SILENT = {
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
  isColored: false,
}

if (parentPort === null) throw new Error('build-worker.ts runs in a thread')
const port = parentPort
// What the thread is started with is what build-all.ts gives.
const invocation = { ...(workerData as WorkerTask), terminal: SILENT }
const session = openSession(invocation, printerOver(port))
const buildNext = overlapTopics(session)

port.on('message', async (message: ToWorker) => {
  if (!('file' in message)) return
  const { file } = message
  port.postMessage({ file, outcome: await buildNext(file) } satisfies FromWorker)
})
