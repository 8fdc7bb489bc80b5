/** Buttons of the presenter window: words, and the key that does the same. */
import type { Action } from '../actions.ts'
import { make, onPress } from '../dom.ts'
import { type IconName, icon } from '../icons.ts'
import { nameOfKey } from '../key-caps.ts'

export type ButtonOptions = {
  readonly label: string
  readonly icon?: IconName
  /** Pressed or not, for one that stays down. */
  readonly isToggle?: boolean
}

export function makeButton(
  { keys, run, name }: Pick<Action, 'keys' | 'run' | 'name'>,
  options: ButtonOptions,
): HTMLButtonElement {
  const [key] = keys
  const button = make('button', { type: 'button', 'data-action': name })
  if (options.icon !== undefined) button.append(icon(options.icon))
  button.append(make('span', {}, options.label))
  if (key !== undefined) button.title = `${options.label} (${nameOfKey(key)})`
  if (options.isToggle === true) button.setAttribute('aria-pressed', 'false')
  onPress(button, run)
  return button
}

export function setPressed(button: HTMLElement | undefined, isPressed: boolean): void {
  button?.setAttribute('aria-pressed', String(isPressed))
}
