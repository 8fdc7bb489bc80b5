/**
 * The structure tree of a tagged PDF (ISO 32000-1, 14.7), built while the marks are painted: an element
 * enters the tree with its first mark, so the order of painting is the order of reading, and marks of one
 * element may stand in several columns and on several pages.
 */
import { pdfText } from './pdf-text-string.ts'
import type { Element, ElementAttribute, Inline, PageRect } from './structure.ts'

export type Node = {
  readonly type: string
  readonly element: Element | undefined
  readonly parent: Node | undefined
  /** Written only where it differs from the parent's. */
  readonly lang: string
  readonly kids: Kid[]
  readonly inlines: Map<Inline, Node>
  /** Object number, known when the tree is written. */
  id: number
}

/** An element, a stretch of a page's content, or an annotation. */
type Kid =
  | Node
  | { readonly page: PageObject; readonly mcid: number }
  | { readonly page: PageObject; readonly annotation: number }

/** Of the PDF: its object number, and its height for turning y upward. */
export type PageObject = { readonly id: number; readonly heightPt: number }

export class StructureTree {
  readonly #document: Node
  readonly #nodes = new Map<Element, Node>()
  /** Values of the parent tree, by key: of a page the node of every MCID, of an annotation its node. */
  readonly #parents: (Node[] | Node)[] = []

  constructor(lang: string) {
    this.#document = makeNode('Document', undefined, lang)
  }

  /** Key of a page in the parent tree, with the list to which its marked contents are added. */
  addPage(): { readonly key: number; readonly contents: Node[] } {
    const contents: Node[] = []
    this.#parents.push(contents)
    return { key: this.#parents.length - 1, contents }
  }

  nodeOf(element: Element): Node {
    const known = this.#nodes.get(element)
    if (known !== undefined) return known
    const parent = element.parent === undefined ? this.#document : this.nodeOf(element.parent)
    const node = addKid(parent, element.type, element.lang || parent.lang, element)
    this.#nodes.set(element, node)
    return node
  }

  /** The node of a stretch inside a text: the same one on every line. */
  inlineNode(node: Node, inline: Inline): Node {
    const known = node.inlines.get(inline)
    if (known !== undefined) return known
    const parent = inline.parent === undefined ? node : this.inlineNode(node, inline.parent)
    const made = addKid(parent, inline.type, node.lang)
    node.inlines.set(inline, made)
    return made
  }

  /** A stretch in another language. */
  languageNode(node: Node, lang: string): Node {
    return addKid(node, 'Span', lang)
  }

  /** @param write makes the annotation with its key in the parent tree, and gives its object number */
  addAnnotation(node: Node, page: PageObject, write: (key: number) => number): void {
    const key = this.#parents.length
    this.#parents.push(node)
    node.kids.push({ page, annotation: write(key) })
  }

  /** The objects of the tree, its root first, numbered on from the number given. */
  write(root: number): readonly string[] {
    const nodes = inOrder(this.#document)
    for (const [index, node] of nodes.entries()) node.id = root + 1 + index
    const parents = this.#parents.map((value, key) => `${key} ${writeParents(value)}`)
    return [
      `<</Type/StructTreeRoot/K ${this.#document.id} 0 R/ParentTree<</Nums[${parents.join(' ')}]>>/ParentTreeNextKey ${parents.length}>>`,
      ...nodes.map((node) => writeNode(node, root)),
    ]
  }
}

function makeNode(type: string, parent: Node | undefined, lang: string, element?: Element): Node {
  return { type, element, parent, lang, kids: [], inlines: new Map(), id: 0 }
}

function addKid(parent: Node, type: string, lang: string, element?: Element): Node {
  const node = makeNode(type, parent, lang, element)
  parent.kids.push(node)
  return node
}

function inOrder(node: Node): readonly Node[] {
  const nodes: Node[] = []
  const visit = (each: Node): void => {
    nodes.push(each)
    for (const kid of each.kids) if ('type' in kid) visit(kid)
  }
  visit(node)
  return nodes
}

function writeParents(value: Node[] | Node): string {
  return Array.isArray(value)
    ? `[${value.map((node) => `${node.id} 0 R`).join(' ')}]`
    : `${value.id} 0 R`
}

function writeNode(node: Node, root: number): string {
  const { element, parent } = node
  const page = pageOf(node)
  const kids = node.kids.map((kid) => writeKid(kid, page))
  const lang = parent === undefined || parent.lang !== node.lang ? `/Lang${pdfText(node.lang)}` : ''
  return [
    `<</Type/StructElem/S/${node.type}/P ${parent?.id ?? root} 0 R`,
    page === undefined ? '' : `/Pg ${page.id} 0 R`,
    lang,
    element === undefined ? '' : writeTexts(element),
    element?.attribute === undefined ? '' : `/A${writeAttribute(element.attribute, page)}`,
    kids.length === 1 ? `/K ${kids[0]}` : `/K[${kids.join(' ')}]`,
    '>>',
  ].join('')
}

/** The page of the first content: that of the others is named where it is another one. */
function pageOf(node: Node): PageObject | undefined {
  for (const kid of node.kids) if (!('type' in kid)) return kid.page
  // A figure's box needs its page also when only its parts have content.
  return undefined
}

function writeKid(kid: Kid, page: PageObject | undefined): string {
  if ('type' in kid) return `${kid.id} 0 R`
  const other = kid.page === page ? '' : `/Pg ${kid.page.id} 0 R`
  if ('annotation' in kid) return `<</Type/OBJR${other}/Obj ${kid.annotation} 0 R>>`
  return other === '' ? String(kid.mcid) : `<</Type/MCR${other}/MCID ${kid.mcid}>>`
}

function writeTexts({ alt, actualText }: Element): string {
  return `${alt === '' ? '' : `/Alt${pdfText(alt)}`}${
    actualText === '' ? '' : `/ActualText${pdfText(actualText)}`
  }`
}

function writeAttribute(attribute: ElementAttribute, page: PageObject | undefined): string {
  switch (attribute.name) {
    case 'ListNumbering':
      return `<</O/List/ListNumbering/${attribute.value}>>`
    case 'Scope':
      return `<</O/Table/Scope/${attribute.value}>>`
    case 'BBox':
      return `<</O/Layout/Placement/Block/BBox[${writeBox(attribute.value, page)}]>>`
  }
}

function writeBox({ x, y, width, height }: PageRect, page: PageObject | undefined): string {
  const sheet = page?.heightPt ?? 0
  return [x, sheet - y - height, x + width, sheet - y]
    .map((value) => Math.round(value * 100) / 100)
    .join(' ')
}
