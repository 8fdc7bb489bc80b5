/** What the browser prints, beside marp-cli: the same decks, the same browser, in turn. */
import { accessSync, constants, cpSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { npmChromium, unpackChromium } from '../chromium.ts'
import { generateTopics } from './generate-topics.ts'
import { build, DECKS, type Environment, marp, marpDecks } from './marp.ts'
import { type Command, compare, isQuick, measure, median, sayRow } from './measure.ts'

const root = join(import.meta.dirname, '..', '..')

export async function benchPrint(work: string, topic: string): Promise<void> {
  await unpackChromium()
  const { path, environment } = npmChromium()
  const shell = { CHROME_PATH: path, ...environment }
  sayCold(join(work, 'print-one'), topic, shell)
  const project = join(work, 'print-many')
  generateTopics(project, DECKS)
  sayMany(project, shell)
  sayOthers(work, project, shell)
  sayMemory(work, project, shell)
}

function sayCold(project: string, topic: string, env: Environment): void {
  cpSync(join(root, 'content'), join(project, 'content'), { recursive: true })
  const ours = build(project, env, topic, '--to', 'pdf')
  const theirs = marp(marpDecks(project, env, topic), env, '--pdf')
  const { a, b, ratio } = compare(ours, theirs, isQuick ? 3 : 11)
  sayRow(
    'one topic, cold, `--to pdf`',
    `${a.toFixed(0)} ms`,
    `marp-cli 4.5.1, same headless shell: ${b.toFixed(0)} ms`,
    `${ratio.toFixed(2)} ×`,
    '≤ 0.7 ×',
  )
}

function sayMany(project: string, shell: Environment): void {
  const decks = marpDecks(project, shell)
  const sayBeside = (name: string, theirEnv: Environment, goal: string): void => {
    const ours = build(project, shell, '--to', 'pdf')
    const { a, b, ratio } = compare(ours, marp(decks, theirEnv, '--pdf'), isQuick ? 1 : 3)
    sayRow(
      '100 topics of 12 slides, `--to pdf`, each',
      `${(a / DECKS).toFixed(0)} ms`,
      `${name}: ${(b / DECKS).toFixed(0)} ms`,
      `${(1 / ratio).toFixed(1)} × faster`,
      goal,
    )
  }
  sayBeside('marp-cli 4.5.1 `-P 5`, same headless shell', shell, '≥ 3 × faster, ≤ 58 ms')
  const full = fullChromium()
  if (full === undefined)
    sayRow('', '', 'marp-cli with a full Chromium: not on this machine (`CHROMIUM`, PATH)', '', '')
  else sayBeside('marp-cli 4.5.1 as it comes, full Chromium', { CHROME_PATH: full }, '≥ 8 × faster')
}

/** Without a competitor: marp-cli makes no handouts; pictures are packed again, which it does not do. */
function sayOthers(work: string, project: string, env: Environment): void {
  const runs = isQuick ? 1 : 3
  const sayEach = (what: string, command: Command, count: number): void => {
    const times = Array.from({ length: runs }, () => measure(command).wallMs)
    sayRow(what, `${(median(times) / count).toFixed(0)} ms`, '', '', '')
  }
  sayEach(
    '100 topics of 12 slides, `--to handout`, each',
    build(project, env, '--to', 'handout'),
    DECKS,
  )
  const few = join(work, 'print-few')
  generateTopics(few, FEW)
  sayEach(
    `${FEW} topics of 12 slides, \`--to png\`, each picture`,
    build(few, env, '--to', 'png'),
    FEW * PICTURES,
  )
}

const FEW = 5
/** The slides and the card. */
const PICTURES = 13

/** Of Node: the browser is another process, and a fresh one after so many documents. */
function sayMemory(work: string, hundred: string, env: Environment): void {
  const thousand = join(work, 'print-thousand')
  generateTopics(thousand, isQuick ? 300 : 1000)
  const few = measure(build(hundred, env, '--to', 'pdf')).peakMb
  const many = measure(build(thousand, env, '--to', 'pdf')).peakMb
  sayRow(
    `peak memory, \`--to pdf\`, ${DECKS} and ${isQuick ? 300 : '1,000'} topics`,
    `${few.toFixed(0)} MB, ${many.toFixed(0)} MB`,
    '',
    `${(many / few).toFixed(2)} ×`,
    'no growth',
  )
}

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium']

function fullChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [process.env['CHROMIUM'] ?? '', ...paths, '/usr/lib/chromium/chromium'].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    // Not there, or not for us.
    return false
  }
}
