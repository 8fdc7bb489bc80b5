/** A screen that does not go dark while a slide is discussed, and nobody touches the machine. */
const filled = matchMedia('(display-mode: fullscreen)')

export function isScreenFilled(): boolean {
  return document.fullscreenElement !== null || filled.matches
}

/** Holds a lock while it is needed; where it is refused the talk goes on without. */
export function keepAwake(isNeeded: () => boolean): void {
  let lock: Promise<WakeLockSentinel | undefined> | undefined
  const update = (): void => {
    if (isNeeded() && document.visibilityState === 'visible') lock ??= askForLock()
    else {
      lock?.then((sentinel) => sentinel?.release()).catch(() => undefined)
      // Hidden pages lose it by themselves.
      lock = undefined
    }
  }
  document.addEventListener('fullscreenchange', update)
  document.addEventListener('visibilitychange', update)
  filled.addEventListener('change', update)
  update()
}

async function askForLock(): Promise<WakeLockSentinel | undefined> {
  try {
    return await navigator.wakeLock.request('screen')
  } catch {
    return undefined
  }
}
