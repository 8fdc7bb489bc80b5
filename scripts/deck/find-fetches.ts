/**
 * What an HTML page would fetch: proof that a deck needs no network. Looks at the text of the page, not at
 * a parsed tree, so that nothing hides from it in a place a browser would read and a parser would not.
 */

const URL_START = String.raw`(?:https?:|wss?:|ftp:|file:|//|\\\\)`
const FETCHING = new Set(
  'src srcset href xlink:href poster data action formaction background cite ping manifest'.split(
    ' ',
  ),
)

const TAG_RE =
  /<([a-z][a-z0-9:-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi
/** One attribute after the other, so that what a quoted value says is never taken for one. */
const ATTRIBUTE_RE = /\s+([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g
const EXTERNAL_RE = new RegExp(String.raw`(?:^|,)\s*${URL_START}`, 'i')
const CSS_RE = new RegExp(
  String.raw`url\(\s*["']?\s*${URL_START}[^)]*\)|@import\b[^;]*|image-set\(\s*["']\s*${URL_START}[^)]*\)`,
  'gi',
)

/** Every reference that would leave the file, as written; links a person may follow are not among them. */
export function findFetches(html: string): readonly string[] {
  const found: string[] = []
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG_RE)) {
    for (const match of attributes.matchAll(ATTRIBUTE_RE)) {
      const name = (match[1] ?? '').toLowerCase()
      const value = match[2] ?? match[3] ?? match[4] ?? ''
      found.push(...attributeFetches({ tag: tag.toLowerCase(), name, value }))
    }
  }
  for (const [, css = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style/gi))
    found.push(...cssFetches(css))
  return found
}

type Attribute = { readonly tag: string; readonly name: string; readonly value: string }

function attributeFetches({ tag, name, value }: Attribute): readonly string[] {
  if (name === 'style') return cssFetches(value)
  if (tag === 'meta') return name === 'http-equiv' && /refresh/i.test(value) ? ['meta refresh'] : []
  const isLink = (tag === 'a' || tag === 'area') && (name === 'href' || name === 'xlink:href')
  return FETCHING.has(name) && !isLink && EXTERNAL_RE.test(value) ? [`${tag} ${name}=${value}`] : []
}

function cssFetches(css: string): readonly string[] {
  return [...css.matchAll(CSS_RE)].map((match) => match[0])
}
