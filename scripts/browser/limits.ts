/** How long and how often, in one place. Generous: they are there for what will never end. */
import type { PageTask } from '../print/printer.ts'

export type Limits = {
  /** From the start of the process to its first answer. Measured: a headless shell 0.1 s, Chrome 0.5 s, both six times that on a busy machine. */
  readonly startMs: number
  /** From the document to all that was asked of it. */
  taskMs(task: PageTask): number
  /** A browser that has printed as many gives way to a fresh one. */
  readonly documentsPerBrowser: number
  /** After as many documents in a row at which the browser failed, it is not started again. */
  readonly failuresInARow: number
  /** More pages at once print no faster. */
  readonly mostPages: number
}

export const LIMITS: Limits = {
  startMs: 20_000,
  taskMs,
  documentsPerBrowser: 50,
  failuresInARow: 3,
  mostPages: 4,
}

const LEAST_TASK_MS = 30_000
const PER_MEGABYTE_MS = 10_000
const PER_PICTURE_MS = 2_000

/** Grows with the slides: their drawings and pictures are in the document. Measured on a busy machine: 500 slides with a
 * picture each, 76 MB of HTML, 12 s. */
function taskMs({ html, pictures = [] }: PageTask): number {
  return (
    LEAST_TASK_MS + (html.length / 1_000_000) * PER_MEGABYTE_MS + pictures.length * PER_PICTURE_MS
  )
}
