/** A line that appears over the slide for a moment and is read out: digits typed, something that failed. */
import { make } from './dom.ts'

const SHOWN_MS = 5000

export type Hint = (text: string) => void

export function makeHint(): Hint {
  const element = make('div', { id: 'hint', role: 'status' })
  document.body.append(element)
  let timer = 0
  return (text) => {
    window.clearTimeout(timer)
    element.textContent = text
    if (text !== '') timer = window.setTimeout(() => element.replaceChildren(), SHOWN_MS)
  }
}
