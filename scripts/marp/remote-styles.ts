/** What style sheets of a deck name on the network, with its line. */

export type RemoteStyle = { readonly address: string; readonly line: number }

const REMOTE_RE =
  /@import\s+(?:url\(\s*)?["']?((?:https?:)?\/\/[^"')\s;]+)|url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi

export function remoteStyles(css: string, firstLine = 1): readonly RemoteStyle[] {
  return [...css.matchAll(REMOTE_RE)].map((match) => ({
    address: match[1] ?? match[2] ?? '',
    line: firstLine + lines(css.slice(0, match.index)),
  }))
}

/** Only the front matter and `<style>` are style sheets: the rest of a deck may write about them. */
export function remoteStylesOfDeck(text: string): readonly RemoteStyle[] {
  const head = /^-{3,}[^\S\n]*\n[\s\S]*?\n-{3,}[^\S\n]*(?:\n|$)/.exec(text)?.[0] ?? ''
  const found = [...remoteStyles(head)]
  let at = head.length
  for (;;) {
    const open = text.indexOf('<style', at)
    if (open < 0) return found
    const close = text.indexOf('</style', open)
    const end = close < 0 ? text.length : close
    found.push(...remoteStyles(text.slice(open, end), 1 + lines(text.slice(0, open))))
    at = end
  }
}

function lines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
