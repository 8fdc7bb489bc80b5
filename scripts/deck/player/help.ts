/** All keys, in the language of the deck; made when it is first asked for. */
import type { Action } from './actions.ts'
import { makeDialog } from './dialog.ts'
import { make } from './dom.ts'
import { keyCap } from './key-caps.ts'
import type { Words } from './words.ts'

export const HELP_KEYS = ['?', 'h']

/** Returns what opens the panel. */
export function makeHelp(actions: () => readonly Action[], words: Words): () => void {
  let dialog: HTMLDialogElement | undefined
  return () => {
    dialog ??= fillHelp(actions(), words)
    dialog.showModal()
  }
}

function fillHelp(actions: readonly Action[], words: Words): HTMLDialogElement {
  const { dialog, body } = makeDialog({
    id: 'help',
    title: words.help,
    words,
    closingKeys: HELP_KEYS,
  })
  const jump = entry([make('kbd', {}, '1'), make('kbd', {}, '2'), keyCap('Enter')], words.jump)
  const entries = actions.map(({ keys, label }) => entry(keys.map(keyCap), label))
  // In a low window it scrolls, and then keys must reach it.
  body.tabIndex = 0
  body.append(make('dl', {}, ...entries, jump), make('p', {}, words.pointer))
  return dialog
}

function entry(caps: readonly HTMLElement[], label: string): HTMLElement {
  return make('div', {}, make('dt', {}, ...caps), make('dd', {}, label))
}
