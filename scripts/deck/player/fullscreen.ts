/** The whole screen, where the browser gives it: frames need a permission, phones may lack it. */
import type { Hint } from './hint.ts'
import type { Words } from './words.ts'

export type Fullscreen = {
  readonly isOffered: boolean
  enter(): void
  toggle(): void
}

export function openFullscreen(words: Words, hint: Hint): Fullscreen {
  const refuse = (): void => hint(words.noFullscreen)
  const enter = (): void => {
    if (document.fullscreenElement) return
    if (document.fullscreenEnabled) document.documentElement.requestFullscreen().catch(refuse)
    else refuse()
  }
  return {
    isOffered: document.fullscreenEnabled,
    enter,
    toggle: () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
      else enter()
    },
  }
}
