/** Help texts: an example first, then the words and what they do. */
import type { Command, Flag } from './command.ts'
import { COMMON_FLAGS } from './read-arguments.ts'

export function programHelp(commands: ReadonlyMap<string, Command>): string {
  const rows = [...commands.values()].map((command) => [command.name, command.what] as const)
  return [
    'lectern build                 every topic of content/ becomes slides and a one-page brief in out/',
    'lectern new indian-monsoon    a first topic to edit',
    '',
    'Usage: lectern COMMAND [topic…] [options]',
    '',
    'Commands:',
    columns(rows),
    '',
    'Everywhere:',
    columns(flagRows(COMMON_FLAGS)),
    '',
    EXIT_TEXT,
  ].join('\n')
}

export function commandHelp(command: Command): string {
  const own = flagRows(command.flags)
  return [
    columns(command.examples, ''),
    '',
    command.what[0]?.toUpperCase() + command.what.slice(1),
    '',
    `Usage: lectern ${[command.name, command.operands, '[options]'].filter((word) => word !== '').join(' ')}`,
    ...(own.length === 0 ? [] : ['', 'Options:', columns(own)]),
    '',
    'Everywhere:',
    columns(flagRows(COMMON_FLAGS)),
    '',
    EXIT_TEXT,
  ].join('\n')
}

const EXIT_TEXT =
  'Exit: 0 done · 1 content has errors, everything else was built · 2 wrong usage · 3 the machine lacks something · 70 our bug · 130 interrupted'

function flagRows(flags: Readonly<Record<string, Flag>>): readonly (readonly [string, string])[] {
  return Object.entries(flags).map(([name, flag]) => {
    const short = flag.short === undefined ? '    ' : `-${flag.short}, `
    const value = flag.type === 'string' ? ` ${flag.value ?? 'VALUE'}` : ''
    return [`${short}--${name}${value}`, flag.what] as const
  })
}

function columns(rows: readonly (readonly [string, string])[], indent = '  '): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${indent}${left.padEnd(width)}  ${right}`).join('\n')
}
