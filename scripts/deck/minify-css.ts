/** Style sheets without what only their authors need: comments and white space. Strings and addresses stay as they are. */

const STRING = String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`
const KEPT = String.raw`${STRING}|url\(\s*(?:${STRING}|[^)"']*)\s*\)`
const SPACE_RE = new RegExp(String.raw`(${KEPT})|(?:\s|/\*[\s\S]*?\*/)+`, 'g')
/** Before a colon a space may stand for “any descendant”; around `+` and `-` sums need it. */
const NEEDLESS_RE = new RegExp(`(${KEPT})| ?([{};,>]) ?|(:) |^ | $`, 'g')
const LAST_SEMICOLON_RE = new RegExp(`(${KEPT})|;(?=})`, 'g')

const known = new Map<string, string>()
/** The decks of a shelf share a few style sheets. */
const MAX_KNOWN = 20

export function minifyCss(css: string): string {
  const found = known.get(css)
  if (found !== undefined) return found
  const small = minify(css)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(css, small)
  return small
}

function minify(css: string): string {
  return css
    .replace(SPACE_RE, (part, kept?: string) => kept ?? (isSpace(part) ? ' ' : '/**/'))
    .replace(NEEDLESS_RE, (_part, kept?: string, mark?: string, colon?: string) => {
      return kept ?? mark ?? colon ?? ''
    })
    .replace(LAST_SEMICOLON_RE, '$1')
}

/** Words that only a comment parts are two words, and no space stands between them. */
function isSpace(part: string): boolean {
  return /\s/.test(part.replace(/\/\*[\s\S]*?\*\//g, ''))
}
