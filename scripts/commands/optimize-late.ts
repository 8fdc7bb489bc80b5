/**
 * V8 makes optimized code of what has run for a while, and throws much of it away again when the next topic looks
 * different: in a build of one topic or of a hundred, a quarter of the processor's time. Waiting four times as long
 * leaves what is hot in a long run. Only V8 11, that of Node 20, has the flag: a later one would print an error for it
 * on every start, and nobody has measured what would be gained there.
 */
import { setFlagsFromString } from 'node:v8'

/** In bytes of bytecode run; V8 11 has 132 kB. */
const INTERRUPT_BUDGET = 540_000

/** For the whole process, its threads too. */
export function optimizeLate(): void {
  if (!process.versions.v8.startsWith('11.')) return
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
}
