/** A file of Office as the judge sees it: parts with their types, relationships and XML. */
import { readXml, type XmlNode } from './read-xml.ts'
import type { ZipEntry } from './read-zip.ts'

export type Finding = {
  /** Kebab-case, of the rule. */
  readonly rule: string
  readonly part: string
  readonly message: string
}

export type Relationship = {
  readonly id: string
  /** The last word of its address: `slideLayout`. */
  readonly kind: string
  readonly type: string
  /** As written. */
  readonly target: string
  readonly isExternal: boolean
  /** Path of the part that it leads to; of external ones empty. */
  readonly path: string
}

export type Part = {
  readonly path: string
  readonly bytes: Uint8Array
  readonly contentType: string
  /** Of parts that are XML. */
  readonly xml: XmlNode | undefined
  readonly relationships: readonly Relationship[]
}

export type Package = {
  readonly entries: readonly ZipEntry[]
  /** Without `[Content_Types].xml` and the parts of relationships. */
  readonly parts: ReadonlyMap<string, Part>
  readonly root: readonly Relationship[]
  readonly types: ContentTypes
  /** What could not be read. */
  readonly faults: readonly Finding[]
}

export type ContentTypes = {
  readonly defaults: ReadonlyMap<string, string>
  readonly overrides: ReadonlyMap<string, string>
}

export const TYPES_PATH = '[Content_Types].xml'
const XML_TYPE = /[+/]xml$/

export function openPackage(entries: readonly ZipEntry[]): Package {
  const faults: Finding[] = []
  const byPath = new Map(entries.map((entry) => [entry.path, entry]))
  const parse = (path: string): XmlNode | undefined => {
    const entry = byPath.get(path)
    if (entry === undefined) return undefined
    try {
      return readXml(entry.bytes)
    } catch (error) {
      faults.push({ rule: 'well-formed', part: path, message: String(error) })
      return undefined
    }
  }
  const types = readTypes(parse(TYPES_PATH))
  const relationshipsOf = (path: string): readonly Relationship[] =>
    readRelationships(parse(relationshipsPath(path)), path)
  const parts = new Map<string, Part>()
  for (const { path, bytes } of entries) {
    if (path === TYPES_PATH || path.endsWith('.rels')) continue
    const contentType = typeOf(path, types)
    const xml = XML_TYPE.test(contentType) || path.endsWith('.xml') ? parse(path) : undefined
    parts.set(path, { path, bytes, contentType, xml, relationships: relationshipsOf(path) })
  }
  return { entries, parts, root: relationshipsOf(''), types, faults }
}

export function typeOf(path: string, { defaults, overrides }: ContentTypes): string {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return overrides.get(path) ?? defaults.get(extension) ?? ''
}

function readTypes(xml: XmlNode | undefined): ContentTypes {
  const defaults = new Map<string, string>()
  const overrides = new Map<string, string>()
  for (const { name, attributes } of xml?.children ?? []) {
    const type = attributes.get('ContentType') ?? ''
    if (name === 'ct:Default') defaults.set((attributes.get('Extension') ?? '').toLowerCase(), type)
    else overrides.set((attributes.get('PartName') ?? '').slice(1), type)
  }
  return { defaults, overrides }
}

export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

function readRelationships(xml: XmlNode | undefined, from: string): readonly Relationship[] {
  return (xml?.children ?? []).map(({ attributes }) => {
    const target = attributes.get('Target') ?? ''
    const type = attributes.get('Type') ?? ''
    const isExternal = attributes.get('TargetMode') === 'External'
    return {
      id: attributes.get('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      type,
      target,
      isExternal,
      path: isExternal ? '' : resolve(from, target),
    }
  })
}

/** RFC 3986 §5.2 for names of parts. */
function resolve(from: string, target: string): string {
  const path = target.split('#')[0] ?? ''
  if (path === '') return from
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.replace(/^\//, '').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Parts of a type by the last word of its name: `presentationml.slide+xml`. */
export function partsOfType(pack: Package, ending: string): readonly Part[] {
  return [...pack.parts.values()].filter(({ contentType }) => contentType.endsWith(ending))
}

/** The part that a relationship of this kind leads to. */
export function relatedPart(pack: Package, part: Part | undefined, kind: string): Part | undefined {
  const found = part?.relationships.find((one) => one.kind === kind)
  return found === undefined ? undefined : pack.parts.get(found.path)
}

/** A list of findings that rules write to, with the names of rule and part said once. */
export type Report = (rule: string, part: string, message: string) => void
