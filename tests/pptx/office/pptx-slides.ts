/** What the slides of a PowerPoint file say and where, read from its XML with no knowledge of the writer. */
import { openPackage, type Package, type Part, relatedPart } from '../judge/package.ts'
import {
  allNodes,
  childAt,
  childrenOf,
  find,
  numberOf,
  textOf,
  type XmlNode,
} from '../judge/read-xml.ts'
import { readZip } from '../judge/read-zip.ts'
import type { Box } from './pdf-pages.ts'

export type PptxSlide = {
  readonly texts: readonly ShapeText[]
  /** `descr` of pictures, charts and groups, in order. */
  readonly alts: readonly string[]
  /** Letters of the charts of the slide: titles, names, labels. */
  readonly charts: string
  readonly notes: string
}

export type ShapeText = {
  readonly name: string
  /** `type` of its placeholder; undefined: none. */
  readonly placeholder: string | undefined
  readonly paragraphs: readonly string[]
  /** In points; undefined when neither slide, layout nor master says it. */
  readonly box: Box | undefined
}

export function readPptxSlides(file: Uint8Array): readonly PptxSlide[] {
  const pack = openPackage(readZip(file))
  const main = [...pack.parts.values()].find(({ contentType }) =>
    contentType.endsWith('presentation.main+xml'),
  )
  return find(main?.xml, 'p:sldId').flatMap(({ attributes }) => {
    const id = attributes.get('r:id')
    const path = main?.relationships.find((one) => one.id === id)?.path ?? ''
    const slide = pack.parts.get(path)
    return slide === undefined ? [] : [readSlide(slide, pack)]
  })
}

function readSlide(slide: Part, pack: Package): PptxSlide {
  const tree = childAt(slide.xml, 'p:cSld/p:spTree')
  const charts = slide.relationships
    .filter(({ kind }) => kind === 'chart')
    .map(({ path }) => textOf(pack.parts.get(path)?.xml))
  const notes = relatedPart(pack, slide, 'notesSlide')
  return {
    texts: [...allNodes(tree ?? EMPTY)].flatMap((node) => readShape(node, slide, pack)),
    alts: find(tree, 'p:cNvPr').flatMap(({ attributes }) => attributes.get('descr') ?? []),
    charts: charts.join(' '),
    notes: find(notes?.xml, 'a:p').map(paragraphText).join('\n'),
  }
}

const EMPTY: XmlNode = { name: '', attributes: new Map(), children: [], text: '' }

function readShape(node: XmlNode, slide: Part, pack: Package): readonly ShapeText[] {
  if (node.name !== 'p:sp' && node.name !== 'p:graphicFrame') return []
  const properties = childAt(node, node.name === 'p:sp' ? 'p:nvSpPr' : 'p:nvGraphicFramePr')
  const name = childAt(properties, 'p:cNvPr')?.attributes.get('name') ?? ''
  const place = childAt(properties, 'p:nvPr/p:ph')
  const paragraphs = find(node, 'a:p')
    .map(paragraphText)
    .filter((text) => text.trim() !== '')
  if (paragraphs.length === 0) return []
  const own = boxOf(childAt(node, 'p:spPr/a:xfrm') ?? childAt(node, 'p:xfrm'))
  const box = own ?? (place === undefined ? undefined : inheritedBox(place, slide, pack))
  const type = place === undefined ? undefined : (place.attributes.get('type') ?? 'obj')
  return [{ name, placeholder: type, paragraphs, box }]
}

function paragraphText(paragraph: XmlNode): string {
  return [...allNodes(paragraph)]
    .map(({ name, text }) => (name === 'a:t' ? text : name === 'a:br' ? '\n' : ''))
    .join('')
}

const EMU_PER_PT = 12_700

function boxOf(transform: XmlNode | undefined): Box | undefined {
  const [offset, extent] = [childAt(transform, 'a:off'), childAt(transform, 'a:ext')]
  if (offset === undefined || extent === undefined) return undefined
  const left = numberOf(offset, 'x') / EMU_PER_PT
  const top = numberOf(offset, 'y') / EMU_PER_PT
  const right = left + numberOf(extent, 'cx') / EMU_PER_PT
  return { left, top, right, bottom: top + numberOf(extent, 'cy') / EMU_PER_PT }
}

/** From the layout by index, else from the master by type. */
function inheritedBox(place: XmlNode, slide: Part, pack: Package): Box | undefined {
  const layout = relatedPart(pack, slide, 'slideLayout')
  const master = relatedPart(pack, layout, 'slideMaster')
  const index = place.attributes.get('idx') ?? '0'
  const inLayout = placeholders(layout).find(
    ({ idx, type }) => idx === index || isTitle(type, place),
  )
  const type = inLayout?.type ?? place.attributes.get('type') ?? 'obj'
  const wanted = type === 'ctrTitle' ? 'title' : /^(?:obj|subTitle)$/.test(type) ? 'body' : type
  return inLayout?.box ?? placeholders(master).find((one) => one.type === wanted)?.box
}

function isTitle(type: string, place: XmlNode): boolean {
  return /itle$/.test(type) && type === place.attributes.get('type') && type !== 'subTitle'
}

function placeholders(part: Part | undefined): readonly {
  readonly idx: string
  readonly type: string
  readonly box: Box | undefined
}[] {
  return childrenOf(childAt(part?.xml, 'p:cSld/p:spTree'), 'p:sp').flatMap((shape) => {
    const node = childAt(shape, 'p:nvSpPr/p:nvPr/p:ph')
    if (node === undefined) return []
    const { attributes } = node
    const box = boxOf(childAt(shape, 'p:spPr/a:xfrm'))
    return [{ idx: attributes.get('idx') ?? '0', type: attributes.get('type') ?? 'obj', box }]
  })
}
