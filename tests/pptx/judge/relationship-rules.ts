/** What leads where (ECMA-376 Part 2 §6.5): each reference has its relationship, each relationship its part. */
import type { Package, Part, Relationship, Report } from './package.ts'
import { allNodes } from './read-xml.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/'

/** Ending of the type of the part that a relationship of each kind leads to (Part 1 §13.3, §14.2, §15.2). */
const TYPES: Readonly<Record<string, RegExp>> = {
  officeDocument: /(?:presentation|sheet)\.main\+xml$/,
  slide: /presentationml\.slide\+xml$/,
  slideLayout: /slideLayout\+xml$/,
  slideMaster: /slideMaster\+xml$/,
  notesSlide: /notesSlide\+xml$/,
  notesMaster: /notesMaster\+xml$/,
  handoutMaster: /handoutMaster\+xml$/,
  theme: /officedocument\.theme\+xml$/,
  chart: /drawingml\.chart\+xml$/,
  package: /spreadsheetml\.sheet$/,
  image: /^image\//,
  presProps: /presProps\+xml$/,
  viewProps: /viewProps\+xml$/,
  tableStyles: /tableStyles\+xml$/,
  worksheet: /worksheet\+xml$/,
  styles: /spreadsheetml\.styles\+xml$/,
  sharedStrings: /sharedStrings\+xml$/,
  table: /spreadsheetml\.table\+xml$/,
  'core-properties': /core-properties\+xml$/,
  'extended-properties': /extended-properties\+xml$/,
}

/** Their ids stand in the XML of the part; others are found by their kind alone. */
const NAMED_KINDS = new Set(['image', 'hyperlink', 'chart', 'package', 'worksheet'])
const NAMED_FROM: Readonly<Record<string, readonly string[]>> = {
  slide: ['presentation.main+xml', 'presentationml.slide+xml'],
  slideLayout: ['slideMaster+xml'],
  slideMaster: ['presentation.main+xml'],
  notesMaster: ['presentation.main+xml'],
}

export function checkRelationships(pack: Package, report: Report): void {
  checkList('_rels/.rels', pack.root, pack, report)
  if (pack.root.filter(({ kind }) => kind === 'officeDocument').length !== 1)
    report('no-main-part', '_rels/.rels', 'not one main part')
  for (const part of pack.parts.values()) {
    checkList(part.path, part.relationships, pack, report)
    checkReferences(part, report)
  }
  checkReach(pack, report)
}

const NCNAME = /^[A-Za-z_][\w.-]*$/

function checkList(
  from: string,
  relationships: readonly Relationship[],
  { parts }: Package,
  report: Report,
): void {
  const ids = new Set<string>()
  for (const one of relationships) {
    const { id, type, kind, target, isExternal, path } = one
    if (ids.has(id)) report('relationship-id', from, `${id} is given twice`)
    if (!NCNAME.test(id)) report('relationship-id', from, `"${id}" is no xsd:ID`)
    ids.add(id)
    if (!type.startsWith(OFFICE) && !type.startsWith(PACKAGE))
      report('relationship-type', from, type)
    if (isExternal) checkAddress(from, one, report)
    else checkTarget(from, one, parts.get(path), report)
    if (!isExternal && kind === 'hyperlink')
      report('relationship-type', from, `a hyperlink inside the package: ${target}`)
  }
}

function checkTarget(
  from: string,
  { id, kind, target }: Relationship,
  part: Part | undefined,
  report: Report,
): void {
  if (part === undefined) {
    report('dangling', from, `${id} leads to ${target}, not there`)
    return
  }
  if (!/^[A-Za-z0-9][\w./-]*$|^\.\.\/[\w./-]+$/.test(target))
    report('target', from, `${id}: ${target} is not a plain relative path`)
  const type = TYPES[kind]
  if (type === undefined) {
    report('relationship-type', from, `${kind} is not known`)
    return
  }
  if (!type.test(part.contentType))
    report('relationship-type', from, `${id} (${kind}) leads to ${part.contentType}`)
}

/** RFC 3986 appendix A; Office repairs a file with an address that it cannot read. */
const ADDRESS =
  /^(?:https?:\/\/(?:[\w\-.~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@?(?:\[[0-9A-Fa-f:.]+\]|(?:[\w\-.~!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)(?::\d{0,5})?(?:\/(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*)?|mailto:(?:[\w\-.~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})+)(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*)?$/

function checkAddress(from: string, { id, kind, target }: Relationship, report: Report): void {
  if (kind !== 'hyperlink') report('fetches', from, `${id} (${kind}) leads outside: ${target}`)
  if (!ADDRESS.test(target)) report('address', from, `${id}: ${target.slice(0, 200)}`)
  // Office takes no longer ones (it counts 2,083 letters, as its browser did).
  if (target.length > 2083) report('address', from, `${id}: ${target.length} letters`)
}

function checkReferences({ path, xml, relationships, contentType }: Part, report: Report): void {
  if (xml === undefined) return
  const used = new Set<string>()
  for (const node of allNodes(xml))
    for (const [name, value] of node.attributes)
      if (name.startsWith('r:')) {
        used.add(value)
        if (!relationships.some(({ id }) => id === value))
          report('dangling', path, `<${node.name} ${name}="${value}"> has no relationship`)
      }
  for (const { id, kind } of relationships) {
    const froms = NAMED_FROM[kind]
    const isNamed =
      NAMED_KINDS.has(kind) || froms?.some((ending) => contentType.endsWith(ending)) === true
    if (isNamed && !used.has(id)) report('unused-relationship', path, `${id} (${kind})`)
  }
}

function checkReach({ parts, root }: Package, report: Report): void {
  const reached = new Set<string>()
  const visit = (relationships: readonly Relationship[]): void => {
    for (const { path } of relationships) {
      const part = parts.get(path)
      if (part === undefined || reached.has(path)) continue
      reached.add(path)
      visit(part.relationships)
    }
  }
  visit(root)
  for (const path of parts.keys())
    if (!reached.has(path)) report('orphan', path, 'no relationship leads here')
}
