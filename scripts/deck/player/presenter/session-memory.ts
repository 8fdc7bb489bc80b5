/** How a lecturer set up the window, for as long as it is open; forgotten where storage is blocked. */
export function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(`lectern ${name}`, value)
  } catch {}
}

export function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(`lectern ${name}`)
  } catch {
    return null
  }
}
