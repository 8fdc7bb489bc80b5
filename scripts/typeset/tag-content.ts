/** Which part of a page's content belongs to what: the marked-content operators (ISO 32000-1, 14.6). */
import type { TaggedPieces } from './paint-text.ts'
import { pdfText } from './pdf-text-string.ts'
import type { Stretch, StretchPart } from './split-stretches.ts'
import type { Artifact, Tag } from './structure.ts'
import type { Node, PageObject, StructureTree } from './structure-tree.ts'

/** Header and footer are pagination artifacts of a subtype (ISO 32000-1, table 330). */
const ARTIFACTS: Readonly<Record<Artifact['type'], string>> = {
  Layout: '/Artifact<</Type/Layout>>BDC',
  Page: '/Artifact<</Type/Page>>BDC',
  Background: '/Artifact<</Type/Background>>BDC',
  Header: '/Artifact<</Type/Pagination/Subtype/Header>>BDC',
  Footer: '/Artifact<</Type/Pagination/Subtype/Footer>>BDC',
  Watermark: '/Artifact<</Type/Pagination/Subtype/Watermark>>BDC',
}

/** Parts of an artifact or a figure's label: their texts are no elements. */
export function tagParts(parts: readonly StretchPart[]): readonly TaggedPieces[] {
  return parts.map(({ actualText, pieces }) => ({
    begin: actualText === '' ? '' : `/Span<</ActualText${pdfText(actualText)}>>BDC\n`,
    pieces,
  }))
}

/** For one page; marks of the same element one after the other share a sequence. */
export class ContentTagger {
  readonly #tree: StructureTree
  readonly #page: PageObject
  /** By MCID. */
  readonly #contents: Node[]
  #open: Node | Artifact['type'] | undefined

  constructor(tree: StructureTree, page: PageObject, contents: Node[]) {
    this.#tree = tree
    this.#page = page
    this.#contents = contents
  }

  /** The operators, if any, after which content belongs to the tag. */
  enter(tag: Tag): string {
    const next = tag.kind === 'artifact' ? tag.type : this.#tree.nodeOf(tag)
    if (next === this.#open) return ''
    const close = this.leave()
    this.#open = next
    if (typeof next === 'string') return `${close}${ARTIFACTS[next]}\n`
    const { element } = next
    return close + this.#begin(next, element?.type === 'Formula' ? element.actualText : '')
  }

  leave(): string {
    if (this.#open === undefined) return ''
    this.#open = undefined
    return 'EMC\n'
  }

  /** The parts of a stretch of a line of this node, each with the operator that opens it. */
  tagStretch(node: Node, { inline, lang, parts }: Stretch): readonly TaggedPieces[] {
    const outer = inline === undefined ? node : this.#tree.inlineNode(node, inline)
    const own = lang === '' ? outer : this.#tree.languageNode(outer, lang)
    return parts.map(({ actualText, pieces }) => ({ begin: this.#begin(own, actualText), pieces }))
  }

  #begin(node: Node, actualText = ''): string {
    const mcid = this.#contents.push(node) - 1
    node.kids.push({ page: this.#page, mcid })
    if (actualText === '') return `/${node.type}<</MCID ${mcid}>>BDC\n`
    return `/Span<</MCID ${mcid}/ActualText${pdfText(actualText)}>>BDC\n`
  }
}
