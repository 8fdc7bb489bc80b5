/** Everything rules look at: the file, its pages, what they paint, its fonts, its tree, its metadata. */
import type { ContentReading, MarkedContent } from './reader/content.ts'
import { dictIn, dictOf, placeOf, streamIn, valueIn } from './reader/entries.ts'
import { type FontUse, readFonts } from './reader/font-use.ts'
import type { PdfFile } from './reader/open-pdf.ts'
import { EMPTY_DICT, isKind, type PdfDict, type PdfValue } from './reader/pdf-value.ts'
import { ContentReader } from './reader/read-content.ts'
import {
  readStructureTree,
  type StructureNode,
  type StructureTree,
} from './reader/structure-tree.ts'
import { readXmp, type Xmp } from './reader/xmp.ts'

export type Page = {
  readonly dict: PdfDict
  readonly resources: PdfDict
  readonly annotations: readonly Annotation[]
  /** MediaBox, CropBox and the others, inherited ones too. */
  readonly boxes: ReadonlyMap<string, readonly number[]>
  /** `page 1` */
  readonly where: string
}

export type Annotation = {
  readonly dict: PdfDict
  readonly subtype: string
  readonly page: Page
  /** The element that holds it by an object reference. */
  readonly element: StructureNode | undefined
  readonly where: string
}

export type Reading = {
  readonly file: PdfFile
  readonly pages: readonly Page[]
  readonly content: ContentReading
  readonly fonts: readonly FontUse[]
  readonly tree: StructureTree
  /** A string says why the packet cannot be read; undefined when there is none. */
  readonly xmp: Xmp | string | undefined
  /** The element that a marked-content sequence belongs to, seen from the tree. */
  elementOf(marks: MarkedContent): StructureNode | undefined
}

export function readAll(file: PdfFile): Reading {
  const tree = readStructureTree(file)
  const owners = indexContents(tree)
  const pages = readPages(file, owners.objects)
  const content = readContents(file, pages)
  const metadata = streamIn(file, file.catalog, 'Metadata')
  const packet = metadata === undefined ? undefined : file.decode(metadata)
  return {
    file,
    pages,
    content,
    fonts: readFonts(file, content.texts),
    tree,
    xmp:
      metadata === undefined
        ? undefined
        : packet === undefined
          ? 'it cannot be decoded'
          : readXmp(packet),
    elementOf: ({ owner, mcid }) =>
      mcid === undefined ? undefined : owners.marks.get(owner)?.get(mcid),
  }
}

type Owners = {
  readonly marks: ReadonlyMap<PdfValue, ReadonlyMap<number, StructureNode>>
  readonly objects: ReadonlyMap<PdfValue, StructureNode>
}

function indexContents(tree: StructureTree): Owners {
  const marks = new Map<PdfValue, Map<number, StructureNode>>()
  const objects = new Map<PdfValue, StructureNode>()
  for (const node of tree.nodes)
    for (const item of node.contents) {
      if (item.kind === 'object') {
        objects.set(item.object, node)
        continue
      }
      const ofOwner = marks.get(item.owner) ?? new Map<number, StructureNode>()
      marks.set(item.owner, ofOwner)
      ofOwner.set(item.mcid, node)
    }
  return { marks, objects }
}

const MAX_PAGES = 10_000

/** Leaves of the page tree in order (ISO 32000-1, 7.7.3). */
function readPages(file: PdfFile, elements: ReadonlyMap<PdfValue, StructureNode>): readonly Page[] {
  const pages: Page[] = []
  const seen = new Set<PdfDict>()
  const visit = (value: PdfValue, above: PdfDict): void => {
    if (!isKind(value, 'dict') || seen.has(value) || pages.length >= MAX_PAGES) return
    seen.add(value)
    const inherited: PdfDict = {
      kind: 'dict',
      entries: new Map([...above.entries, ...inheritable(value)]),
    }
    const kids = valueIn(file, value, 'Kids')
    if (isKind(kids, 'array') && seen.size < MAX_PAGES)
      for (const kid of kids.items) visit(file.resolve(kid), inherited)
    else pages.push(readPage(file, { dict: value, inherited, index: pages.length, elements }))
  }
  visit(valueIn(file, file.catalog, 'Pages'), EMPTY_DICT)
  return pages
}

