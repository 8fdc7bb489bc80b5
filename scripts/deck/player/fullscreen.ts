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
  keepAwake()
  return {
    isOffered: document.fullscreenEnabled,
    enter,
    toggle: () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
      else enter()
    },
  }
}

/** While the deck fills the screen the machine must not fall asleep; hidden pages lose the lock by themselves. */
function keepAwake(): void {
  const filled = matchMedia('(display-mode: fullscreen)')
  let lock: Promise<WakeLockSentinel | undefined> | undefined
  const update = (): void => {
    const isFilled = document.fullscreenElement !== null || filled.matches
    if (isFilled && document.visibilityState === 'visible') lock ??= askForLock()
    else {
      lock?.then((sentinel) => sentinel?.release()).catch(() => undefined)
      lock = undefined
    }
  }
  document.addEventListener('fullscreenchange', update)
  document.addEventListener('visibilitychange', update)
  filled.addEventListener('change', update)
}

async function askForLock(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch {
    return undefined
  }
}
