/** Buttons of the presenter window: words, and the key that does the same. */
import type { Action } from '../actions.ts'
import { make } from '../dom.ts'
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
  button.addEventListener('click', ({ detail }) => {
    // Clicked, not pressed by a key: with the focus left here, Space would press it again.
    if (detail > 0) button.blur()
    run()
  })
  return button
}

export function setPressed(button: HTMLElement | undefined, isPressed: boolean): void {
  button?.setAttribute('aria-pressed', String(isPressed))
}
