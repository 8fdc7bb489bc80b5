/** The row of buttons below the slides. */
import type { Action } from '../actions.ts'
import { make } from '../dom.ts'
import type { IconName } from '../icons.ts'
import { makeButton, setPressed } from './button.ts'
import type { Part, PresenterContext } from './view.ts'

export type Tool = {
  readonly name: string
  readonly label: string
  readonly icon?: IconName
  /** For a button that stays down. */
  isOn?(): boolean
}

export type ToolsOptions = {
  readonly context: PresenterContext
  readonly actions: readonly Action[]
  /** Groups of buttons, in order. */
  readonly groups: readonly (readonly Tool[])[]
}

export function makeTools({ context, actions, groups }: ToolsOptions): Part {
  const { words } = context
  const toggles: (() => void)[] = []
  const makeTool = (tool: Tool): readonly HTMLElement[] => {
    const action = actions.find(({ name }) => name === tool.name)
    if (action === undefined) return []
    const { isOn } = tool
    const button = makeButton(action, { ...tool, isToggle: isOn !== undefined })
    if (isOn !== undefined) toggles.push(() => setPressed(button, isOn()))
    return [button]
  }
  const element = make(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': words.tools },
    ...groups.map((tools) => make('div', { class: 'buttons' }, ...tools.flatMap(makeTool))),
    makeJump(context),
  )
  return {
    element,
    draw: () => {
      for (const draw of toggles) draw()
    },
  }
}

/** For a hand on the mouse or a finger; on the keyboard the digits and Enter are enough. */
function makeJump({ talk, words }: PresenterContext): HTMLElement {
  const input = make('input', {
    type: 'number',
    min: '1',
    max: String(talk.stage.slides.length),
    inputmode: 'numeric',
    'aria-label': words.goTo,
    placeholder: `1–${talk.stage.slides.length}`,
  })
  const form = make('form', { class: 'jump' }, input, make('button', { type: 'submit' }, words.go))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (input.value !== '') talk.stage.show(Number(input.value) - 1)
    input.value = ''
    input.blur()
  })
  return form
}
