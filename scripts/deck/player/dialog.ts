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
  onClose?(): void
}

export type Panel = {
  readonly dialog: HTMLDialogElement
  readonly body: HTMLElement
  close(): void
}

export function makeDialog({ id, title, words, closingKeys, onClose }: DialogOptions): Panel {
  const button = make('button', { type: 'button', 'aria-label': words.close }, icon('close'))
  const heading = make('h2', { id: `${id}-title` }, title)
  const body = make('div', { class: 'body' })
  const dialog = make(
    'dialog',
    { id, 'aria-labelledby': `${id}-title`, class: 'panel' },
    make('header', {}, heading, button),
    body,
  )
  // The event comes a moment later, perhaps when the panel is open again.
  const tidy = (): void => {
    if (!dialog.open) onClose?.()
  }
  const close = (): void => {
    dialog.close()
    tidy()
  }
  dialog.addEventListener('close', tidy)
  button.addEventListener('click', close)
  dialog.addEventListener('click', (event) => {
    // The slide that was clicked may already stand on the stage again, where a click turns it.
    event.stopPropagation()
    if (event.target === dialog) close()
  })
  dialog.addEventListener('keydown', (event) => {
    // Until the next frame a closed panel keeps the focus.
    if (!dialog.open) return
    // The keys of the show rest while a panel is open.
    event.stopPropagation()
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
    if (!closingKeys.includes(nameOf(event))) return
    event.preventDefault()
    close()
  })
  // A panel is not part of what is printed.
  addEventListener('beforeprint', close)
  document.body.append(dialog)
  return { dialog, body, close }
}
