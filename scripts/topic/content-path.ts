/** Paths that authors write: inside the content folder, or refused before any file is touched. */

export type PathFault = 'remote' | 'absolute' | 'leaves-folder'

/**
 * Escapes are decoded first: `%2e%2e/` is `../` to everything that reads the path later.
 * @returns undefined for a path that stays in the content folder, unless it is a symbolic link
 */
export function findPathFault(src: string): PathFault | undefined {
  const decoded = decode(src)
  if (/^(?:https?|data|ftp|blob):/iu.test(decoded) || /^[\\/]{2}/u.test(decoded)) return 'remote'
  if (/^[\\/~]/u.test(decoded) || /^[a-z][a-z\d+.-]*:/iu.test(decoded)) return 'absolute'
  if (decoded.split(/[\\/]/u).includes('..')) return 'leaves-folder'
  return decoded.includes('\\') ? 'absolute' : undefined
}

function decode(src: string): string {
  let text = src.trim()
  for (let round = 0; round < 3; round++) {
    const next = text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (next === text) return text
    text = next
  }
  return text
}
