/** The blocks of one slide from markdown-it's tokens. */
import type Token from 'markdown-it/lib/token.mjs'
import { picturePath } from '../chart/picture.ts'
import { readCode } from './code-fence.ts'
import { markdownIt } from './marp-parser.ts'
import type { Block, Heading, ListItem } from './slide.ts'

export type SlideParts = {
  readonly comments: readonly string[]
  readonly heading: Heading | undefined
  readonly blocks: readonly Block[]
}

export function readBlocks(source: string): SlideParts {
  const lines = source.split('\n')
  const comments: string[] = []
  const blocks: Block[] = []
  let heading: Heading | undefined
  for (const node of topNodes(markdownIt.parse(source, {}))) {
    const comment = commentOf(node)
    if (comment !== undefined) {
      comments.push(comment)
      continue
    }
    const block = readBlock(node, lines)
    if (block === undefined) continue
    if (block.kind === 'subheading' && heading === undefined && blocks.length === 0)
      heading = { level: Number(node[0]?.tag.slice(1) ?? 2), text: block.text }
    else blocks.push(block)
  }
  return { comments, heading, blocks }
}

/** One token list per block of the top level, opening and closing token included. */
type Node = readonly Token[]

function topNodes(tokens: readonly Token[]): readonly Node[] {
  return nodesAt(tokens, tokens[0]?.level ?? 0)
}

function nodesAt(tokens: readonly Token[], level: number): readonly Node[] {
  const nodes: Token[][] = []
  let current: Token[] = []
  for (const token of tokens) {
    current.push(token)
    if (token.level !== level || token.nesting === 1) continue
    nodes.push(current)
    current = []
  }
  return nodes
}

/** The blocks inside a block. */
function innerNodes(node: Node): readonly Node[] {
  return nodesAt(node.slice(1, -1), (node[0]?.level ?? 0) + 1)
}

function commentOf(node: Node): string | undefined {
  const content = node[0]?.type === 'html_block' ? node[0].content.trim() : ''
  return content.startsWith('<!--') && content.endsWith('-->') ? content : undefined
}

function readBlock(node: Node, lines: readonly string[]): Block | undefined {
  switch (node[0]?.type) {
    case 'bullet_list_open':
    case 'ordered_list_open':
      return readList(node) ?? opaque(node, lines)
    case 'table_open':
      return readTable(node)
    case 'paragraph_open':
      return readParagraph(textOf(node), node)
    case 'heading_open':
      return { kind: 'subheading', text: textOf(node) }
    case 'fence':
      return readCode(node[0])
    case 'formula_block':
      return {
        kind: 'formula',
        tex: node[0].content,
        alt: String(node[0].meta?.['alt'] ?? ''),
        source: sourceOf(node, lines),
      }
    case 'blockquote_open':
      return readQuote(node) ?? opaque(node, lines)
    default:
      return opaque(node, lines)
  }
}

function opaque(node: Node, lines: readonly string[]): Block | undefined {
  return node[0]?.map ? { kind: 'opaque', source: sourceOf(node, lines) } : undefined
}

function sourceOf(node: Node, lines: readonly string[]): string {
  const [from, to] = node[0]?.map ?? [0, 0]
  return lines.slice(from, to).join('\n').trimEnd()
}

function textOf(node: Node): string {
  return node.find((token) => token.type === 'inline')?.content ?? ''
}

function readParagraph(text: string, node: Node): Block {
  const children = node.find((token) => token.type === 'inline')?.children ?? []
  const [only] = children
  if (children.length === 1 && only?.type === 'image')
    return { kind: 'picture', path: picturePath(only.attrGet('src') ?? ''), source: text }
  return { kind: 'paragraph', text }
}

function readList(node: Node): Block | undefined {
  const items = readItems(node)
  if (items === undefined) return undefined
  const isOrdered = node[0]?.type === 'ordered_list_open'
  return { kind: 'list', start: isOrdered ? Number(node[0]?.attrGet('start') ?? 1) : 0, items }
}

/** Undefined when an item holds more than a paragraph and lists: then the list is kept whole. */
function readItems(list: Node): readonly ListItem[] | undefined {
  const items: ListItem[] = []
  for (const item of innerNodes(list)) {
    const read = readItem(item)
    if (read === undefined) return undefined
    items.push(read)
  }
  return items
}

/** Of items that Marp shows one by one (Marpit documentation, “Fragmented list”). */
const FRAGMENT_MARKERS: readonly string[] = ['*', ')']

function readItem(item: Node): ListItem | undefined {
  const [first, ...rest] = innerNodes(item)
  const isFragment = FRAGMENT_MARKERS.includes(item[0]?.markup ?? '')
  if (first === undefined) return { text: '', children: [], isFragment }
  if (first[0]?.type !== 'paragraph_open') return undefined
  const children: ListItem[] = []
  for (const node of rest) {
    const nested = node[0]?.type === 'bullet_list_open' ? readItems(node) : undefined
    if (nested === undefined) return undefined
    children.push(...nested)
  }
  return { text: textOf(first), children, isFragment }
}

function readQuote(node: Node): Block | undefined {
  const inner = innerNodes(node)
  if (inner.some((part) => part[0]?.type !== 'paragraph_open')) return undefined
  return { kind: 'quote', paragraphs: inner.map(textOf) }
}

function readTable(node: Node): Block {
  const rows: string[][] = []
  const rules: string[] = []
  for (const [index, token] of node.entries()) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open') rules.push(ruleOf(token))
    if (token.type === 'th_open' || token.type === 'td_open')
      rows.at(-1)?.push(node[index + 1]?.content ?? '')
  }
  const [head = [], ...body] = rows
  return { kind: 'table', head, rules, rows: body, wholeRows: body }
}

function ruleOf(token: Token): string {
  const style = token.attrGet('style') ?? ''
  if (style.includes('right')) return '--:'
  return style.includes('center') ? ':-:' : '---'
}
