/** XMP metadata: an RDF graph in XML, read as properties (XMP Specification 2005, ISO 16684-1). */
import { parseXml, type XmlElement, XmlError } from './xml.ts'

export type XmpProperty = {
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly value: XmpValue
}

export type XmpValue =
  | { readonly kind: 'text'; readonly text: string; readonly lang: string }
  | { readonly kind: 'array'; readonly type: string; readonly items: readonly XmpValue[] }
  | { readonly kind: 'fields'; readonly fields: readonly XmpProperty[] }

export type Xmp = {
  readonly properties: readonly XmpProperty[]
  /** Attributes of the opening `<?xpacket …?>`. */
  readonly packetHeader: string
}

export const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** Packets have a few kilobytes, and some padding. */
const MAX_BYTES = 1024 * 1024

/** A string says why the packet is not well-formed. */
export function readXmp(bytes: Uint8Array): Xmp | string {
  if (bytes.length > MAX_BYTES) return 'it is larger than 1 MB'
  try {
    const source = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const root = parseXml(source)
    const rdf = isRdf(root, 'RDF') ? root : root.children.find((child) => isRdf(child, 'RDF'))
    if (rdf === undefined) return 'it holds no rdf:RDF'
    if (rdf.children.some((child) => !isRdf(child, 'Description')))
      return 'rdf:RDF holds something other than rdf:Description'
    return {
      properties: rdf.children.flatMap(propertiesOf),
      packetHeader: /<\?xpacket\s+(begin[^?]*)\?>/u.exec(source)?.[1] ?? '',
    }
  } catch (error) {
    if (error instanceof XmlError) return `it is not well-formed XML: ${error.message}`
    if (error instanceof TypeError) return 'it is not UTF-8'
    throw error
  }
}

function isRdf(element: XmlElement, name: string): boolean {
  return element.namespace === RDF && element.name === name
}

/** Properties as elements and, in the short form, as attributes of the description. */
function propertiesOf(description: XmlElement): readonly XmpProperty[] {
  const short = description.attributes
    .filter(({ namespace, prefix }) => namespace !== RDF && namespace !== '' && prefix !== 'xml')
    .map(({ namespace, prefix, name, value }) => ({
      namespace,
      prefix,
      name,
      value: { kind: 'text', text: value, lang: '' } as const,
    }))
  const long = description.children.map((child) => ({
    namespace: child.namespace,
    prefix: child.prefix,
    name: child.name,
    value: xmpValueOf(child),
  }))
  return [...short, ...long]
}

function xmpValueOf(element: XmlElement): XmpValue {
  const [only] = element.children
  const isResource = element.attributes.some(
    ({ namespace, name, value }) =>
      namespace === RDF && name === 'parseType' && value === 'Resource',
  )
  if (isResource) return { kind: 'fields', fields: propertiesOf(element) }
  if (only === undefined) {
    const fields = propertiesOf(element)
    if (fields.length > 0) return { kind: 'fields', fields }
    const lang = element.attributes.find(({ prefix, name }) => prefix === 'xml' && name === 'lang')
    return { kind: 'text', text: element.text, lang: lang?.value ?? '' }
  }
  if (isRdf(only, 'Description')) return { kind: 'fields', fields: propertiesOf(only) }
  return { kind: 'array', type: only.name, items: only.children.map(xmpValueOf) }
}

export function findProperty(
  properties: readonly XmpProperty[],
  namespace: string,
  name: string,
): XmpProperty | undefined {
  return properties.find((property) => property.namespace === namespace && property.name === name)
}

/** The text of a simple value, or of an array's default or first item. */
export function plainText(value: XmpValue | undefined): string | undefined {
  if (value === undefined || value.kind === 'fields') return undefined
  if (value.kind === 'text') return value.text
  const texts = value.items.filter((item) => item.kind === 'text')
  return (texts.find(({ lang }) => lang === 'x-default') ?? texts[0])?.text
}
