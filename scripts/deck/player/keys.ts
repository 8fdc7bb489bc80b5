/** Keys, which are also what a clicker sends. */
import type { Stage } from './stage.ts'

type Action = (stage: Stage) => void

const next: Action = (stage) => stage.show(stage.index() + 1)
const previous: Action = (stage) => stage.show(stage.index() - 1)

const ACTIONS: Readonly<Record<string, Action>> = {
  ArrowRight: next,
  ArrowDown: next,
  PageDown: next,
  ' ': next,
  ArrowLeft: previous,
  ArrowUp: previous,
  PageUp: previous,
  Backspace: previous,
  'Shift+ ': previous,
  Home: (stage) => stage.show(0),
  End: (stage) => stage.show(stage.count - 1),
  f: (stage) => stage.toggleFullscreen(),
  n: (stage) => stage.toggleNotes(),
}

export function watchKeys(stage: Stage): void {
  /** Digits typed so far: `1` `2` `Enter` goes to slide 12. */
  let typed = ''
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (/^\d$/.test(event.key)) {
      typed = (typed + event.key).slice(-4)
      return
    }
    const jump = event.key === 'Enter' ? Number(typed) : 0
    typed = ''
    if (jump > 0) return stage.show(jump - 1)
    const action = ACTIONS[nameOf(event)]
    if (action === undefined) return
    event.preventDefault()
    action(stage)
  })
}

function nameOf(event: KeyboardEvent): string {
  if (event.key === ' ' && event.shiftKey) return 'Shift+ '
  return event.key.length === 1 ? event.key.toLowerCase() : event.key
}
