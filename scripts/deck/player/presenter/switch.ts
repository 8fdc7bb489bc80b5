/** A choice that the style sheet acts on, kept for the session. */
import { keep, recall } from './session-memory.ts'

export type Switch = {
  isOn(): boolean
  /** What it is now. */
  toggle(): boolean
}

/** On, it is a class of the root: `with-list`. */
export function makeSwitch(name: string): Switch {
  const { classList } = document.documentElement
  const isOn = (): boolean => classList.contains(`with-${name}`)
  classList.toggle(`with-${name}`, recall(name) === 'on')
  return {
    isOn,
    toggle: () => {
      const next = classList.toggle(`with-${name}`)
      keep(name, next ? 'on' : 'off')
      return next
    },
  }
}
