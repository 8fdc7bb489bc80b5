/**
 * A second process that outlives us by a moment: when we are gone, however we went (`kill -9`, a fault of Node), it ends
 * the browser, also one that hangs, and removes its profile. It learns of our end by the end of its standard input.
 */
import { spawn } from 'node:child_process'

/** Where no group was told, the browser was just about to start: it ends by itself when its pipes end. */
const SCRIPT = `read -r group && { read -r word; kill -9 "-$group"; }
for pause in 0 1 1; do sleep $pause; rm -rf -- "$1"; [ -e "$1" ] || exit 0; done`

export type Keeper = {
  /** @param group the process group of the browser */
  watch(group: number): void
  /** Browser and profile are gone. */
  dismiss(): void
}

/** Started before the browser, so that there is no moment in which nobody keeps it. */
export function openKeeper(profile: string): Keeper {
  const keeper = spawn('/bin/sh', ['-c', SCRIPT, 'lectern-keeper', profile], {
    cwd: '/',
    // Ctrl-C reaches the group of the terminal: not this one.
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell the next run removes what is left.
  keeper.on('error', () => undefined)
  keeper.stdin?.on('error', () => undefined)
  keeper.unref()
  return {
    watch: (group) => void keeper.stdin?.write(`${group}\n`),
    dismiss: () => void keeper.kill('SIGKILL'),
  }
}
