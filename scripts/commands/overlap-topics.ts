/** Topics are rendered one at a time, and while the browser prints what one of them asked for, the next is rendered. */
import { setImmediate } from 'node:timers/promises'
import { openTurns } from '../print/turns.ts'
import type { Outcome, Session } from './build-session.ts'
import { buildTopic } from './build-topic.ts'
import { freeMemory } from './free-memory.ts'

/** Two that are printed, one that waits for a page, one that is rendered: memory does not grow with the shelf. */
export const TOPICS_UNDER_WAY = 4

/** The caller has no more than that under way. */
export function overlapTopics(session: Session): (file: string) => Promise<Outcome> {
  const turns = openTurns(session.printer)
  let done = 0
  return (file) =>
    turns.take(async (printer) => {
      const outcome = await buildTopic(file, { ...session, printer })
      done += 1
      freeMemory(done)
      // Between two topics the process hears Ctrl-C; no file is half-written then.
      await setImmediate()
      return outcome
    })
}
