/**
 * `npm run bench`: medians of whole processes, ours and a competitor's in turn in the same run.
 * Prints the table that README quotes. `npm run bench -- --quick` takes fewer runs, `-- --print` only what the
 * browser prints, `-- --pptx` only PowerPoint.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchPptx } from './bench-pptx.ts'
import { benchPrint } from './bench-print.ts'
import { installCompetitors } from './competitors.ts'
import { generateTopics } from './generate-topics.ts'
import {
  type Command,
  type Comparison,
  compare,
  isQuick,
  measure,
  median,
  say,
  type Usage,
} from './measure.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = join(root, 'tests', 'bench')
const runs = isQuick ? 3 : 11
const lectern = join(root, 'dist', 'lectern.js')
const topic = 'india-russia-strategic-minerals'

/** Each once before, so that files are in memory. */
function inTurn(ours: readonly string[], theirs: readonly string[], cwd: string): Comparison {
  const [a, b]: readonly [Command, Command] = [
    { args: ours, cwd },
    { args: theirs, cwd },
  ]
  measure(a)
  measure(b)
  return compare(a, b, runs)
}

function benchCold(work: string): void {
  const project = join(work, 'one')
  cpSync(join(root, 'content'), join(project, 'content'), { recursive: true })
  measure({ args: [lectern, 'build', topic, '--force'], cwd: project })
  const deck = join(project, 'out', topic, 'deck.md')
  const marp = [
    join(here, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js'),
    deck,
    '-o',
    join(work, 'marp.html'),
  ]
  const html = inTurn([lectern, 'build', topic, '--to', 'html', '--force'], marp, project)
  say(
    `| one topic, cold, \`--to html\` | ${html.a.toFixed(0)} ms | marp-cli 4.5.1: ${html.b.toFixed(0)} ms | ${html.ratio.toFixed(2)} × | ≤ 0.8 × |`,
  )
  const page = join(work, 'page.txt')
  writeFileSync(page, pageText(deck))
  const bare = [join(here, 'bare.mjs'), deck, page, work]
  const both = inTurn([lectern, 'build', topic, '--to', 'html,brief', '--force'], bare, project)
  say(
    `| one topic, cold, \`--to html,brief\` | ${both.a.toFixed(0)} ms | bare marp-core + pdfkit: ${both.b.toFixed(0)} ms | ${both.ratio.toFixed(2)} × | ≤ 1.4 × |`,
  )
}

/** The words of the deck without notes and markup: about what the brief prints. */
function pageText(deck: string): string {
  return readFileSync(deck, 'utf8')
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->|<[^>]+>|!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/[*#|\\>`-]/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

function benchMany(work: string): void {
  const projectOf = (count: number): string => join(work, `many-${count}`)
  const build = (count: number): Usage =>
    measure({
      args: [lectern, 'build', '--to', 'html,brief', '--force', '--quiet'],
      cwd: projectOf(count),
    })
  for (const count of [100, 1000]) {
    mkdirSync(projectOf(count))
    generateTopics(projectOf(count), count)
  }
  measure({ args: [lectern, 'build', '--to', 'md', '--quiet'], cwd: projectOf(100) })
  const bareDir = join(work, 'bare')
  mkdirSync(bareDir)
  const bare = {
    args: [join(here, 'bare-many.mjs'), join(projectOf(100), 'out'), bareDir],
    cwd: bareDir,
  }
  const pairs = Array.from(
    { length: Math.ceil(runs / 3) },
    () => [build(100), measure(bare)] as const,
  )
  const ours = median(pairs.map(([first]) => first.cpuMs / 100))
  const theirs = median(pairs.map(([, second]) => second.cpuMs / 100))
  say(
    `| 100 topics of 12 slides, \`--to html,brief\`, processor time each | ${ours.toFixed(1)} ms | bare marp-core + pdfkit, fonts parsed once: ${theirs.toFixed(1)} ms | ${(ours / theirs).toFixed(2)} × | ≤ 60 ms |`,
  )
  const hundred = median(pairs.map(([first]) => first.peakMb))
  const thousand = build(1000)
  say(`| 1,000 topics, processor time each | ${(thousand.cpuMs / 1000).toFixed(1)} ms | | | |`)
  say(
    `| peak memory, 100 and 1,000 topics | ${hundred.toFixed(0)} MB, ${thousand.peakMb.toFixed(0)} MB | | ${(thousand.peakMb / hundred).toFixed(2)} × | no growth |`,
  )
  const idle = measure({
    args: [lectern, 'build', '--to', 'html,brief', '--quiet'],
    cwd: projectOf(1000),
  })
  say(`| 1,000 topics, nothing changed | ${idle.wallMs.toFixed(0)} ms | | | |`)
}

installCompetitors()
const work = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
try {
  say(
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}, medians of ${runs} runs\n`,
  )
  say('| what | Lectern | beside it, same run | ratio | goal |')
  say('|---|---|---|---|---|')
  const only = ['--print', '--pptx'].find((flag) => process.argv.includes(flag))
  if (only === undefined) {
    benchCold(work)
    benchMany(work)
  }
  if (only !== '--pptx') await benchPrint(work, topic)
  if (only !== '--print') await benchPptx(work)
} finally {
  rmSync(work, { recursive: true, force: true })
}
