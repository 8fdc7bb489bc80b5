/** What a brief must be told as: its blocks with their roles, from the Markdown and from the tags of a PDF. */
import type { Brief, Content, FlowBlock, Rich } from '../../scripts/brief/brief-block.ts'
import type { Tagged } from '../typeset/pdf-structure.ts'

/** `H2 Trade`, `LBody One point`: a role and a text, without spaces and hyphens, which lines may add or lose. */
export type Outline = readonly string[]

const BLOCKS = ['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody', 'TH', 'TD', 'Caption', 'Figure']

export function outlineOf(tree: Tagged): Outline {
  const inside = tree.children.flatMap(outlineOf)
  if (!BLOCKS.includes(tree.role)) return inside
  // pdf.js gives the text that stands for a drawn bullet as its description.
  const own = tree.alt || textOutside(tree)
  // A card of figures is a list item without text of its own.
  if (tree.role === 'LBody' && own === '') return inside
  return [`${tree.role} ${squash(own)}`, ...inside]
}

/** The text of an element that is in no block inside it. */
function textOutside(tree: Tagged): string {
  return tree.children
    .filter(({ role }) => role === 'L' || BLOCKS.includes(role))
    .reduce((text, child) => text.replace(child.text, ''), tree.text)
}

export function expectedOutline(brief: Brief): Outline {
  const { title, subtitle, notes, summary } = brief.masthead
  let number = 0
  return [
    line('H1', title),
    ...[subtitle, ...notes, ...summary].map((text) => line('P', text)),
    ...brief.figures.flatMap(({ figure, label }) => [line('P', figure), line('P', label)]),
    ...brief.flow.flatMap((block) =>
      outlineOfBlock(block, block.kind === 'section' ? String(++number) : ''),
    ),
    ...brief.foot.flatMap(outlineOfContent),
  ].filter((each) => !each.endsWith(' '))
}

function outlineOfBlock(block: FlowBlock, number: string): Outline {
  return [
    `H2 ${squash(number + textOf(block.heading))}`,
    ...block.content.flatMap(outlineOfContent),
  ]
}

function outlineOfContent(content: Content): Outline {
  switch (content.kind) {
    case 'paragraph':
      return [line('P', content.text)]
    case 'subheading':
      return [line('H3', content.text)]
    case 'quote':
      return content.paragraphs.map((text) => line('P', text))
    case 'picture':
      return [line('Caption', content.caption), `Figure ${squash(content.alt)}`]
    case 'formula':
      return [`Formula ${squash(content.alt)}`]
    case 'code':
      return [`Code ${squash(content.lines.join(' '))}`]
    case 'list':
      return content.items.flatMap((item, index) => [
        content.start === 0 ? 'Lbl •' : `Lbl ${content.start + index}.`,
        line('LBody', item.text),
        ...item.children.flatMap(outlineOfContent),
      ])
    case 'table': {
      const hasRowHeads =
        content.columns[0]?.isDecimal === false && content.columns.some((each) => each.isDecimal)
      return [
        ...content.columns.map(({ head }) => line('TH', head)),
        ...content.rows.flatMap((row) =>
          row.map((cell, index) => line(index === 0 && hasRowHeads ? 'TH' : 'TD', cell)),
        ),
      ]
    }
  }
}

function line(role: string, text: Rich): string {
  return `${role} ${squash(textOf(text))}`
}

function textOf(text: Rich): string {
  return text
    .map((span) => (span.isSuperscript ? `[${span.text.replaceAll(', ', ',')}]` : span.text))
    .join('')
}

function squash(text: string): string {
  return text.replace(/[\s\u00ad-]/gu, '')
}
