/** Raw HTML as opening tags, closing tags and text, by the rules of the HTML Standard, 13.2.5 “Tokenization”. */
import MarkdownIt from 'markdown-it'

export type MarkupEvent =
  | {
      readonly kind: 'open'
      readonly tag: string
      readonly attributes: ReadonlyMap<string, string>
      readonly line: number
    }
  | { readonly kind: 'close'; readonly tag: string; readonly line: number }
  | { readonly kind: 'text'; readonly text: string; readonly line: number }

const TAG_RE = /<(\/?)([a-z][^\t\n\f\r />]*)/iy
const ATTRIBUTE_RE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >]*)))?/y

/** Their inside is no markup. */
const RAW_RE = /^(?:script|style|xmp|iframe|noembed|noframes|textarea|title)$/

/** @param line of the file in which the markup begins */
export function markupEvents(html: string, line: number): readonly MarkupEvent[] {
  const events: MarkupEvent[] = []
  let at = 0
  let current = line
  const pass = (end: number): void => {
    current += countLines(html, at, end)
    at = end
  }
  const addText = (end: number): void => {
    if (end > at)
      events.push({ kind: 'text', text: decodeEntities(html.slice(at, end)), line: current })
    pass(end)
  }
  while (at < html.length) {
    const next = html.indexOf('<', at)
    addText(next < 0 ? html.length : next)
    if (next < 0) break
    if (/^<[!?]|^<\/[^a-z]/i.test(html.slice(next, next + 3))) {
      pass(endOfBogus(html, next))
      continue
    }
    const tag = readTag(html, next)
    if (tag === undefined) {
      events.push({ kind: 'text', text: '<', line: current })
      at += 1
      continue
    }
    const { name, attributes, isClosing, end } = tag
    if (isClosing) events.push({ kind: 'close', tag: name, line: current })
    else events.push({ kind: 'open', tag: name, attributes, line: current })
    pass(end)
    if (!isClosing && RAW_RE.test(name)) pass(endOfRaw(html, name, end))
  }
  return events
}

type Tag = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly isClosing: boolean
  readonly end: number
}

function readTag(html: string, at: number): Tag | undefined {
  TAG_RE.lastIndex = at
  const tag = TAG_RE.exec(html)
  if (tag === null) return undefined
  const attributes = new Map<string, string>()
  let end = TAG_RE.lastIndex
  ATTRIBUTE_RE.lastIndex = end
  for (let match = ATTRIBUTE_RE.exec(html); match !== null; match = ATTRIBUTE_RE.exec(html)) {
    const [, name = '', double, single, bare] = match
    const key = name.toLowerCase()
    // Of two of one name the first counts.
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''))
    end = ATTRIBUTE_RE.lastIndex
  }
  const close = html.indexOf('>', end)
  return {
    name: (tag[2] ?? '').toLowerCase(),
    attributes,
    isClosing: tag[1] === '/',
    end: close < 0 ? html.length : close + 1,
  }
}

function endOfBogus(html: string, at: number): number {
  const mark = html.startsWith('<!--', at) ? '-->' : '>'
  const end = html.indexOf(mark, at + 2)
  return end < 0 ? html.length : end + mark.length
}

function endOfRaw(html: string, name: string, at: number): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi')
  close.lastIndex = at
  return close.exec(html)?.index ?? html.length
}

function countLines(text: string, from: number, to: number): number {
  let count = 0
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count += 1
  return count
}

const { unescapeAll } = new MarkdownIt().utils

/** As in HTML: a reference may go without its semicolon there, which no Markdown reader takes. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][\da-z]{1,31});?/gi, (whole) =>
    whole.endsWith(';') ? unescapeAll(whole) : decodeLoose(whole),
  )
}

/** HTML Standard, 13.5: the old names that need no semicolon. */
const LOOSE_RE = /^&(?:nbsp|amp|lt|gt|quot|copy|reg|times|middot|deg|laquo|raquo)/

function decodeLoose(whole: string): string {
  if (whole.startsWith('&#')) return unescapeAll(`${whole};`)
  const name = LOOSE_RE.exec(whole)?.[0]
  return name === undefined ? whole : unescapeAll(`${name};`) + whole.slice(name.length)
}
