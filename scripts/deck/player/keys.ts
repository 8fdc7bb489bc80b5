/** Keys, which are also what a clicker sends. */
import type { Action } from './actions.ts'
import type { Stage } from './stage.ts'

export type KeyOptions = {
  readonly stage: Stage
  readonly actions: readonly Action[]
  /** Digits typed so far, to be shown; empty when there are none any more. */
  onTyped(digits: string): void
}

const FORGET_MS = 5000
const FIELDS = 'input, textarea, select, [contenteditable]'
/** They answer Enter and Space themselves. */
const PRESSABLE = 'a[href], button, summary'

export function watchKeys(page: Window, { stage, actions, onTyped }: KeyOptions): void {
  const byKey = new Map(actions.flatMap((action) => action.keys.map((key) => [key, action])))
  let typed = ''
  let forgetting = 0
  const type = (digits: string): void => {
    typed = digits
    onTyped(digits)
    page.clearTimeout(forgetting)
    // Digits brushed by accident must not turn a later Enter into a jump.
    if (digits !== '') forgetting = page.setTimeout(() => type(''), FORGET_MS)
  }
  page.addEventListener('keydown', (event) => {
    if (isForOthers(event)) return
    const key = nameOf(event)
    const isBlank = stage.state().blank !== 'none'
    if (/^\d$/.test(key) && !isBlank) return type((typed + key).slice(-4))
    const digits = typed
    if (digits !== '') {
      type(key === 'Backspace' ? digits.slice(0, -1) : '')
      if (key === 'Backspace' || key === 'Escape') return event.preventDefault()
      if (key === 'Enter') {
        event.preventDefault()
        return stage.show(Number(digits) - 1)
      }
    }
    const action = byKey.get(key)
    const isMeant = action !== undefined || key.length === 1 || key === 'Escape'
    if (!isMeant || (action === undefined && !isBlank)) return
    event.preventDefault()
    if (isBlank && action?.isForBlank !== true) return stage.setBlank('none')
    // A clicker that lies under a book must not run through the deck.
    if (!event.repeat) action?.run()
  })
}

function isForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  if (event.ctrlKey || event.metaKey || event.altKey) return true
  // A panel that has lost the focus is still in front of the show.
  if (document.querySelector('dialog[open]') !== null) return true
  const target = event.target
  // Elements of another window are no instances of this window's classes.
  if (target === null || !('closest' in target)) return false
  const element = target as Element
  if (element.closest(FIELDS) !== null) return true
  if (/^Arrow(?:Up|Down)$/.test(event.key) && element.closest('.notes') !== null) return true
  return /^(?: |Enter)$/.test(event.key) && element.closest(PRESSABLE) !== null
}

/** A keyboard set to Hindi sends व for the key that says B: then the place of the key counts. */
export function nameOf(event: KeyboardEvent): string {
  const { key, code } = event
  if (key === ' ' && event.shiftKey) return 'Shift+ '
  if (key.length > 1) return key
  if (key <= '~') return key.toLowerCase()
  const [, letter = ''] = /^(?:Key|Digit)(.)$/.exec(code) ?? []
  return letter === ''
    ? ({ Period: '.', Comma: ',', Minus: '-' }[code] ?? key)
    : letter.toLowerCase()
}
