/** What a style sheet would fetch. Source: CSS Syntax Level 3, 4 “Tokenization”; CSS Images 4; CSS Values 5. */

const ESCAPE = String.raw`\\(?:[0-9a-f]{1,6}(?:\r\n|[ \t\n\r\f])?|[^\n\r\f0-9a-f])`
const STRING = String.raw`"(?:[^"\\\n\r\f]|\\[\s\S])*(?:"|(?=[\n\r\f])|$)|'(?:[^'\\\n\r\f]|\\[\s\S])*(?:'|(?=[\n\r\f])|$)`
/** A comment, a string, a word with what makes it a rule or a function, a closing mark. */
const TOKEN_RE = new RegExp(
  String.raw`/\*[\s\S]*?(?:\*/|$)|(${STRING})|([@#]?(?:[-\w]|[^\0-\x7f]|${ESCAPE})+\(?)|([();])`,
  'gi',
)
const URL_RE = new RegExp(
  String.raw`[ \t\n\r\f]*(?:(${STRING})|((?:[^)\\]|\\[\s\S])*))[ \t\n\r\f]*\)?`,
  'y',
)
/** Functions whose strings are addresses. */
const TAKES_ADDRESS = /^(?:-webkit-)?(?:image-set|image|src|cross-fade)\($/
/** Functions inside them that could put any address there. */
const COMPUTES = /^(?:var|env|attr|if|ident)\($/

export function findStyleFetches(css: string): readonly string[] {
  const found: string[] = []
  const open: string[] = []
  let isNamespace = false
  for (const match of tokensOf(css)) {
    const [whole, string, word, mark] = match.token
    if (mark === ';') isNamespace = false
    if (mark === '(') open.push('(')
    if (mark === ')') open.pop()
    if (string !== undefined && takesAddress(open) && !isInside(unquote(string))) found.push(whole)
    if (word === undefined) continue
    const name = unescapeCss(word).toLowerCase()
    if (name === '@import') found.push(name)
    if (name === '@namespace') isNamespace = true
    if (COMPUTES.test(name) && open.some((one) => TAKES_ADDRESS.test(one))) found.push(name)
    if (match.url !== undefined && !isNamespace && !isInside(match.url))
      found.push(`url(${match.url})`)
    else if (match.url === undefined && name.endsWith('(')) open.push(name)
  }
  return found
}

type Token = {
  readonly token: RegExpExecArray
  /** What stands inside, when the token is `url(`. */
  readonly url: string | undefined
}

function* tokensOf(css: string): Generator<Token> {
  TOKEN_RE.lastIndex = 0
  let at = 0
  for (;;) {
    TOKEN_RE.lastIndex = at
    const token = TOKEN_RE.exec(css)
    if (token === null) return
    at = TOKEN_RE.lastIndex
    const isUrl = token[2] !== undefined && unescapeCss(token[2]).toLowerCase() === 'url('
    if (!isUrl) {
      yield { token, url: undefined }
      continue
    }
    URL_RE.lastIndex = at
    const [whole = '', string, bare = ''] = URL_RE.exec(css) ?? []
    at += whole.length
    yield { token, url: string === undefined ? unescapeCss(bare) : unquote(string) }
  }
}

function takesAddress(open: readonly string[]): boolean {
  return open.at(-1) !== 'type(' && open.some((name) => TAKES_ADDRESS.test(name))
}

/** The file itself: data, or a place in the page. */
function isInside(address: string): boolean {
  return /^[\s]*(?:data:|#)/i.test(address)
}

function unquote(string: string): string {
  return unescapeCss(string.slice(1).replace(/["']$/, ''))
}

function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|(\r\n|[\s\S]))/gi,
    (_escape, digits: string | undefined, character: string | undefined) => {
      if (digits === undefined) return /[\n\r\f]/.test(character ?? '') ? '' : (character ?? '')
      const number = Number.parseInt(digits, 16)
      return number > 0x10ffff ? '\ufffd' : String.fromCodePoint(number)
    },
  )
}
