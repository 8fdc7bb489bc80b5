/** Where a link of a presentation may lead: anything else is text. */

const SLIDE_RE = /^#0*([1-9]\d{0,5})$/
const ADDRESS_RE = /^(?:https?:\/\/[^/\\?#]|mailto:.*[^@\s]@[^@\s])/i
/** What a URI consists of (RFC 3986, appendix A): Office calls a file damaged that holds other addresses. */
const PLAIN_RE = /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/
const MOST_LETTERS = 2048

/**
 * The address as it may stand in the file, or `#3`; undefined when it is neither http, https, mailto nor a slide that
 * is there. `file:` and addresses of the local network (`\\host`, `//host`) tell a stranger who opens them.
 */
export function safeLink(address: string, slideCount: number): string | undefined {
  const trimmed = address.trim()
  const slide = SLIDE_RE.exec(trimmed)?.[1]
  if (slide !== undefined) return Number(slide) <= slideCount ? `#${slide}` : undefined
  if (!ADDRESS_RE.test(trimmed) || trimmed.length > MOST_LETTERS) return undefined
  if (!URL.canParse(trimmed)) return undefined
  const href = PLAIN_RE.test(trimmed) && isWellEscaped(trimmed) ? trimmed : new URL(trimmed).href
  return PLAIN_RE.test(href) && isWellEscaped(href) ? href : undefined
}

function isWellEscaped(address: string): boolean {
  return !/%(?![0-9a-f]{2})/i.test(address) && (address.match(/#/g) ?? []).length < 2
}
