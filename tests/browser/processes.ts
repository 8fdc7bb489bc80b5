/** What runs on this machine for a browser whose profile is below a folder: seen in /proc, so on Linux only. */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

export const hasProc = process.platform === 'linux'

export type SeenProcess = { readonly pid: number; readonly command: string }

/** Every process of every browser has its profile in its command line or as its temporary folder. */
export function processesIn(folder: string): readonly SeenProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const command = readProc(pid, 'cmdline')
      const mark = `${folder}/lectern-browser-`
      const isOurs = command.includes(mark) || readProc(pid, 'environ').includes(mark)
      return isOurs ? [{ pid: Number(pid), command }] : []
    })
}

/** Empty for a process that is gone, or a zombie. */
function readProc(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1')
  } catch {
    return ''
  }
}

/** The browsers' own processes, without those that they start. */
export function browsersIn(folder: string): readonly number[] {
  return processesIn(folder)
    .filter(({ command }) => command.includes('--user-data-dir=') && !command.includes('--type='))
    .map(({ pid }) => pid)
}

export function renderersIn(folder: string): readonly number[] {
  return processesIn(folder)
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ pid }) => pid)
}

export function profilesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith('lectern-browser-'))
}

const PATIENCE_MS = 20_000
const PAUSE_MS = 20

/** Waits until `look` gives something, or fails. */
export async function until<Value>(look: () => Value | undefined | false): Promise<Value> {
  for (let waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
    const value = look()
    if (value !== undefined && value !== false) return value
    await setTimeout(PAUSE_MS)
  }
  throw new Error(`did not come to pass: ${look}`)
}

/** Nothing runs and nothing lies there any more. */
export async function expectNothingLeft(folder: string): Promise<void> {
  await until(() => processesIn(folder).length === 0)
  await until(() => readdirSync(folder).length === 0)
}
