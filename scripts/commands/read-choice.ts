/** One word of a few, for options of the command line. */
import { nearest } from '../diagnostics/nearest.ts'
import { UsageError } from './command.ts'

/** Throws UsageError at a word that is no choice. */
export function readChoice<Choice extends string>(
  value: string | boolean | undefined,
  choices: readonly Choice[],
  noun: string,
): Choice | undefined {
  if (value === undefined) return undefined
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  const near = nearest(String(value), choices)
  throw new UsageError(
    `There is no ${noun} \`${String(value)}\``,
    near === undefined ? `${noun}s: ${choices.join(', ')}` : `did you mean \`${near}\`?`,
  )
}
