/** The tree of a slide as blocks in the order of reading. */
import type { FlowBlock, FlowCell, FlowParagraph } from './flow.ts'
import { inlineParts, isVisible, readFormula, styleOf } from './flow-text.ts'
import { isText, type MarkupElement, type MarkupNode, textOf } from './markup-tree.ts'
import { DISPLAY } from './token-events.ts'

export function readFlow(nodes: readonly MarkupNode[]): readonly FlowBlock[] {
  const draft: Draft = { blocks: [], loose: [] }
  walkAll(nodes, draft, OUTSIDE)
  flush(draft, OUTSIDE)
  return merged(draft.blocks)
}

type Draft = {
  readonly blocks: FlowBlock[]
  /** Text and tags that stand in no paragraph. */
  loose: MarkupNode[]
}

/** What is around a block. */
type Around = Pick<FlowParagraph, 'quotes' | 'align' | 'isCaption'> & {
  readonly style: ReturnType<typeof styleOf>
}

const OUTSIDE: Around = { quotes: 0, style: {} }

const BLOCKS = new Set(
  'address article aside blockquote center details div dl dd dt figcaption figure h1 h2 h3 h4 h5 h6 header footer hr main nav ol p pre section summary table ul'
    .split(' ')
    .concat(DISPLAY),
)

function walkAll(nodes: readonly MarkupNode[], draft: Draft, around: Around): void {
  for (const node of nodes) {
    if (isText(node) || !isBlock(node)) draft.loose.push(node)
    else {
      flush(draft, around)
      walkBlock(node, draft, around)
    }
  }
}

/** Also a `<b>` or `<font>` that authors put around blocks. */
function isBlock(node: MarkupElement): boolean {
  return BLOCKS.has(node.tag) || node.children.some((child) => !isText(child) && isBlock(child))
}

function flush(draft: Draft, around: Around): void {
  const { loose } = draft
  draft.loose = []
  if (loose.length > 0) addParagraph(loose, draft, { role: 'text', level: 0, around })
}

type Kind = Pick<FlowParagraph, 'role' | 'rank' | 'level' | 'number' | 'isFit'> & {
  readonly around: Around
}

function addParagraph(nodes: readonly MarkupNode[], draft: Draft, { around, ...kind }: Kind): void {
  const line = nodes.find(({ line: own }) => own > 0)?.line ?? 0
  const { style, ...place } = around
  const { runs, pictures } = inlineParts(nodes, style)
  const isMarked = kind.number !== undefined && pictures.length === 0
  if (runs.some(isVisible) || isMarked)
    draft.blocks.push({ kind: 'text', paragraphs: [{ ...kind, ...place, runs }], line })
  if (pictures.length > 0) draft.blocks.push({ kind: 'pictures', pictures, line })
}

type Walk = (element: MarkupElement, draft: Draft, around: Around) => void

const WALKS: Readonly<Record<string, Walk>> = {
  pre: addCode,
  table: addTable,
  ul: (element, draft, around) => addList(element, draft, { around, level: 0 }),
  ol: (element, draft, around) => addList(element, draft, { around, level: 0 }),
  hr: () => undefined,
  div: addDivision,
  blockquote: (element, draft, around) =>
    addInside(element, draft, { ...around, quotes: around.quotes + 1 }),
  center: (element, draft, around) => addInside(element, draft, { ...around, align: 'center' }),
  figcaption: (element, draft, around) =>
    addInside(element, draft, { ...around, align: 'center', isCaption: true }),
  [DISPLAY]: ({ attributes, line }, draft) =>
    draft.blocks.push({ kind: 'formula', tex: attributes.get('tex') ?? '', line }),
}

function walkBlock(element: MarkupElement, draft: Draft, around: Around): void {
  const place = { ...around, ...alignOf(element), style: styleOf(element, around.style) }
  const rank = Number(/^h([1-6])$/.exec(element.tag)?.[1] ?? 0)
  if (rank > 0) {
    const isFit = element.attributes.has('data-fit')
    const kind = { role: 'heading', rank, level: 0, around: place } as const
    addParagraph(element.children, draft, { ...kind, ...(isFit && { isFit }) })
    return
  }
  const walk = WALKS[element.tag] ?? addInside
  walk(element, draft, place)
}

function alignOf({ attributes }: MarkupElement): Pick<FlowParagraph, 'align'> {
  const written =
    attributes.get('align') ?? /text-align:\s*(\w+)/.exec(attributes.get('style') ?? '')?.[1]
  const align = written?.toLowerCase()
  return align === 'left' || align === 'center' || align === 'right' ? { align } : {}
}

function addInside({ children }: MarkupElement, draft: Draft, around: Around): void {
  walkAll(children, draft, around)
  flush(draft, around)
}

/** Two and more divisions in one whose class says so stand side by side. */
function addDivision(element: MarkupElement, draft: Draft, around: Around): void {
  const parts = element.children.filter((child) => !isText(child) || child.text.trim() !== '')
  const isRow = /col|grid|flex|split|row|two|three|twin/i.test(
    element.attributes.get('class') ?? '',
  )
  const divisions = parts.filter(
    (part): part is MarkupElement => !isText(part) && part.tag === 'div',
  )
  if (!isRow || divisions.length < 2 || divisions.length < parts.length) {
    addInside(element, draft, around)
    return
  }
  const columns = divisions
    .map((division) => {
      const column: Draft = { blocks: [], loose: [] }
      addInside(division, column, { ...around, ...alignOf(division) })
      return merged(column.blocks)
    })
    .filter((blocks) => blocks.length > 0)
  if (columns.length > 1) draft.blocks.push({ kind: 'columns', columns, line: element.line })
  else draft.blocks.push(...columns.flat())
}

