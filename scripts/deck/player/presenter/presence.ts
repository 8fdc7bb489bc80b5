/** Calls the audience window once a second, and knows when nobody answers. */
import type { Talk } from '../link/talk.ts'

export type Presence = 'unknown' | 'here' | 'never' | 'gone'

const CALL_MS = 1000
/** Counted, not timed: the browser slows the timers of a hidden window, and then calls come late too. */
const MISSED = 3

export function watchPresence(talk: Talk, onChange: (presence: Presence) => void): void {
  let presence: Presence = 'unknown'
  let missed = 0
  const set = (next: Presence): void => {
    if (next === presence) return
    presence = next
    onChange(next)
  }
  talk.subscribe((event) => {
    if ((event.kind !== 'heard' && event.kind !== 'bye') || event.role !== 'audience') return
    // A window that is reloaded says goodbye too, and answers the next call.
    missed = event.kind === 'bye' ? MISSED - 1 : 0
    if (event.kind === 'heard') set('here')
  })
  const call = (): void => {
    if (missed >= MISSED) set(presence === 'unknown' || presence === 'never' ? 'never' : 'gone')
    missed += 1
    talk.call()
  }
  call()
  window.setInterval(call, CALL_MS)
}
