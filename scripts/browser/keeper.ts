/**
 * A second process that outlives us by a moment: when we are gone, however we went (`kill -9`, a fault of Node), it ends
 * the browser, also one that hangs, and removes its profile. It learns of our end by the end of its standard input.
 */
import { spawn } from 'node:child_process'

/** Nothing is ever written to it: what it reads is the end. */
const SCRIPT = `read -r end
kill -9 "-$1"
for pause in 0 1 1; do sleep $pause; rm -rf -- "$2"; [ -e "$2" ] || exit 0; done`

/**
 * @param group the browser's process group
 * @returns what to call when browser and profile are gone
 */
export function keepWatch(group: number, profile: string): () => void {
  const keeper = spawn('/bin/sh', ['-c', SCRIPT, 'lectern-keeper', String(group), profile], {
    cwd: '/',
    // Ctrl-C reaches the group of the terminal: not this one.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // Without a shell the next run removes what is left.
  keeper.on('error', () => undefined)
  keeper.stdin?.on('error', () => undefined)
  keeper.unref()
  return () => {
    keeper.kill('SIGKILL')
  }
}
