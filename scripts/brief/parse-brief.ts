/** Brief Markdown → typed blocks, by the contract of ARCHITECTURE.md. */
import {
  type Brief,
  BriefMarkdownError,
  type Content,
  type FigureCard,
  type FlowBlock,
  type Rich,
} from './brief-block.ts'
import { asContent, attachCaptions, type MarkdownBlock, parseContent } from './parse-content.ts'
import { type Fence, type FenceName, splitFences } from './split-fences.ts'

/** Throws BriefMarkdownError with the line when the template broke the contract. */
export function parseBrief(markdown: string): Brief {
  const fences = splitFences(markdown)
  const masthead = parseMasthead(single(fences, 'masthead'))
  return {
    header: listOf(single(fences, 'header')).map((item) => item.text),
    masthead,
    figures: listOf(single(fences, 'figures')).map(toFigureCard),
    flow: fences
      .filter((fence) => fence.name === 'section' || fence.name === 'box')
      .map(parseFlowBlock),
    lines: parseLines(single(fences, 'lines')),
    foot: parseFoot(single(fences, 'foot')),
  }
}

function single(fences: readonly Fence[], name: FenceName): Fence | undefined {
  const [first, second] = fences.filter((fence) => fence.name === name)
  if (second !== undefined) throw new BriefMarkdownError(second.line, `a second ::: ${name}`)
  return first
}

function blocksOf(fence: Fence | undefined): readonly MarkdownBlock[] {
  return fence === undefined ? [] : parseContent(fence.markdown, fence.line + 1)
}

function contentOf(fence: Fence | undefined): readonly Content[] {
  return blocksOf(fence).map((block) => asContent(block, fence?.line ?? 0))
}

function parseFoot(fence: Fence | undefined): readonly Content[] {
  return contentOf(fence).map((content) => {
    if (content.kind === 'paragraph' || content.kind === 'picture') return content
    throw new BriefMarkdownError(fence?.line ?? 0, `::: foot cannot hold a ${content.kind}`)
  })
}

function parseLines(fence: Fence | undefined): Rich {
  const [block, second] = blocksOf(fence)
  if (block === undefined) return []
  if (block.kind === 'paragraph' && second === undefined) return block.text
  throw new BriefMarkdownError(fence?.line ?? 0, '::: lines holds one paragraph only')
}

function listOf(fence: Fence | undefined): Extract<Content, { kind: 'list' }>['items'] {
  return contentOf(fence).flatMap((block) => {
    if (block.kind === 'list') return block.items
    throw new BriefMarkdownError(fence?.line ?? 0, `::: ${fence?.name} holds a list only`)
  })
}

function toFigureCard(item: { text: Rich; children: readonly Content[] }): FigureCard {
  const [child] = item.children
  const label = child?.kind === 'list' ? (child.items[0]?.text ?? []) : []
  return { figure: item.text, label }
}

function parseMasthead(fence: Fence | undefined): Brief['masthead'] {
  let title: Rich = []
  let subtitle: Rich = []
  const notes: Rich[] = []
  const summary: Rich[] = []
  for (const block of blocksOf(fence)) {
    if (block.kind === 'heading' && block.level === 1) title = block.text
    else if (block.kind === 'heading') subtitle = block.text
    else if (block.kind === 'quote') summary.push(...block.paragraphs)
    else if (block.kind === 'paragraph') notes.push(block.text)
    else throw new BriefMarkdownError(fence?.line ?? 0, `::: masthead cannot hold a ${block.kind}`)
  }
  return { title, subtitle, notes, summary }
}

function parseFlowBlock(fence: Fence): FlowBlock {
  const { id, priority } = parseParams(fence)
  const [first, ...rest] = attachCaptions(blocksOf(fence))
  const isHeading = first?.kind === 'heading'
  const body = first === undefined || isHeading ? rest : [first, ...rest]
  return {
    kind: fence.name === 'box' ? 'box' : 'section',
    id,
    priority,
    heading: isHeading ? first.text : [],
    content: body.map((block) => asContent(block, fence.line)),
  }
}

function parseParams(fence: Fence): { id: string; priority: number } {
  const params = readJson(fence)
  const id = params['id']
  const priority = params['priority'] ?? 1
  if (typeof id !== 'string' || id === '') {
    throw new BriefMarkdownError(fence.line, `::: ${fence.name} has no "id"`)
  }
  if (typeof priority !== 'number' || !Number.isFinite(priority)) {
    throw new BriefMarkdownError(fence.line, '"priority" is not a number')
  }
  return { id, priority }
}

function readJson(fence: Fence): { readonly [key: string]: unknown } {
  try {
    const value: unknown = JSON.parse(fence.params)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch {
    // Reported below with its line, which says more than the parser's column.
  }
  throw new BriefMarkdownError(fence.line, `::: ${fence.name} needs {"id": …} after its name`)
}
