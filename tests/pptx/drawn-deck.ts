/** A deck as shapes of PowerPoint slides, read back from the file. */
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { type PptxOutput, renderPptx } from '../../scripts/pptx/render-pptx.ts'
import { samplePictures, sampleTheme } from '../deck/sample-deck.ts'
import { openPackage, type Package, partsOfType, relatedPart } from './judge/package.ts'
import { childAt, childrenOf, find, numberOf, textOf, type XmlNode } from './judge/read-xml.ts'
import { readZip } from './judge/read-zip.ts'

/** In EMU. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type SlideShape = {
  readonly kind: 'shape' | 'group' | 'picture' | 'frame'
  readonly name: string
  /** `idx` of its placeholder, `title` of the title; undefined: it is none. */
  readonly placeholder: string | undefined
  readonly isDecorative: boolean
  /** Undefined: where the layout has it. */
  readonly box: Box | undefined
  /** Of its paragraphs, those of children too. */
  readonly texts: readonly string[]
  readonly children: readonly SlideShape[]
  readonly xml: XmlNode
}

export type DrawnSlide = {
  /** Of the layout: `Title Only`. */
  readonly layout: string
  readonly shapes: readonly SlideShape[]
}

export async function drawDeck(markdown: string, set = 'lecture'): Promise<readonly DrawnSlide[]> {
  return readSlides((await drawFile(markdown, set)).bytes)
}

export async function drawFile(markdown: string, set = 'lecture'): Promise<PptxOutput> {
  const theme = sampleTheme(set)
  const named = markdown.replace(/^theme: .*$/m, `theme: ${JSON.stringify(theme.name)}`)
  return renderPptx({
    markdown: paginateDeck(named, theme),
    pictures: samplePictures(),
    theme,
    hasNotes: true,
    properties: {
      title: 'Sample',
      author: '',
      company: '',
      subject: '',
      keywords: [],
      date: '',
      printedDate: '',
    },
  })
}

export function readSlides(bytes: Uint8Array): readonly DrawnSlide[] {
  const pack = openPackage(readZip(bytes))
  return partsOfType(pack, 'presentationml.slide+xml')
    .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
    .map((part) => ({
      layout:
        childAt(relatedPart(pack, part, 'slideLayout')?.xml, 'p:cSld')?.attributes.get('name') ??
        '',
      shapes: shapesIn(childAt(part.xml, 'p:cSld/p:spTree')),
    }))
}

export function xmlOf(bytes: Uint8Array, path: string): XmlNode | undefined {
  const pack: Package = openPackage(readZip(bytes))
  return pack.parts.get(path)?.xml
}

/** How the three kinds of shape name their parts (ECMA-376 Part 1 §19.3.1). */
const KINDS = {
  'p:sp': { kind: 'shape', about: 'p:nvSpPr', place: 'p:spPr/a:xfrm' },
  'p:grpSp': { kind: 'group', about: 'p:nvGrpSpPr', place: 'p:grpSpPr/a:xfrm' },
  'p:pic': { kind: 'picture', about: 'p:nvPicPr', place: 'p:spPr/a:xfrm' },
  'p:graphicFrame': { kind: 'frame', about: 'p:nvGraphicFramePr', place: 'p:xfrm' },
} as const

function shapesIn(tree: XmlNode | undefined): readonly SlideShape[] {
  return (tree?.children ?? []).flatMap((xml): readonly SlideShape[] => {
    // Only the names of the table are asked for.
    const parts = KINDS[xml.name as keyof typeof KINDS] as
      | (typeof KINDS)[keyof typeof KINDS]
      | undefined
    if (parts === undefined) return []
    const properties = childAt(xml, `${parts.about}/p:cNvPr`)
    const place = childAt(xml, `${parts.about}/p:nvPr/p:ph`)
    return [
      {
        kind: parts.kind,
        name: properties?.attributes.get('name') ?? '',
        placeholder: place?.attributes.get('idx') ?? place?.attributes.get('type'),
        isDecorative: find(properties, 'adec:decorative').length > 0,
        box: boxOf(childAt(xml, parts.place)),
        texts: find(xml, 'a:p').map(paragraphText),
        children: parts.kind === 'group' ? shapesIn(xml) : [],
        xml,
      },
    ]
  })
}

function boxOf(place: XmlNode | undefined): Box | undefined {
  if (place === undefined) return undefined
  const offset = childAt(place, 'a:off')
  const extent = childAt(place, 'a:ext')
  return {
    x: numberOf(offset, 'x'),
    y: numberOf(offset, 'y'),
    width: numberOf(extent, 'cx'),
    height: numberOf(extent, 'cy'),
  }
}

function paragraphText(paragraph: XmlNode): string {
  return paragraph.children
    .map((run) => (run.name === 'a:br' ? '\n' : childrenOf(run, 'a:t').map(textOf).join('')))
    .join('')
}

/** All shapes of a slide, those inside groups too. */
export function* allShapes(shapes: readonly SlideShape[]): Generator<SlideShape> {
  for (const shape of shapes) {
    yield shape
    yield* allShapes(shape.children)
  }
}

export function named(slide: DrawnSlide | undefined, name: string): readonly SlideShape[] {
  return [...allShapes(slide?.shapes ?? [])].filter((shape) => shape.name.startsWith(name))
}
