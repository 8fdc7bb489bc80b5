/** What the speaker says, in a size that can be read from where the speaker stands. */
import type { Action } from '../actions.ts'
import { make } from '../dom.ts'
import { makeButton } from './button.ts'
import { keep, recall } from './session-memory.ts'
import type { Part, PresenterContext } from './view.ts'

export type NotesPane = Part & { readonly actions: readonly Action[] }

const SIZES_PX = [14, 16, 18, 20, 24, 28, 32, 40]
const USUAL_PX = 20

export function makeNotesPane({ talk, words }: PresenterContext): NotesPane {
  const text = make('div', {
    class: 'text',
    tabindex: '0',
    role: 'group',
    'aria-label': words.notes,
  })
  let size = Math.max(0, SIZES_PX.indexOf(Number(recall('notes-px')) || USUAL_PX))
  const resize = (change: number): void => {
    size = Math.max(0, Math.min(SIZES_PX.length - 1, size + change))
    text.style.fontSize = `${SIZES_PX[size]}px`
    keep('notes-px', String(SIZES_PX[size]))
  }
  resize(0)
  const action = (name: string, keys: readonly string[], change: number): Action => ({
    name,
    keys,
    label: change > 0 ? words.larger : words.smaller,
    isForBlank: true,
    run: () => resize(change),
  })
  const actions = [action('smaller', ['-'], -1), action('larger', ['+', '='], 1)]
  const buttons = actions.map((each) => {
    const button = makeButton(each, { label: each.name === 'larger' ? 'A+' : 'A−' })
    // What is read out holds what is seen (WCAG 2.5.3).
    button.setAttribute('aria-label', `${button.textContent} · ${each.label}`)
    return button
  })
  const element = make(
    'div',
    { class: 'pane notes-pane', role: 'region', 'aria-label': words.notes },
    make('div', { class: 'head' }, make('h2', {}, words.notes), ...buttons),
    text,
  )
  let shown = -1
  return {
    element,
    actions,
    draw: () => {
      const { slide } = talk.state()
      if (slide === shown) return
      shown = slide
      const notes = talk.stage.slides[slide]?.notes
      text.replaceChildren(
        ...(notes === undefined
          ? [make('p', { class: 'none' }, words.noNotes)]
          : [...notes.cloneNode(true).childNodes]),
      )
      text.scrollTop = 0
    },
  }
}
