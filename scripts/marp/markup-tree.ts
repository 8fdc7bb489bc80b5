/** A tree of what a slide shows, from opening and closing tags that need not match: authors forget them, browsers do not mind. */
import type { MarkupEvent } from './markup-events.ts'

export type MarkupNode = MarkupElement | MarkupText

export type MarkupText = { readonly text: string; readonly line: number }

export type MarkupElement = {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly MarkupNode[]
  /** Of the file, from 1. */
  readonly line: number
}

type Draft = Omit<MarkupElement, 'children'> & { readonly children: (Draft | MarkupText)[] }

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** What an opening tag ends before it: HTML Standard, 13.1.2.4 “Optional tags”. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: new Set(['li', 'p']),
  dt: new Set(['dt', 'dd', 'p']),
  dd: new Set(['dt', 'dd', 'p']),
  tr: new Set(['tr', 'td', 'th', 'p']),
  td: new Set(['td', 'th', 'p']),
  th: new Set(['td', 'th', 'p']),
  tbody: new Set(['thead', 'tbody', 'tr', 'td', 'th']),
  tfoot: new Set(['thead', 'tbody', 'tr', 'td', 'th']),
}
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote center details div dl figure figcaption h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(
    ' ',
  ),
)
const PARAGRAPH: ReadonlySet<string> = new Set(['p'])

/** Nothing inside a cell or an item ends what is around it. */
const WALLS = new Set(['table', 'td', 'th', 'ul', 'ol', 'dl'])

/** Deeper tags are passed over, what is in them stays: no slide needs them, and a stack has an end. */
const MAX_DEPTH = 120

export function markupTree(events: Iterable<MarkupEvent>): readonly MarkupNode[] {
  const root: Draft = { tag: '', attributes: new Map(), children: [], line: 0 }
  const open: Draft[] = [root]
  for (const event of events) {
    if (event.kind === 'text') {
      open.at(-1)?.children.push({ text: event.text, line: event.line })
      continue
    }
    if (event.kind === 'close') {
      closeTag(event.tag, open)
      continue
    }
    const { tag, attributes, line } = event
    endImplied(tag, open)
    const element: Draft = { tag, attributes, children: [], line }
    open.at(-1)?.children.push(element)
    if (!VOID.has(tag) && open.length < MAX_DEPTH) open.push(element)
  }
  return root.children
}

function closeTag(tag: string, open: Draft[]): void {
  const at = open.findLastIndex((element) => element.tag === tag)
  if (at <= 0) return
  const wall = open.findLastIndex((element) => WALLS.has(element.tag))
  const isOwn = WALLS.has(tag) || ['li', 'tr', 'thead', 'tbody', 'tfoot', 'dt', 'dd'].includes(tag)
  // `</div>` in a cell does not end the table around it.
  if (at < wall && !isOwn && /^(?:td|th|table)$/.test(open[wall]?.tag ?? '')) return
  open.length = at
}

/** An item ends the one before it, also through what stands open inside that. */
function endImplied(tag: string, open: Draft[]): void {
  const ended = ENDS[tag] ?? (ENDS_PARAGRAPH.has(tag) ? PARAGRAPH : undefined)
  if (ended === undefined) return
  for (;;) {
    const at = open.findLastIndex((element) => ended.has(element.tag))
    const wall = open.findLastIndex(
      (element) => !ended.has(element.tag) && (WALLS.has(element.tag) || element.tag === 'div'),
    )
    if (at <= 0 || at < wall) return
    open.length = at
  }
}

export function isText(node: MarkupNode): node is MarkupText {
  return 'text' in node
}

/** All characters of it, in order. */
export function textOf(nodes: readonly MarkupNode[]): string {
  return nodes.map((node) => (isText(node) ? node.text : textOf(node.children))).join('')
}