type ListPlace = { readonly around: Around; readonly level: number }

function addList(
  { tag, attributes, children }: MarkupElement,
  draft: Draft,
  place: ListPlace,
): void {
  let number = tag === 'ol' ? Number.parseInt(attributes.get('start') ?? '1', 10) || 1 : 0
  for (const child of children) {
    if (isText(child)) {
      if (child.text.trim() !== '') draft.loose.push(child)
      continue
    }
    flush(draft, place.around)
    if (child.tag === 'li') {
      addItem(child, draft, { ...place, number })
      if (tag === 'ol') number += 1
    } else walkBlock(child, draft, place.around)
  }
  flush(draft, place.around)
}

/** Its first text has the mark; what follows goes on under it; lists inside stand one level deeper. */
function addItem(
  { children }: MarkupElement,
  draft: Draft,
  { around, level, number }: ListPlace & { readonly number: number },
): void {
  let loose: MarkupNode[] = []
  let isFirst = true
  const close = (nodes: readonly MarkupNode[]): void => {
    if (!nodes.some((node) => !isText(node) || node.text.trim() !== '')) return
    addParagraph(nodes, draft, { role: 'item', level, around, ...(isFirst && { number }) })
    isFirst = false
  }
  for (const child of children) {
    if (isText(child) || !isBlock(child)) {
      loose.push(child)
      continue
    }
    close(loose)
    loose = []
    if (child.tag === 'p') close(child.children)
    else if (child.tag === 'ul' || child.tag === 'ol')
      addList(child, draft, { around, level: level + 1 })
    else walkBlock(child, draft, around)
  }
  close(loose)
  if (isFirst && children.length === 0)
    addParagraph([], draft, { role: 'item', level, around, number })
}

function addCode(element: MarkupElement, draft: Draft): void {
  const text = textOf(element.children).replace(/\n+$/, '').replaceAll('\t', '    ')
  const language = element.attributes.get('data-language') ?? ''
  const { line } = element
  draft.blocks.push({ kind: 'code', lines: text.split(/\r?\n/), language, line })
}

function addTable(element: MarkupElement, draft: Draft, around: Around): void {
  const rows: FlowCell[][] = []
  const visit = (node: MarkupNode, isHead: boolean): void => {
    if (isText(node)) return
    if (node.tag === 'tr') rows.push(cellsOf(node, isHead, around))
    else if (node.tag === 'caption') addInside(node, draft, { ...around, isCaption: true })
    else for (const child of node.children) visit(child, isHead || node.tag === 'thead')
  }
  for (const child of element.children) visit(child, false)
  const filled = rows.filter((row) => row.length > 0)
  if (filled.length > 0) draft.blocks.push({ kind: 'table', rows: filled, line: element.line })
}

function cellsOf(row: MarkupElement, isHead: boolean, around: Around): FlowCell[] {
  return row.children.flatMap((cell) => {
    if (isText(cell) || (cell.tag !== 'td' && cell.tag !== 'th')) return []
    const inside: Draft = { blocks: [], loose: [] }
    addInside(cell, inside, { ...around, quotes: 0 })
    const made: FlowCell = { ...alignOf(cell), isHead, paragraphs: inside.blocks.flatMap(asText) }
    const span = Math.min(20, Number.parseInt(cell.attributes.get('colspan') ?? '1', 10) || 1)
    const empty: FlowCell = { isHead, paragraphs: [] }
    return [made, ...Array.from({ length: span - 1 }, () => empty)]
  })
}

/** A cell of a table holds text alone. */
function asText(block: FlowBlock): readonly FlowParagraph[] {
  const plain = (text: string): FlowParagraph => ({
    runs: [{ text }],
    role: 'text',
    level: 0,
    quotes: 0,
  })
  switch (block.kind) {
    case 'text':
      return block.paragraphs
    case 'code':
      return block.lines.map(plain)
    case 'pictures':
      return block.pictures.filter(({ alt }) => alt !== '').map(({ alt }) => plain(alt))
    case 'columns':
      return block.columns.flat().flatMap(asText)
    case 'table':
      return block.rows.flat().flatMap(({ paragraphs }) => paragraphs)
    case 'formula':
      return [plain(readFormula(block.tex, true))]
  }
}

/** Neighbours of text are one text. */
function merged(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const all: FlowBlock[] = []
  let open: FlowParagraph[] | undefined
  for (const block of blocks) {
    if (block.kind !== 'text') {
      open = undefined
      all.push(block)
    } else if (open === undefined) {
      open = [...block.paragraphs]
      all.push({ ...block, paragraphs: open })
    } else open.push(...block.paragraphs)
  }
  return all.filter((block) => block.kind !== 'text' || block.paragraphs.some(isSeen))
}

function isSeen({ runs }: FlowParagraph): boolean {
  return runs.some(isVisible)
}
