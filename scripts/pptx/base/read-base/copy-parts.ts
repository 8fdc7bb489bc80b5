/** The parts of an institute's package that a deck takes along, and all that they lead to. */
import type { Part, Relationship } from '../../write/package.ts'
import { cutReferences } from './cut-references.ts'
import type { Link, TemplatePackage } from './template-package.ts'

export type CopiedParts = {
  readonly parts: readonly Part[]
  /** Where a part of the template stands in the deck. */
  pathOf(part: string): string
}

/** What belongs to slides or to programs, or says who made the file. */
const LEFT_OUT =
  /^(?:slide|notesSlide|comments?|commentAuthors|authors|person|vbaProject|wordVbaData|control|activeXControlBinary|customXml|customXmlProps|printerSettings|thumbnail|attachedTemplate|slideUpdateInfo|presProps|viewProps|extended-properties|custom-properties|core-properties|revisionInfo|attachedToolbars|keyMapCustomizations)$/i
/** The same by their content, whatever they are called. */
const FORBIDDEN_TYPE = /vbaProject|activeX|macroEnabled|printerSettings|customXml/i

/** @param roots parts of the template, each followed through all its relationships */
export function copyParts(pack: TemplatePackage, roots: readonly string[]): CopiedParts {
  const found = new Map<string, readonly Link[]>()
  const waiting = [...roots]
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    if (found.has(part)) continue
    const kept = pack.links(part).filter((link) => isKept(link, pack))
    found.set(part, kept)
    waiting.push(...kept.filter(({ isExternal }) => !isExternal).map(({ target }) => target))
  }
  const paths = choosePaths([...found.keys()], pack)
  const pathOf = (part: string): string => paths.get(part) ?? part
  const parts = [...found].map(([part, links]): Part => {
    const relationships = links.map((link) => relationshipOf(link, pathOf))
    return {
      path: pathOf(part),
      contentType: pack.contentType(part),
      content: contentOf(pack, part, links),
      relationships,
    }
  })
  return { parts, pathOf }
}

function isKept({ kind, target, isExternal, type }: Link, pack: TemplatePackage): boolean {
  if (target === '' || LEFT_OUT.test(kind)) return false
  if (isExternal) return type.endsWith('/hyperlink') && /^(?:https?|mailto):/i.test(target)
  const contentType = pack.contentType(target)
  return contentType !== '' && !FORBIDDEN_TYPE.test(contentType)
}

function relationshipOf(
  { id, type, target, isExternal }: Link,
  pathOf: (part: string) => string,
): Relationship {
  return isExternal ? { id, type, target, isExternal } : { id, type, target: pathOf(target) }
}

/** XML that refers to nothing left out is taken as its bytes are. */
function contentOf(
  pack: TemplatePackage,
  part: string,
  links: readonly Link[],
): string | Uint8Array {
  const type = pack.contentType(part)
  if (!/[+/]xml$/i.test(type)) return pack.bytes(part)
  const { text, root, isMended } = pack.xml(part)
  const kept = new Set(links.map(({ id }) => id))
  return cutReferences(text, root, kept) ?? (isMended === true ? text : pack.bytes(part))
}

/** Where slides, notes and properties of our own stand, and what is renamed: a template may be a deck of ours. */
const OURS =
  /^(?:ppt\/(?:slides|notesSlides|brand)\/|ppt\/(?:presentation|presProps|viewProps)\.xml$|docProps\/)/i
/** Names that need no escaping anywhere, with no longer number than we count to. */
const PLAIN = /^(?:[\w-]+\/)*[a-z_-]*\d{0,6}\.[a-z0-9]{1,8}$/i

function choosePaths(parts: readonly string[], pack: TemplatePackage): ReadonlyMap<string, string> {
  let count = 0
  return new Map(
    parts.map((part) => {
      if (isFree(part, pack)) return [part, part]
      const ending = /\.([a-z0-9]{1,8})$/i.exec(part)?.[1] ?? 'bin'
      count += 1
      return [part, `ppt/brand/part${count}.${ending}`]
    }),
  )
}

function isFree(part: string, pack: TemplatePackage): boolean {
  if (!PLAIN.test(part) || OURS.test(part) || /(?:^|\/)_rels\//i.test(part)) return false
  const isGallery = /tableStyles/i.test(pack.contentType(part))
  return isGallery || part.toLowerCase() !== 'ppt/tablestyles.xml'
}
