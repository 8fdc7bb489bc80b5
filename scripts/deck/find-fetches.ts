/**
 * What an HTML page would fetch: proof that a deck needs no network. Looks at the text of the page, not at
 * a parsed tree, so that nothing hides from it in a place a browser would read and a parser would not.
 */

const URL_START = String.raw`(?:https?:|wss?:|ftp:|file:|//|\\\\)`
const ATTRIBUTES =
  'src|srcset|href|xlink:href|poster|data|action|formaction|background|cite|ping|manifest'

const TAG_RE =
  /<([a-z][a-z0-9:-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi
const ATTRIBUTE_RE = new RegExp(
  String.raw`\s(${ATTRIBUTES})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))`,
  'gi',
)
const EXTERNAL_RE = new RegExp(String.raw`(?:^|,)\s*${URL_START}`, 'i')
const CSS_RE = new RegExp(
  String.raw`url\(\s*["']?\s*${URL_START}[^)]*\)|@import\b[^;]*|image-set\(\s*["']\s*${URL_START}[^)]*\)`,
  'gi',
)

/** Every reference that would leave the file, as written; links a person may follow are not among them. */
export function findFetches(html: string): readonly string[] {
  const found: string[] = []
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG_RE)) {
    if (/^meta$/i.test(tag) && /http-equiv\s*=\s*["']?refresh/i.test(attributes))
      found.push(`<meta${attributes}>`)
    for (const match of attributes.matchAll(ATTRIBUTE_RE)) {
      const value = match[2] ?? match[3] ?? match[4] ?? ''
      const isLink = /^(?:a|area)$/i.test(tag) && /^(?:xlink:)?href$/i.test(match[1] ?? '')
      if (!isLink && EXTERNAL_RE.test(value)) found.push(`${tag} ${match[1]}=${value}`)
    }
    const style = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
    found.push(...cssFetches(style?.[1] ?? style?.[2] ?? ''))
  }
  for (const [, css = ''] of html.matchAll(/<style[^>]*>([\s\S]*?)<\/style/gi))
    found.push(...cssFetches(css))
  return found
}

function cssFetches(css: string): readonly string[] {
  return [...css.matchAll(CSS_RE)].map((match) => match[0])
}
