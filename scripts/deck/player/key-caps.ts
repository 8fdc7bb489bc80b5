/** Keys as they are printed on a keyboard. */
import { make } from './dom.ts'
import { type IconName, icon } from './icons.ts'

const ARROWS: Readonly<Record<string, IconName>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'Space',
  'Shift+ ': 'Shift + Space',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
}

export function nameOfKey(key: string): string {
  const named = NAMES[key] ?? key.replace('Arrow', '')
  return named.length === 1 ? named.toUpperCase() : named
}

export function keyCap(key: string): HTMLElement {
  const arrow = ARROWS[key]
  if (arrow === undefined) return make('kbd', {}, nameOfKey(key))
  return make('kbd', {}, icon(arrow), make('span', { class: 'unseen' }, nameOfKey(key)))
}
