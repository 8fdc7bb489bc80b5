/**
 * What a page would fetch: proof that a deck needs no network. A deck is one file, so that every reference is a
 * fetch that is not `data:`, a place in the page, or a link somebody may click. What cannot be told apart without
 * building the page, as a browser does, is read both ways: better refused once too often.
 */
import { readElements, textElements } from './html-elements.ts'
import { decodeReferences } from './html-text.ts'
import { findStyleFetches } from './style-fetches.ts'

/** Every reference that would leave the file, as `element attribute=value`, or as the style sheet has it. */
export function findFetches(html: string): readonly string[] {
  const found = new Set<string>()
  for (const { name, attributes } of readElements(html)) {
    const values = new Map<string, string>()
    // Of two attributes of one name a browser takes the first; both are looked at.
    for (const [attribute, raw] of attributes) {
      const value = decodeReferences(raw)
      if (isFetch(name, attribute, value)) found.add(`${name} ${attribute}=${value}`)
      if (CSS_ATTRIBUTES.has(attribute))
        for (const fetch of findStyleFetches(value)) found.add(fetch)
      if (!values.has(attribute)) values.set(attribute, value)
    }
    if (isWholeFetch(name, values)) found.add(`${name} ${[...values.values()].join(' ')}`)
  }
  const styles = textElements(html).filter(({ name }) => name === 'style')
  if (styles.length > MAX_STYLES) found.add(`${styles.length} style elements`)
  for (const { text } of styles.slice(0, MAX_STYLES))
    for (const reading of readingsOf(text))
      for (const fetch of findStyleFetches(reading)) found.add(fetch)
  return [...found]
}

/** A deck has one; each may take in all that stand behind it, which hostile markup would use. */
const MAX_STYLES = 100

/** By the part behind a colon, so that `xlink:href` and `svg:href` are `href`. */
const URL_ATTRIBUTES = new Set(
  'src href poster data action formaction background manifest base code codebase archive classid profile dynsrc lowsrc icon attributionsrc'.split(
    ' ',
  ),
)
/** Lists of addresses, pages within the page, and what a click sends: a deck has none. */
const FORBIDDEN_ATTRIBUTES = new Set(['srcset', 'imagesrcset', 'srcdoc', 'ping'])
/** SVG 2, 6.6 “Presentation attributes” that take `url()`; and what animates one. */
const CSS_ATTRIBUTES = new Set(
  'style fill stroke filter clip-path mask marker marker-start marker-mid marker-end cursor from to by values'.split(
    ' ',
  ),
)
const LINKS = new Set(['a', 'area'])
const LINK_RE = /^(?:https?:|mailto:|tel:|#|(?![a-z][a-z0-9+.-]*:))/i
/** Elements that refer to another by `#id`; elsewhere `#` is the page itself, loaded again. */
const REFERRING = new Set(
  'use lineargradient radialgradient pattern filter textpath mpath animate animatemotion animatetransform set feimage'.split(
    ' ',
  ),
)
/** What is shown as a page or run as a program, also from `data:`. */
const ACTIVE = new Set(
  'iframe frame object embed applet portal fencedframe script link base use'.split(' '),
)

function isFetch(element: string, attribute: string, value: string): boolean {
  const local = attribute.slice(attribute.lastIndexOf(':') + 1)
  if (FORBIDDEN_ATTRIBUTES.has(local) || /^on./.test(local)) return true
  if (!URL_ATTRIBUTES.has(local)) return false
  const address = cleanUrl(value)
  if (LINKS.has(element) && local === 'href') return !LINK_RE.test(address)
  if (REFERRING.has(element) && address.startsWith('#')) return false
  return ACTIVE.has(element) || !/^data:/i.test(address)
}

/** URL Standard, 4.4: what stands around an address, and any tab or line break inside it, goes. */
function cleanUrl(value: string): string {
  return value.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '')
}

function isWholeFetch(element: string, values: ReadonlyMap<string, string>): boolean {
  switch (element) {
    case 'meta':
      return /refresh|link|default-style/i.test(values.get('http-equiv') ?? '')
    // Rules for loading pages ahead, and addresses for what programs import.
    case 'script':
      return values.has('type')
    case '?xml-stylesheet':
      return true
    default:
      return /^(?:set|animate)/.test(element) && /href|src/i.test(values.get('attributename') ?? '')
  }
}

/** In an SVG a style sheet is markup like any other: references count, comments are no part of it. */
function readingsOf(style: string): readonly string[] {
  if (!/[<&]/.test(style)) return [style]
  return [style, decodeReferences(style.replace(/<[^>]*>/g, ''))]
}
