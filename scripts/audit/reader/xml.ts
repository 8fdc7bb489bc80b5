/**
 * A strict reader of the XML that metadata is written in: elements, attributes, text, CDATA, comments, processing
 * instructions, with namespaces (XML 1.0, Namespaces in XML 1.0). A document type is refused, so that no entity
 * of a file's own making can be defined.
 */
export type XmlElement = {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** All text directly inside, white space kept. */
  readonly text: string
}

export type XmlAttribute = {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly value: string
}

export class XmlError extends Error {}

const MAX_DEPTH = 100

const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*(?::[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*)?/uy
const SPACE = /[ \t\r\n]*/uy
const MISC =
  /(?:[ \t\r\n]+|<!--(?:(?!--)[\s\S])*-->|<\?(?!xml[ \t\r\n?])[^?]*(?:\?(?!>)[^?]*)*\?>)*/uy
/** Characters outside the production Char (XML 1.0, 2.2). */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u

/** The root element. Throws `XmlError` on anything that is not well-formed. */
export function parseXml(source: string): XmlElement {
  const bad = FORBIDDEN.exec(source)
  if (bad !== null)
    throw new XmlError(`the character U+${bad[0].charCodeAt(0).toString(16).padStart(4, '0')}`)
  return new XmlReader(source.replace(/^\u{FEFF}/u, '')).readDocument()
}

type Namespaces = ReadonlyMap<string, string>

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'

class XmlReader {
  readonly #source: string
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  readDocument(): XmlElement {
    this.#take(/(?:<\?xml[ \t\r\n][^?]*\?>)?/uy)
    this.#take(MISC)
    if (this.#source[this.#at] !== '<') throw this.#error('no element stands')
    const root = this.#readElement(new Map([['xml', XML_NAMESPACE]]))
    this.#take(MISC)
    if (this.#at < this.#source.length) throw this.#error('something follows the last element')
    return root
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#source)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #error(what: string): XmlError {
    return new XmlError(`${what} at character ${this.#at}`)
  }

  #expect(sign: string): void {
    if (!this.#source.startsWith(sign, this.#at)) throw this.#error(`\`${sign}\` is missing`)
    this.#at += sign.length
  }

  #name(): string {
    const name = this.#take(NAME)
    if (name === '') throw this.#error('a name is missing')
    return name
  }

  #readElement(outer: Namespaces): XmlElement {
    if (++this.#depth > MAX_DEPTH) throw this.#error('elements are nested too deeply')
    this.#expect('<')
    const written = this.#name()
    const raw = this.#readAttributes()
    const namespaces = declared(outer, raw)
    const { prefix, name, namespace } = this.#expand(written, namespaces, true)
    const attributes = [...raw]
      .filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))
      .map(([key, value]) => ({ ...this.#expand(key, namespaces, false), value }))
    const isEmpty = this.#take(/\/>/uy) !== ''
    if (!isEmpty) this.#expect('>')
    const inside = isEmpty ? { children: [], text: '' } : this.#readInside(written, namespaces)
    this.#depth--
    return { namespace, prefix, name, attributes, ...inside }
  }

  #readAttributes(): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>()
    for (;;) {
      const space = this.#take(SPACE)
      if (/^(?:>|\/>)/u.test(this.#source.slice(this.#at, this.#at + 2))) return attributes
      if (space === '') throw this.#error('white space is missing')
      const name = this.#name()
      this.#take(SPACE)
      this.#expect('=')
      this.#take(SPACE)
      const quoted = this.#take(/"[^"<]*"|'[^'<]*'/uy)
      if (quoted === '') throw this.#error('a value has no quotes')
      if (attributes.has(name)) throw this.#error(`\`${name}\` is written twice`)
      attributes.set(name, this.#decode(quoted.slice(1, -1)))
    }
  }

  #readInside(
    written: string,
    namespaces: Namespaces,
  ): { readonly children: readonly XmlElement[]; readonly text: string } {
    const children: XmlElement[] = []
    let text = ''
    for (;;) {
      text += this.#decode(this.#take(/[^<]*/uy))
      if (this.#at >= this.#source.length) throw this.#error(`\`${written}\` is not closed`)
      if (this.#take(/<\//uy) !== '') {
        if (this.#name() !== written) throw this.#error(`\`${written}\` is not closed`)
        this.#take(SPACE)
        this.#expect('>')
        return { children, text }
      }
      const data = this.#take(/<!\[CDATA\[(?:(?!\]\]>)[\s\S])*\]\]>/uy)
      if (data !== '') text += data.slice(9, -3)
      else if (/^<[!?]/u.test(this.#source.slice(this.#at, this.#at + 2))) this.#skipMisc()
      else children.push(this.#readElement(namespaces))
    }
  }

  #skipMisc(): void {
    if (this.#take(MISC) === '') throw this.#error('a declaration is not allowed')
  }

  #decode(text: string): string {
    if (text.includes(']]>')) throw this.#error('`]]>` stands in text')
    return text.replace(/&([^;\s]{0,12};?)/gu, (_, reference: string) => {
      const character = ENTITIES[reference] ?? numericCharacter(reference)
      if (character === undefined) throw this.#error('`&` begins no reference')
      return character
    })
  }

  #expand(
    written: string,
    namespaces: Namespaces,
    isElement: boolean,
  ): { readonly namespace: string; readonly prefix: string; readonly name: string } {
    const [first = '', second] = written.split(':')
    if (second === undefined)
      return { namespace: isElement ? (namespaces.get('') ?? '') : '', prefix: '', name: first }
    const namespace = namespaces.get(first)
    if (namespace === undefined) throw this.#error(`the prefix \`${first}\` is not declared`)
    return { namespace, prefix: first, name: second }
  }
}

function declared(outer: Namespaces, attributes: ReadonlyMap<string, string>): Namespaces {
  const own = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  if (own.length === 0) return outer
  return new Map([...outer, ...own.map(([key, value]) => [key.slice(6), value] as const)])
}

const ENTITIES: Readonly<Record<string, string>> = {
  'lt;': '<',
  'gt;': '>',
  'amp;': '&',
  'quot;': '"',
  'apos;': "'",
}

function numericCharacter(reference: string): string | undefined {
  const match = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));$/u.exec(reference)
  if (match === null) return undefined
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16)
  if (code > 0x10ffff) return undefined
  const character = String.fromCodePoint(code)
  return FORBIDDEN.test(character) ? undefined : character
}
