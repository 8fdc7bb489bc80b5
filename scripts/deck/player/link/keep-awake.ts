/** Asks for a screen that does not go dark while a slide is discussed. */
export function keepAwake(): void {
  const ask = (): void => {
    // The lock ends whenever the window is hidden; where it is refused the talk goes on without.
    if (document.visibilityState === 'visible')
      navigator.wakeLock?.request('screen').catch(() => undefined)
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
