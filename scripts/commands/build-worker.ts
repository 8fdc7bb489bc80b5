/** A thread of `lectern build --jobs`: builds the files it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import type { WorkerTask } from './build-all.ts'
import { openSession } from './build-session.ts'
import { buildTopic } from './build-topic.ts'
import { freeMemory } from './free-memory.ts'

const SILENT = {
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
  isColored: false,
}

// What the thread is started with is what build-all.ts gives.
const session = openSession({ ...(workerData as WorkerTask), terminal: SILENT })
let done = 0

parentPort?.on('message', async (file: string) => {
  parentPort?.postMessage(await buildTopic(file, session))
  done += 1
  freeMemory(done)
})
