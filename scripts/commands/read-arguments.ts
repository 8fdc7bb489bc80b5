/** The command line as a command, its operands and its flags; every unknown word gets a suggestion. */
import { nearest } from '../diagnostics/nearest.ts'
import { type Command, type Flag, type FlagValues, UsageError } from './command.ts'

export const COMMON_FLAGS: Readonly<Record<string, Flag>> = {
  cwd: { type: 'string', value: 'DIR', what: 'work in this folder instead of the current one' },
  json: { type: 'boolean', what: 'one JSON object on stdout instead of text' },
  report: { type: 'string', value: 'FORMAT', what: 'problems as human, short, json or github' },
  quiet: { type: 'boolean', short: 'q', what: 'problems only' },
  color: { type: 'string', value: 'WHEN', what: 'auto, always or never' },
  version: { type: 'boolean', what: 'print the version' },
  help: { type: 'boolean', short: 'h', what: 'print this help' },
}

export type Arguments = {
  readonly command: Command | undefined
  readonly args: readonly string[]
  readonly flags: FlagValues
}

export function readArguments(
  argv: readonly string[],
  commands: ReadonlyMap<string, Command>,
): Arguments {
  const known = Object.assign({}, COMMON_FLAGS, ...[...commands.values()].map(({ flags }) => flags))
  const commandAt = argv.findIndex((word, index) => isCommandWord(argv, index, { word, known }))
  const name = commandAt < 0 ? undefined : argv[commandAt]
  const command = name === undefined ? undefined : findCommand(name, commands)
  const words = argv.filter((_, index) => index !== commandAt)
  return { command, ...readFlags(words, { ...COMMON_FLAGS, ...command?.flags }) }
}

/** The first word that is neither a flag nor the value of one. */
function isCommandWord(
  argv: readonly string[],
  index: number,
  { word, known }: { readonly word: string; readonly known: Readonly<Record<string, Flag>> },
): boolean {
  if (word.startsWith('-')) return false
  const before = argv[index - 1]
  if (before === undefined || !before.startsWith('-')) return true
  return before.includes('=') || flagNamed(before.replace(/^--?/, ''), known)?.type !== 'string'
}

function findCommand(name: string, commands: ReadonlyMap<string, Command>): Command {
  const command = commands.get(name)
  if (command !== undefined) return command
  const near = nearest(name, [...commands.keys()])
  throw new UsageError(
    `There is no command \`${name}\``,
    near === undefined ? 'lectern --help lists the commands' : `did you mean \`lectern ${near}\`?`,
  )
}

type Read = { readonly args: readonly string[]; readonly flags: FlagValues }

function readFlags(words: readonly string[], known: Readonly<Record<string, Flag>>): Read {
  const args: string[] = []
  const flags: Record<string, string | boolean> = {}
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    if (word === '--') {
      args.push(...words.slice(i + 1))
      break
    }
    if (!/^-[^\d]/.test(word)) {
      args.push(word)
      continue
    }
    const [written = '', inlineValue] = splitOnce(word.replace(/^--?/, ''), '=')
    const name = canonicalName(written, word, known)
    const flag = known[name]
    if (flag?.type === 'boolean') {
      if (inlineValue !== undefined) throw new UsageError(`\`--${name}\` takes no value`)
      flags[name] = true
      continue
    }
    const value = inlineValue ?? words[++i]
    if (value === undefined)
      throw new UsageError(`\`--${name}\` needs a value: --${name} ${flag?.value ?? 'VALUE'}`)
    flags[name] = value
  }
  return { args, flags }
}

function canonicalName(
  written: string,
  word: string,
  known: Readonly<Record<string, Flag>>,
): string {
  const name = word.startsWith('--') ? written : nameOfShort(written, known)
  if (name !== undefined && Object.hasOwn(known, name)) return name
  const near = nearest(written, Object.keys(known))
  throw new UsageError(
    `There is no option \`${word}\``,
    near === undefined
      ? 'the command with --help lists its options'
      : `did you mean \`--${near}\`?`,
  )
}

function nameOfShort(letter: string, known: Readonly<Record<string, Flag>>): string | undefined {
  return Object.keys(known).find((name) => known[name]?.short === letter)
}

function flagNamed(written: string, known: Readonly<Record<string, Flag>>): Flag | undefined {
  return known[written] ?? known[nameOfShort(written, known) ?? '']
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
