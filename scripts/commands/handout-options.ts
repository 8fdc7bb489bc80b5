/** The options of a build that say what is handed out; undefined in none: what nobody asks for is absent. */
import { handoutLayout } from '../topic/resolve-handout.ts'
import { HANDOUT_COPIES, HANDOUT_INKS, type HandoutWishes } from '../topic/topic.ts'
import { type Command, type Invocation, UsageError } from './command.ts'
import { readChoice } from './read-choice.ts'

export const HANDOUT_FLAGS: Command['flags'] = {
  layout: {
    type: 'string',
    value: 'LAYOUT',
    what: 'slides on a sheet of the handout: 2, 3 (with lines to write on), 4, 6; or notes',
  },
  copy: { type: 'string', value: 'FOR', what: 'handouts for the teacher, the student or both' },
  blanks: { type: 'boolean', what: 'key terms of the student copy are blanks; makes a key, too' },
  ink: { type: 'string', value: 'INK', what: 'of handouts: colour, saving or grey' },
  sheets: { type: 'string', value: 'N', what: 'sheets of paper that a handout may take' },
}

export function readHandoutWishes(flags: Invocation['flags']): HandoutWishes {
  const layout = readLayout(flags['layout'])
  const copy = readChoice(flags['copy'], HANDOUT_COPIES, 'copy')
  if (flags['blanks'] === true && copy === 'teacher')
    throw new UsageError(
      '`--blanks` is for the student copy, `--copy teacher` leaves it out',
      'use `--copy student`, or `--copy both`',
    )
  const ink = readChoice(flags['ink'], HANDOUT_INKS, 'ink')
  const sheets = readSheets(flags['sheets'])
  return {
    ...(layout !== undefined && { layout }),
    ...(copy !== undefined && { copy }),
    ...(flags['blanks'] === true && { blanks: true }),
    ...(ink !== undefined && { ink }),
    ...(sheets !== undefined && { sheets }),
  }
}

function readLayout(value: string | boolean | undefined): HandoutWishes['layout'] {
  if (value === undefined) return undefined
  const layout = handoutLayout(String(value))
  if (layout !== undefined) return layout
  throw new UsageError(
    `There is no layout \`${String(value)}\` of handouts`,
    'layouts: notes, 2, 3, 4, 6',
  )
}

const MAX_SHEETS = 500

function readSheets(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined
  const sheets = Number(value)
  if (Number.isInteger(sheets) && sheets >= 1 && sheets <= MAX_SHEETS) return sheets
  throw new UsageError(
    `\`--sheets ${String(value)}\` is not a number of sheets`,
    `a whole number from 1 to ${MAX_SHEETS}`,
  )
}
