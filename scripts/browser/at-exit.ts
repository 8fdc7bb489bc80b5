/** What must be gone when the process ends, also when a signal or a fault ends it between two lines. */
const tasks = new Set<() => void>()
let isListening = false

/**
 * `task` is synchronous: nothing else runs any more when it is called. Returns what to call when it is
 * no longer needed.
 */
export function atExit(task: () => void): () => void {
  if (!isListening) process.on('exit', runAll)
  isListening = true
  tasks.add(task)
  return () => {
    tasks.delete(task)
  }
}

function runAll(): void {
  for (const task of tasks) task()
}
