/** Whole processes on the clock; ours and a competitor's in turn. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const isQuick = process.argv.includes('--quick')

export type Usage = { readonly wallMs: number; readonly cpuMs: number; readonly peakMb: number }

export type Command = {
  /** After `node`. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** Processor time and memory are those of the Node process alone, without the browser's. */
export function measure({ args, cwd, env }: Command): Usage {
  const usageFile = join(cwd, 'usage.json')
  const start = process.hrtime.bigint()
  const result = spawnSync(
    process.execPath,
    ['--require', join(import.meta.dirname, 'report-usage.cjs'), ...args],
    {
      cwd,
      env: { ...process.env, ...env, LECTERN_BENCH_USAGE: usageFile },
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
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

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export type Comparison = { readonly a: number; readonly b: number; readonly ratio: number }

/** Both commands in turn, A B A B …, so that a slow minute of the machine falls on both; medians in ms. */
export function compare(a: Command, b: Command, runs: number): Comparison {
  const pairs = Array.from({ length: runs }, () => [measure(a).wallMs, measure(b).wallMs] as const)
  return {
    a: median(pairs.map(([first]) => first)),
    b: median(pairs.map(([, second]) => second)),
    ratio: median(pairs.map(([first, second]) => first / second)),
  }
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

export function sayRow(...cells: readonly string[]): void {
  say(`| ${cells.join(' | ')} |`)
}
