/** Buttons for a hand on the mouse: seen while it moves or Tab is inside, gone for the class otherwise. */
import type { Action } from './actions.ts'
import { make, onPress } from './dom.ts'
import { icon, isIcon } from './icons.ts'
import { nameOfKey } from './key-caps.ts'
import type { Stage } from './stage.ts'
import type { Words } from './words.ts'

const SHOWN = ['previous', 'next', 'overview', 'presenter', 'fullscreen', 'help']
const IDLE_MS = 2500

export type ControlBar = {
  /** Shows it until nothing has moved for a while. */
  wake(): void
}

export function makeControlBar(stage: Stage, actions: readonly Action[], words: Words): ControlBar {
  const position = make('span', { class: 'position', 'aria-hidden': 'true' })
  const bar = make('nav', { id: 'controls', 'aria-label': words.controls })
  for (const name of SHOWN) {
    const action = actions.find((candidate) => candidate.name === name)
    if (action !== undefined) bar.append(makeButton(action))
    if (name === 'previous') bar.append(position)
  }
  const draw = (): void => {
    position.textContent = `${stage.state().slide + 1} / ${stage.slides.length}`
  }
  draw()
  stage.subscribe(draw)
  document.body.append(bar)
  const wake = makeWaking()
  watchMouse(wake)
  return { wake }
}

/** Browsers also tell of a move when the page changes under a mouse that rests. */
function watchMouse(wake: () => void): void {
  let at = ''
  addEventListener('pointermove', ({ pointerType, screenX, screenY }) => {
    const before = at
    at = `${screenX} ${screenY}`
    if (pointerType !== 'touch' && before !== '' && before !== at) wake()
  })
}

function makeWaking(): () => void {
  const { classList } = document.documentElement
  let timer = 0
  return () => {
    window.clearTimeout(timer)
    classList.add('active')
    timer = window.setTimeout(() => classList.remove('active'), IDLE_MS)
  }
}

function makeButton({ name, label, keys, run }: Action): HTMLButtonElement {
  const [key = ''] = keys
  const button = make('button', {
    type: 'button',
    'aria-label': label,
    title: `${label} (${nameOfKey(key)})`,
  })
  if (isIcon(name)) button.append(icon(name))
  onPress(button, run)
  return button
}
