/**
 * The start tags of a page, by the rules of the HTML Standard, 13.2.5 “Tokenization”, without its tree. Whether the inside of a
 * `style` or a `title` is text or markup depends on the tree (in an SVG it is markup), so both readings count.
 */
export type ElementStart = {
  /** Lower case, without a prefix: `svg:use` is `use`. */
  readonly name: string
  /** Names in lower case; values as written. */
  readonly attributes: readonly (readonly [string, string])[]
}

/** An element whose inside may be plain text. */
export type TextElement = { readonly name: string; readonly text: string }

const TEXT_ELEMENTS = new Set(
  'script style textarea title xmp iframe noembed noframes noscript plaintext'.split(' '),
)

const TAG_RE = /<(\/?)([a-z][^\t\n\f\r />]*)/iy
const ATTRIBUTE_RE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?/y
const COMMENT_RE = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/y

export function readElements(html: string): readonly ElementStart[] {
  return walk(html).elements
}

export function textElements(html: string): readonly TextElement[] {
  return walk(html).texts
}

type Reading = {
  readonly elements: ElementStart[]
  readonly texts: TextElement[]
  /** Where end tags stand, by name, rising; read when first asked for. */
  readonly ends: Map<string, readonly number[]>
}

/** Reads on from every place where two readings part; a place that was read once is not read again. */
function walk(html: string): Reading {
  const reading: Reading = { elements: [], texts: [], ends: new Map() }
  const seen = new Set<number>()
  const starts = [0]
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    let at = html.indexOf('<', start)
    while (at >= 0 && !seen.has(at)) {
      seen.add(at)
      const [next = html.length, ...others] = readMarkup(html, at, reading)
      starts.push(...others)
      at = html.indexOf('<', next)
    }
  }
  return reading
}

/** Where reading may go on after what starts at `at`. */
function readMarkup(html: string, at: number, reading: Reading): readonly number[] {
  COMMENT_RE.lastIndex = at
  if (COMMENT_RE.test(html)) return [COMMENT_RE.lastIndex]
  if (html.startsWith('<![CDATA[', at)) return [endOf(html, '>', at), endOf(html, ']]>', at)]
  TAG_RE.lastIndex = at
  const tag = TAG_RE.exec(html)
  if (tag !== null) return readTag(html, tag, reading)
  if (html.startsWith('<?xml-stylesheet', at))
    reading.elements.push({ name: '?xml-stylesheet', attributes: [] })
  return [/[!?/]/.test(html[at + 1] ?? '') ? endOf(html, '>', at) : at + 1]
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function readTag(html: string, tag: RegExpExecArray, reading: Reading): readonly number[] {
  const [whole, slash, written = ''] = tag
  const attributes: [string, string][] = []
  ATTRIBUTE_RE.lastIndex = tag.index + whole.length
  let end = ATTRIBUTE_RE.lastIndex
  for (let match = ATTRIBUTE_RE.exec(html); match !== null; match = ATTRIBUTE_RE.exec(html)) {
    const [, name = '', double, single, bare] = match
    attributes.push([name.toLowerCase(), double ?? single ?? bare ?? ''])
    end = ATTRIBUTE_RE.lastIndex
  }
  const inside = endOf(html, '>', end)
  if (slash === '/') return [inside]
  const name = written.slice(written.lastIndexOf(':') + 1).toLowerCase()
  reading.elements.push({ name, attributes })
  if (!TEXT_ELEMENTS.has(name)) return [inside]
  const close = closeOf(html, name, { from: inside, ...reading })
  reading.texts.push({ name, text: html.slice(inside, close) })
  return [inside, close]
}

function closeOf(html: string, name: string, { from, ends }: { from: number } & Reading): number {
  let known = ends.get(name)
  if (known === undefined) {
    const end = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
    known = [...html.matchAll(end)].map(({ index }) => index)
    ends.set(name, known)
  }
  return known.find((at) => at >= from) ?? html.length
}
