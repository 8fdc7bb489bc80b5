/**
 * A strict reader of the part of XML 1.0 that an SVG of ours may use: elements, quoted attributes, text and
 * the predefined entities. Anything else (a comment, a bare `&`, a forbidden character) is a mistake.
 */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Elements and stretches of text in order. */
  readonly children: (Element | string)[]
}

/** XML 1.0 (fifth edition) §2.2: what is not a Char; lone surrogates are no characters at all. */
const FORBIDDEN_RE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
const TOKEN_RE = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

export function parseXml(xml: string): Element {
  const forbidden = FORBIDDEN_RE.exec(xml)
  if (forbidden !== null)
    throw new Error(`a character XML forbids: U+${forbidden[0].charCodeAt(0).toString(16)}`)
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  TOKEN_RE.lastIndex = 0
  while (TOKEN_RE.lastIndex < xml.length) {
    const at = TOKEN_RE.lastIndex
    const token = TOKEN_RE.exec(xml)
    if (token === null) throw new Error(`not well-formed at: ${xml.slice(at, at + 60)}`)
    const [, close, name = '', attributes = '', isEmpty, text] = token
    if (text !== undefined) open.at(-1)?.children.push(decode(text))
    else if (close === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`)
    } else {
      const element: Element = { name, attributes: readAttributes(attributes), children: [] }
      open.at(-1)?.children.push(element)
      if (isEmpty !== '/') open.push(element)
    }
  }
  const [only, ...more] = root.children
  if (open.length !== 1 || more.length > 0 || only === undefined || typeof only === 'string')
    throw new Error('not one element')
  return only
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of text.matchAll(/([\w:.-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`attribute ${name} stands twice`)
    attributes[name] = decode(value)
  }
  return attributes
}

function decode(text: string): string {
  return text.replace(/&([^;]*;?)/g, (entity, name: string) => {
    const character = ENTITIES[name.replace(/;$/, '')]
    if (character === undefined || !name.endsWith(';'))
      throw new Error(`a bare ampersand: ${entity}`)
    return character
  })
}
