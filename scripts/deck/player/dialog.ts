/**
 * A panel over the whole window. The browser's own modal dialog keeps the focus inside, hides the rest from
 * screen readers, closes on Escape and gives the focus back.
 */
import { make } from './dom.ts'
import { icon } from './icons.ts'
import { nameOf } from './keys.ts'
import type { Words } from './words.ts'

export type DialogOptions = {
  readonly id: string
  readonly title: string
  readonly words: Words
  /** Keys that close it again; Escape always does. */
  readonly closingKeys: readonly string[]
}

export type Panel = {
  readonly dialog: HTMLDialogElement
  readonly body: HTMLElement
}

export function makeDialog({ id, title, words, closingKeys }: DialogOptions): Panel {
  const close = make('button', { type: 'button', 'aria-label': words.close }, icon('close'))
  const heading = make('h2', { id: `${id}-title` }, title)
  const body = make('div', { class: 'body' })
  const dialog = make(
    'dialog',
    { id, 'aria-labelledby': `${id}-title`, class: 'panel' },
    make('header', {}, heading, close),
    body,
  )
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', (event) => {
    // Until the next frame a closed panel keeps the focus.
    if (!dialog.open) return
    // The keys of the show rest while a panel is open.
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (!closingKeys.includes(nameOf(event))) return
    event.preventDefault()
    dialog.close()
  })
  // A panel is not part of what is printed.
  addEventListener('beforeprint', () => dialog.close())
  document.body.append(dialog)
  return { dialog, body }
}
