/** XML of a template as a tree, with the place of every element so that it can be cut out of the text. */
import { SaxesParser } from 'saxes'
import type { Part } from '../../write/package.ts'
import { damaged, format, type PptxTemplateError, shownName } from './template-error.ts'

export type XmlNode = {
  /** With the usual prefix of its namespace: `p:sp`, `a:off`; others by their address: `{urn:x}y`. */
  readonly name: string
  /** Plain ones by their name, those of relationships as `r:id`. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  /** Of the element in the text: where its first tag begins and ends, and where it ends itself. */
  readonly start: number
  readonly opened: number
  readonly end: number
}

/** Of ISO/IEC 29500 transitional; the strict ones are others. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/content-types': '',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}
const STRICT = 'http://purl.oclc.org/ooxml/'

/** Masters of large institutes nest about fifteen deep. */
const MOST_DEEP = 200
const MOST_BYTES = 12_000_000

/** @param part for messages. Throws PptxTemplateError. */
export function parseXml(bytes: Uint8Array, part: string): { text: string; root: XmlNode } {
  const text = decode(bytes, part)
  const parser = new SaxesParser({ xmlns: true })
  const holder: Open = openNode('', {}, 0)
  const stack: Open[] = [holder]
  parser.on('doctype', () => {
    throw damaged(`\`${shownName(part)}\` of the PowerPoint template declares a DOCTYPE`)
  })
  parser.on('error', () => {
    throw notXml(part)
  })
  parser.on('opentag', (tag) => {
    if (tag.uri.startsWith(STRICT)) throw strict()
    if (stack.length > MOST_DEEP) throw notXml(part)
    const start = text.lastIndexOf('<', parser.position - 1)
    const node = openNode(nameOf(tag.uri, tag.local), attributesOf(tag.attributes), start)
    node.opened = parser.position
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('closetag', () => {
    const node = stack.pop()
    if (node !== undefined) node.end = parser.position
  })
  parser.write(text).close()
  const [root] = holder.children
  if (root === undefined) throw notXml(part)
  return { text, root }
}

/** A part as it stands in the package of a deck. */
export function parsePart({ path, content }: Pick<Part, 'path' | 'content'>): {
  text: string
  root: XmlNode
} {
  return parseXml(typeof content === 'string' ? new TextEncoder().encode(content) : content, path)
}

type Open = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { readonly children: XmlNode[] }

function openNode(name: string, attributes: XmlNode['attributes'], start: number): Open {
  return { name, attributes, children: [], start, opened: start, end: start }
}

function decode(bytes: Uint8Array, part: string): string {
  if (bytes.length > MOST_BYTES)
    throw damaged(`\`${shownName(part)}\` of the PowerPoint template is larger than any master is`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw notXml(part)
  }
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES[uri]
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}${local}`
}

type SaxAttribute = { readonly uri: string; readonly local: string; readonly value: string }

function attributesOf(all: Readonly<Record<string, SaxAttribute>>): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const { uri, local, value } of Object.values(all))
    attributes[uri === '' ? local : nameOf(uri, local)] = value
  return attributes
}

function notXml(part: string): PptxTemplateError {
  return damaged(`\`${shownName(part)}\` of the PowerPoint template is no proper XML`)
}

function strict(): PptxTemplateError {
  return format(
    'The PowerPoint template was saved as Strict Open XML, which few programs read',
    'save it as PowerPoint Presentation (.pptx), not as Strict Open XML',
  )
}

/** The first child of that name, through any number of levels: `child(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')`. */
export function child(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  let found = node
  for (const name of names) found = found?.children.find((one) => one.name === name)
  return found
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((one) => one.name === name) ?? []
}

/** The node and all below it, in the order of the text. */
export function* walk(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const one of node.children) yield* walk(one)
}

export function numberOf(node: XmlNode | undefined, name: string): number | undefined {
  const text = node?.attributes[name]
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** `xsd:boolean`. */
export function isOff(node: XmlNode | undefined, name: string): boolean {
  return /^(?:0|false|off|f)$/.test(node?.attributes[name] ?? '')
}
