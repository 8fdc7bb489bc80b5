/**
 * `npm run bench`: medians of whole processes, ours and a competitor's in turn in the same run.
 * Prints the table that README quotes. `npm run bench -- --quick` takes fewer runs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installCompetitors } from './competitors.ts'
import { generateTopics } from './generate-topics.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = join(root, 'tests', 'bench')
const runs = process.argv.includes('--quick') ? 3 : 11
const lectern = join(root, 'dist', 'lectern.js')
const topic = 'india-russia-strategic-minerals'

type Usage = { readonly wallMs: number; readonly cpuMs: number; readonly peakMb: number }

function measure(args: readonly string[], cwd: string): Usage {
  const usageFile = join(cwd, 'usage.json')
  const start = process.hrtime.bigint()
  const result = spawnSync(
    process.execPath,
    ['--require', join(here, 'report-usage.cjs'), ...args],
    {
      cwd,
      env: { ...process.env, LECTERN_BENCH_USAGE: usageFile },
      encoding: 'utf8',
    },
  )
  const wallMs = Number(process.hrtime.bigint() - start) / 1e6
  if (result.status !== 0)
    throw new Error(`${args.join(' ')} ended with ${result.status}:\n${result.stderr}`)
  return {
    wallMs,
    ...(JSON.parse(readFileSync(usageFile, 'utf8')) as { cpuMs: number; peakMb: number }),
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Both commands in turn, A B A B …, so that a slow minute of the machine falls on both. */
function compare(
  a: readonly string[],
  b: readonly string[],
  cwd: string,
): { a: number; b: number; ratio: number } {
  measure(a, cwd)
  measure(b, cwd)
  const pairs = Array.from(
    { length: runs },
    () => [measure(a, cwd).wallMs, measure(b, cwd).wallMs] as const,
  )
  return {
    a: median(pairs.map(([first]) => first)),
    b: median(pairs.map(([, second]) => second)),
    ratio: median(pairs.map(([first, second]) => first / second)),
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function benchCold(work: string): void {
  const project = join(work, 'one')
  cpSync(join(root, 'content'), join(project, 'content'), { recursive: true })
  measure([lectern, 'build', topic, '--force'], project)
  const deck = join(project, 'out', topic, 'deck.md')
  const marp = [
    join(here, 'node_modules', '@marp-team', 'marp-cli', 'marp-cli.js'),
    deck,
    '-o',
    join(work, 'marp.html'),
  ]
  const html = compare([lectern, 'build', topic, '--to', 'html', '--force'], marp, project)
  say(
    `| one topic, cold, \`--to html\` | ${html.a.toFixed(0)} ms | marp-cli 4.5.1: ${html.b.toFixed(0)} ms | ${html.ratio.toFixed(2)} × | ≤ 0.8 × |`,
  )
  const page = join(work, 'page.txt')
  writeFileSync(page, pageText(deck))
  const bare = [join(here, 'bare.mjs'), deck, page, work]
  const both = compare([lectern, 'build', topic, '--to', 'html,brief', '--force'], bare, project)
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
    measure([lectern, 'build', '--to', 'html,brief', '--force', '--quiet'], projectOf(count))
  for (const count of [100, 1000]) {
    mkdirSync(projectOf(count))
    generateTopics(projectOf(count), count)
  }
  measure([lectern, 'build', '--to', 'md', '--quiet'], projectOf(100))
  const bareDir = join(work, 'bare')
  mkdirSync(bareDir)
  const bare = [join(here, 'bare-many.mjs'), join(projectOf(100), 'out'), bareDir]
  const pairs = Array.from(
    { length: Math.ceil(runs / 3) },
    () => [build(100), measure(bare, bareDir)] as const,
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
  const idle = measure([lectern, 'build', '--to', 'html,brief', '--quiet'], projectOf(1000))
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
  benchCold(work)
  benchMany(work)
} finally {
  rmSync(work, { recursive: true, force: true })
}
