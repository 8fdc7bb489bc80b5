/** Runs of text, their languages and links; GUIDs. */
import { type Package, type Part, type Report, relatedPart } from './package.ts'
import { allNodes, childAt, textOf, type XmlNode } from './read-xml.ts'

export function checkText(pack: Package, report: Report): void {
  for (const part of pack.parts.values()) {
    if (part.xml === undefined) continue
    for (const node of allNodes(part.xml)) {
      if (node.name === 'a:r' || node.name === 'a:fld') checkRun(node, part, report)
      if (node.name === 'a:p') checkParagraph(node, part, report)
      if (node.name === 'a:hlinkClick') checkLink(node, part, pack, report)
      checkGuids(node, part, report)
    }
  }
}

/** RFC 5646, as far as programs write it: `en-IN`. */
const LANG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/

function checkRun(run: XmlNode, { path }: Part, report: Report): void {
  const text = textOf(run.children.find(({ name }) => name === 'a:t'))
  if (/[\n\r\v\f]/.test(text))
    report('line-in-run', path, `a break inside a run: ${JSON.stringify(text.slice(0, 60))}`)
  const lang = childAt(run, 'a:rPr')?.attributes.get('lang')
  if (text !== '' && (lang === undefined || !LANG.test(lang)))
    report('lang', path, `"${text.slice(0, 40)}" is in ${lang ?? 'no language'}`)
  if (lang === undefined) return
  const isHindi = lang.startsWith('hi')
  if (/(?=\p{Script=Devanagari})\p{L}/u.test(text) && !isHindi)
    report('lang', path, `Devanagari in ${lang}: "${text.slice(0, 40)}"`)
  if (/\p{Script=Latin}{2}/u.test(text) && isHindi)
    report('lang', path, `Latin in ${lang}: "${text.slice(0, 40)}"`)
}

function checkParagraph(paragraph: XmlNode, { path }: Part, report: Report): void {
  const start = paragraph.children[0]
  const level = Number(start?.attributes.get('lvl') ?? 0)
  if (start?.name === 'a:pPr' && !(level >= 0 && level <= 8)) report('level', path, `${level}`)
}

/** §21.1.2.3.5; an action that opens a program or a file is none that content may have. */
const JUMP = 'ppaction://hlinksldjump'

function checkLink(node: XmlNode, part: Part, pack: Package, report: Report): void {
  const id = node.attributes.get('r:id')
  const action = node.attributes.get('action')
  const relationship = part.relationships.find((one) => one.id === id)
  const isSlide = relationship?.kind === 'slide'
  if (relationship !== undefined && !isSlide && relationship.kind !== 'hyperlink')
    report('link', part.path, `leads to a ${relationship.kind}`)
  if (isSlide !== (action === JUMP)) report('link', part.path, `action ${action}`)
  if (isSlide && !pack.parts.has(relationship.path)) report('link', part.path, 'no such slide')
  if (node.attributes.has('invalidUrl')) report('link', part.path, 'an invalid address')
}

const GUID = /^\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}\}$/

/** Not of `c:ext`: Office itself writes the addresses of its chart extensions with small letters. */
const GUIDS: Readonly<Record<string, string>> = {
  'a:fld': 'id',
  'a:ext': 'uri',
  'p:ext': 'uri',
  'p14:section': 'id',
  'a:tblStyleLst': 'def',
  'a:tblStyle': 'styleId',
}

function checkGuids({ name, attributes, text }: XmlNode, { path }: Part, report: Report): void {
  const attribute = GUIDS[name]
  const isSize = name === 'a:ext' && attributes.has('cx')
  if (attribute !== undefined && !isSize && !GUID.test(attributes.get(attribute) ?? ''))
    report('guid', path, `<${name} ${attribute}="${attributes.get(attribute)}">`)
  if (name === 'a:tableStyleId' && !GUID.test(text)) report('guid', path, text)
}

/** Core properties: each once, of no other kind, without language (ECMA-376 Part 2 §8.3.3 and §8.3.4). */
export function checkProperties(pack: Package, report: Report): void {
  const main = { relationships: pack.root } as Part
  const core = relatedPart(pack, main, 'core-properties')
  const seen = new Set<string>()
  for (const { name, attributes, children, text } of core?.xml?.children ?? []) {
    const path = core?.path ?? ''
    if (seen.has(name)) report('properties', path, `${name} twice`)
    seen.add(name)
    if (!CORE.has(name)) report('properties', path, `${name} is not one of them`)
    if (attributes.has('xml:lang')) report('properties', path, `${name} with a language`)
    if (name !== 'cp:keywords' && children.length > 0)
      report('properties', path, `${name} is not text`)
    if (!name.startsWith('dcterms:')) continue
    if (attributes.get('xsi:type') !== 'dcterms:W3CDTF')
      report('properties', path, `type of ${name}`)
    if (!/^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?Z)?)?)?$/.test(text))
      report('properties', path, `${name} ${text}`)
  }
  const app = relatedPart(pack, main, 'extended-properties')
  const slides = [...pack.parts.values()].filter(({ contentType }) =>
    contentType.endsWith('presentationml.slide+xml'),
  ).length
  const said = textOf(childAt(app?.xml, 'ep:Slides'))
  if (slides > 0 && said !== '' && Number(said) !== slides)
    report('properties', app?.path ?? '', `${said} slides, not ${slides}`)
}

const CORE = new Set([
  'cp:category',
  'cp:contentStatus',
  'dcterms:created',
  'dc:creator',
  'dc:description',
  'dc:identifier',
  'cp:keywords',
  'dc:language',
  'cp:lastModifiedBy',
  'cp:lastPrinted',
  'dcterms:modified',
  'cp:revision',
  'dc:subject',
  'dc:title',
  'cp:version',
])
