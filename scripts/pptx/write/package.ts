/** An Open Packaging Conventions package (ECMA-376 Part 2): parts, their types, their relationships, one zip. */
import { element, XML_HEAD } from './xml.ts'
import { writeZip } from './zip.ts'

export type Part = {
  /** Without the leading slash: `ppt/slides/slide1.xml`. */
  readonly path: string
  /** Of `[Content_Types].xml`. */
  readonly contentType: string
  readonly content: string | Uint8Array
  readonly relationships?: readonly Relationship[]
  /** The same in many packages. */
  readonly isCommon?: boolean
}

export type Relationship = {
  readonly id: string
  readonly type: string
  /** A path of the package, or an address when it is external. */
  readonly target: string
  readonly isExternal?: boolean
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Type of a relationship of ECMA-376 Part 1 by the last word of its address. */
export function relationshipType(name: string): string {
  return `${OFFICE}/${name}`
}

/** Content type of a part of ECMA-376 Part 1 by its last words: `presentationml.slide+xml`. */
export function officeType(name: string): string {
  return `application/vnd.openxmlformats-officedocument.${name}`
}

export const CORE_PROPERTIES_TYPE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

/** The same parts give the same bytes: their order is theirs, their time is fixed. */
export function writePackage(parts: readonly Part[], root: readonly Relationship[]): Uint8Array {
  const linked = parts.filter(({ relationships }) => (relationships?.length ?? 0) > 0)
  return writeZip([
    { ...COMMON, path: '[Content_Types].xml', content: contentTypes(parts) },
    { ...COMMON, path: '_rels/.rels', content: relationshipsXml('', root) },
    ...parts.map(({ path, content, isCommon = false }) => ({
      path,
      content,
      isPacked: isPacked(path),
      isCommon,
    })),
    ...linked.map(({ path, relationships = [] }) => ({
      ...COMMON,
      path: relationshipsPath(path),
      content: relationshipsXml(path, relationships),
    })),
  ])
}

/** Decks of one shelf are often as long, with slides of one layout at the same number. */
const COMMON = { isPacked: false, isCommon: true } as const

function isPacked(path: string): boolean {
  return /\.(?:png|jpe?g|xlsx)$/i.test(path)
}

export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

function contentTypes(parts: readonly Part[]): string {
  const defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ])
  const overrides = parts.map(({ path, contentType }) =>
    element('Override', { PartName: `/${path}`, ContentType: contentType }),
  )
  return `${XML_HEAD}${element(
    'Types',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
    ...[...defaults].map(([Extension, ContentType]) =>
      element('Default', { Extension, ContentType }),
    ),
    ...overrides,
  )}`
}

function relationshipsXml(from: string, relationships: readonly Relationship[]): string {
  return `${XML_HEAD}${element(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...relationships.map(({ id, type, target, isExternal }) =>
      element('Relationship', {
        Id: id,
        Type: type,
        Target: isExternal === true ? target : relativePath(from, target),
        TargetMode: isExternal === true ? 'External' : undefined,
      }),
    ),
  )}`
}

/** Office writes relative targets, and some readers know no others. */
function relativePath(from: string, target: string): string {
  const here = from.split('/').slice(0, -1)
  const there = target.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared])
    shared += 1
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/')
}