/** ISO 32000-1, Table 30: attributes a page takes over from the nodes above. */
function inheritable(dict: PdfDict): readonly (readonly [string, PdfValue])[] {
  return [...dict.entries].filter(([key]) =>
    ['Resources', 'MediaBox', 'CropBox', 'Rotate'].includes(key),
  )
}

function readPage(
  file: PdfFile,
  found: {
    readonly dict: PdfDict
    readonly inherited: PdfDict
    readonly index: number
    readonly elements: ReadonlyMap<PdfValue, StructureNode>
  },
): Page {
  const { dict, inherited, elements } = found
  const annotations: Annotation[] = []
  const where = `page ${found.index + 1}`
  const page: Page = {
    dict,
    resources: dictIn(file, inherited, 'Resources') ?? EMPTY_DICT,
    annotations,
    boxes: readBoxes(file, { ...dict, entries: new Map([...inherited.entries, ...dict.entries]) }),
    where,
  }
  const listed = valueIn(file, dict, 'Annots')
  for (const item of isKind(listed, 'array') ? listed.items : []) {
    const annotation = file.resolve(item)
    if (!isKind(annotation, 'dict')) continue
    const subtype = valueIn(file, annotation, 'Subtype')
    const name = isKind(subtype, 'name') ? subtype.name : ''
    annotations.push({
      dict: annotation,
      subtype: name,
      page,
      element: elements.get(annotation),
      where: `${where}, ${name} annotation (${placeOf(file, annotation, 'direct object')})`,
    })
  }
  return page
}

function readBoxes(file: PdfFile, dict: PdfDict): ReadonlyMap<string, readonly number[]> {
  const boxes = new Map<string, readonly number[]>()
  for (const key of ['MediaBox', 'CropBox', 'TrimBox', 'BleedBox', 'ArtBox']) {
    const value = valueIn(file, dict, key)
    if (!isKind(value, 'array')) continue
    boxes.set(
      key,
      value.items.map((item) => Number(file.resolve(item))),
    )
  }
  return boxes
}

function readContents(file: PdfFile, pages: readonly Page[]): ContentReading {
  const reader = new ContentReader(file)
  for (const page of pages) {
    reader.readPage(page.dict, page.resources, page.where)
    for (const annotation of page.annotations) readAppearance(file, reader, annotation)
  }
  return reader.found
}

/** Appearance streams are content too; what they show belongs to the annotation's element. */
function readAppearance(file: PdfFile, reader: ContentReader, annotation: Annotation): void {
  const normal = valueIn(file, dictIn(file, annotation.dict, 'AP') ?? EMPTY_DICT, 'N')
  const streams = isKind(normal, 'stream')
    ? [normal]
    : [...(dictOf(normal)?.entries.values() ?? [])].map((value) => file.resolve(value))
  for (const stream of streams)
    if (isKind(stream, 'stream'))
      reader.readStream(
        stream,
        { where: `${annotation.where}, appearance`, outer: appearanceMarks(annotation) },
        EMPTY_DICT,
      )
}

/** A printer's mark has to mark its own content as artifact (Matterhorn 28-018); others stand for their element. */
function appearanceMarks(annotation: Annotation): MarkedContent | undefined {
  if (annotation.subtype === 'PrinterMark') return undefined
  return {
    tag: 'Annot',
    properties: undefined,
    mcid: undefined,
    owner: annotation.dict,
    parent: undefined,
    where: annotation.where,
  }
}

export function isArtifact(marks: MarkedContent | undefined): boolean {
  for (let mark = marks; mark !== undefined; mark = mark.parent)
    if (mark.tag === 'Artifact') return true
  return false
}

/** The nearest element that content belongs to, through all open sequences. */
export function elementAround(
  reading: Reading,
  marks: MarkedContent | undefined,
): StructureNode | undefined {
  for (let mark = marks; mark !== undefined; mark = mark.parent) {
    const element = reading.elementOf(mark)
    if (element !== undefined) return element
  }
  return undefined
}

/** Content of an annotation's appearance, which is tagged through the annotation. */
export function isAppearance(marks: MarkedContent | undefined): boolean {
  let outermost = marks
  while (outermost?.parent !== undefined) outermost = outermost.parent
  return (
    outermost?.tag === 'Annot' &&
    outermost.mcid === undefined &&
    isKind(outermost.owner, 'dict') &&
    outermost.owner.entries.has('Rect')
  )
}
