/** The same decks made by Lectern and by marp-cli. */
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, measure } from './measure.ts'

const root = join(import.meta.dirname, '..', '..')
const lectern = join(root, 'dist', 'lectern.js')
const marpCli = join(import.meta.dirname, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js')

export type Environment = Readonly<Record<string, string>>

/** So many at most are given to marp-cli. */
export const DECKS = 100

export function build(cwd: string, env: Environment, ...args: readonly string[]): Command {
  return { args: [lectern, 'build', ...args, '--force', '--quiet'], cwd, env }
}

/** The `deck.md` of every topic, with theme and drawings beside it, in a folder of their own. */
export function marpDecks(project: string, env: Environment, ...topics: readonly string[]): string {
  measure(build(project, env, ...topics, '--to', 'md'))
  const folder = join(project, 'marp')
  mkdirSync(folder)
  for (const { name } of readdirSync(join(project, 'out'), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory(),
  ))
    cpSync(join(project, 'out', name), join(folder, name), { recursive: true })
  return folder
}

/** marp-cli's own five pages at once; it may read the drawings beside a deck, or slides would lack them. */
export function marp(folder: string, env: Environment, format: '--pdf' | '--pptx'): Command {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const decks = files.filter((name) => name.endsWith('deck.md')).slice(0, DECKS)
  const theme = files.find((name) => name.endsWith('.css')) ?? ''
  return {
    args: [
      marpCli,
      format,
      '--allow-local-files',
      '--no-config',
      '--theme-set',
      theme,
      '--',
      ...decks,
    ],
    cwd: folder,
    env,
  }
}
