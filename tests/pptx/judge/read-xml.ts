/** XML by a strict parser with namespaces, as a tree whose names have the prefixes of the standard. */
import { SaxesParser } from 'saxes'

export type XmlNode = {
  /** `p:sld`; of a namespace that is not in the table: `{address}name`. */
  readonly name: string
  /** `id`, `r:id`; declarations of namespaces left out. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** Of this element itself. */
  readonly text: string
}

const OFFICE = 'http://schemas.openxmlformats.org'

/** By the prefixes of ECMA-376. */
const PREFIXES: Readonly<Record<string, string>> = {
  '': '',
  [`${OFFICE}/presentationml/2006/main`]: 'p:',
  [`${OFFICE}/drawingml/2006/main`]: 'a:',
  [`${OFFICE}/drawingml/2006/chart`]: 'c:',
  [`${OFFICE}/officeDocument/2006/relationships`]: 'r:',
  [`${OFFICE}/package/2006/relationships`]: 'rel:',
  [`${OFFICE}/package/2006/content-types`]: 'ct:',
  [`${OFFICE}/package/2006/metadata/core-properties`]: 'cp:',
  [`${OFFICE}/officeDocument/2006/extended-properties`]: 'ep:',
  [`${OFFICE}/spreadsheetml/2006/main`]: 's:',
  [`${OFFICE}/markup-compatibility/2006`]: 'mc:',
  'http://schemas.microsoft.com/office/powerpoint/2010/main': 'p14:',
  'http://schemas.microsoft.com/office/drawing/2016/SVG/main': 'asvg:',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec:',
  'http://schemas.microsoft.com/office/drawing/2010/main': 'a14:',
  'http://schemas.microsoft.com/office/drawing/2014/chart': 'c16:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
}

function nameOf(uri: string, local: string): string {
  const prefix = PREFIXES[uri]
  return prefix === undefined ? `{${uri}}${local}` : `${prefix}${local}`
}

type Open = {
  name: string
  attributes: ReadonlyMap<string, string>
  children: XmlNode[]
  text: string
}

/** Throws what the parser finds wrong. */
export function readXml(bytes: Uint8Array): XmlNode {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const parser = new SaxesParser({ xmlns: true })
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Open[] = [root]
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type, which a package may not have (ECMA-376 Part 2 §9.1.1)')
  })
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes)
      .filter(({ uri }) => uri !== 'http://www.w3.org/2000/xmlns/')
      .map(({ uri, local, value }): [string, string] => [nameOf(uri, local), value])
    const node: Open = {
      name: nameOf(tag.uri, tag.local),
      attributes: new Map(attributes),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  const addText = (piece: string): void => {
    const node = open.at(-1)
    if (node !== undefined) node.text += piece
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  const [first] = root.children
  if (first === undefined) throw new Error('no element')
  return first
}

/** The element and everything in it, in the order of the document. */
export function* allNodes(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) yield* allNodes(child)
}

export function find(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node === undefined ? [] : [...allNodes(node)].filter((one) => one.name === name)
}

/** Down through children: `p:cSld/p:spTree`. */
export function childAt(node: XmlNode | undefined, path: string): XmlNode | undefined {
  let here = node
  for (const name of path.split('/')) here = here?.children.find((child) => child.name === name)
  return here
}

export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? []
}

export function numberOf(node: XmlNode | undefined, attribute: string): number {
  return Number(node?.attributes.get(attribute) ?? Number.NaN)
}

/** All letters in it. */
export function textOf(node: XmlNode | undefined): string {
  return node === undefined ? '' : [...allNodes(node)].map(({ text }) => text).join('')
}
