/** The structure tree (ISO 32000-1, 14.7), with the types that the role map gives. */
import { dictIn, dictOf, nameIn, numberIn, placeOf, textIn, valueIn } from './entries.ts'
import type { PdfFile } from './open-pdf.ts'
import { EMPTY_DICT, isKind, type PdfDict, type PdfValue } from './pdf-value.ts'

export type StructureNode = {
  readonly dict: PdfDict
  /** As written in /S. */
  readonly type: string
  /** As the role map has it in the end; undefined when it ends nowhere. */
  readonly standardType: string | undefined
  readonly parent: StructureNode | undefined
  readonly kids: readonly StructureNode[]
  readonly contents: readonly ContentItem[]
  /** Own language, or that of the nearest element above; not of the document. */
  readonly lang: string | undefined
  /** `Document > Sect > P (object 33)` */
  readonly where: string
}

/** What an element holds beside elements: a marked-content sequence, or a whole object. */
export type ContentItem =
  | { readonly kind: 'marks'; readonly mcid: number; readonly owner: PdfValue }
  | { readonly kind: 'object'; readonly object: PdfValue }

export type StructureTree = {
  readonly root: PdfDict | undefined
  readonly roleMap: ReadonlyMap<string, string>
  readonly top: readonly StructureNode[]
  /** Every element, parents before their kids, in reading order. */
  readonly nodes: readonly StructureNode[]
  /** /ParentTree as numbers and values. */
  readonly parents: ReadonlyMap<number, PdfValue>
  readonly faults: readonly { readonly message: string; readonly where: string }[]
}

/** ISO 32000-1, Tables 333–340. */
export const STANDARD_TYPES: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
)

const MAX_DEPTH = 120
const MAX_NODES = 200_000

export function readStructureTree(file: PdfFile): StructureTree {
  const root = dictIn(file, file.catalog, 'StructTreeRoot')
  if (root === undefined)
    return { root, roleMap: new Map(), top: [], nodes: [], parents: new Map(), faults: [] }
  const reader = new TreeReader(file, readRoleMap(file, root))
  const top = reader.readKids(root, undefined).nodes
  return {
    root,
    roleMap: reader.roleMap,
    top,
    nodes: reader.nodes,
    parents: readNumberTree(file, dictIn(file, root, 'ParentTree')),
    faults: reader.faults,
  }
}

function readRoleMap(file: PdfFile, root: PdfDict): ReadonlyMap<string, string> {
  const map = new Map<string, string>()
  const dict = dictIn(file, root, 'RoleMap') ?? EMPTY_DICT
  for (const key of dict.entries.keys()) {
    const target = nameIn(file, dict, key)
    if (target !== undefined) map.set(key, target)
  }
  return map
}

/** Follows the role map; undefined when it ends at no standard type, or turns in a circle. */
export function standardTypeOf(
  type: string,
  roleMap: ReadonlyMap<string, string>,
): string | undefined {
  const visited = new Set<string>()
  let current: string | undefined = type
  while (current !== undefined && !STANDARD_TYPES.has(current)) {
    if (visited.has(current)) return undefined
    visited.add(current)
    current = roleMap.get(current)
  }
  return current
}

type Growing = { -readonly [K in keyof StructureNode]: StructureNode[K] }

class TreeReader {
  readonly nodes: StructureNode[] = []
  readonly faults: { message: string; where: string }[] = []
  readonly roleMap: ReadonlyMap<string, string>
  readonly #file: PdfFile
  readonly #seen = new Set<PdfDict>()
  #depth = 0

  constructor(file: PdfFile, roleMap: ReadonlyMap<string, string>) {
    this.#file = file
    this.roleMap = roleMap
  }

  readKids(
    dict: PdfDict,
    parent: StructureNode | undefined,
  ): { readonly nodes: StructureNode[]; readonly contents: ContentItem[] } {
    const nodes: StructureNode[] = []
    const contents: ContentItem[] = []
    const kids = valueIn(this.#file, dict, 'K')
    const items = isKind(kids, 'array') ? kids.items : [kids]
    const page = valueIn(this.#file, dict, 'Pg')
    for (const item of items) {
      const kid = this.#file.resolve(item)
      if (typeof kid === 'number') contents.push({ kind: 'marks', mcid: kid, owner: page })
      if (!isKind(kid, 'dict')) continue
      const content = this.#readContent(kid, page)
      if (content !== undefined) contents.push(content)
      else {
        const node = this.#readNode(kid, parent)
        if (node !== undefined) nodes.push(node)
      }
    }
    return { nodes, contents }
  }

  /** A marked-content or object reference (ISO 32000-1, Tables 324 and 325). */
  #readContent(dict: PdfDict, page: PdfValue): ContentItem | undefined {
    const type = nameIn(this.#file, dict, 'Type')
    const object = valueIn(this.#file, dict, 'Obj')
    if (type === 'OBJR') return { kind: 'object', object }
    const mcid = numberIn(this.#file, dict, 'MCID')
    if (type !== 'MCR' || mcid === undefined) return undefined
    const stream = valueIn(this.#file, dict, 'Stm')
    const own = valueIn(this.#file, dict, 'Pg')
    if (stream !== null) return { kind: 'marks', mcid, owner: stream }
    return { kind: 'marks', mcid, owner: own === null ? page : own }
  }

  #readNode(dict: PdfDict, parent: StructureNode | undefined): StructureNode | undefined {
    const type = nameIn(this.#file, dict, 'S') ?? ''
    const above = parent === undefined ? '' : parent.where.replace(/ \(object \d+\)$/u, ' > ')
    const where = `${above}${type.slice(0, 24) || '?'} (${placeOf(this.#file, dict, 'direct object')})`
    if (this.#seen.has(dict)) {
      this.faults.push({ message: 'an element stands twice in the structure tree', where })
      return undefined
    }
    this.#seen.add(dict)
    if (this.#depth >= MAX_DEPTH || this.nodes.length >= MAX_NODES) {
      this.faults.push({ message: 'the structure tree is too large', where: '' })
      return undefined
    }
    const node: Growing = {
      dict,
      type,
      standardType: standardTypeOf(type, this.roleMap),
      parent,
      kids: [],
      contents: [],
      lang: textIn(this.#file, dict, 'Lang') ?? parent?.lang,
      where,
    }
    this.nodes.push(node)
    this.#depth++
    const { nodes, contents } = this.readKids(dict, node)
    this.#depth--
    node.kids = nodes
    node.contents = contents
    return node
  }
}

/** Keys and values of a number tree (ISO 32000-1, 7.9.7). */
function readNumberTree(file: PdfFile, tree: PdfDict | undefined): ReadonlyMap<number, PdfValue> {
  const found = new Map<number, PdfValue>()
  const seen = new Set<PdfDict>()
  const queue = tree === undefined ? [] : [tree]
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const numbers = valueIn(file, node, 'Nums')
    const items = isKind(numbers, 'array') ? numbers.items : []
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = file.resolve(items[i])
      if (typeof key === 'number') found.set(key, file.resolve(items[i + 1]))
    }
    const kids = valueIn(file, node, 'Kids')
    for (const item of isKind(kids, 'array') ? kids.items : []) {
      const kid = dictOf(file.resolve(item))
      if (kid !== undefined) queue.push(kid)
    }
  }
  return found
}
