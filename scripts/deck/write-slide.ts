/** A slide as Markdown again; what `readDeck` read from it comes back the same. */
import { writeCode } from './code-fence.ts'
import type { Block, ListItem, Slide, TableBlock } from './slide.ts'

export function writeSlide(slide: Omit<Slide, 'source' | 'classes'>): string {
  const heading =
    slide.heading === undefined ? '' : `${'#'.repeat(slide.heading.level)} ${slide.heading.text}`
  return [slide.directives, heading, ...slide.blocks.map(writeBlock), ...slide.notes]
    .filter((part) => part !== '')
    .join('\n\n')
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'list':
      return writeItems(block.items, { start: block.start, indent: '' })
    case 'table':
      return writeTable(block)
    case 'quote':
      return block.paragraphs.map((text) => quoteLines(text)).join('\n>\n')
    case 'subheading':
      return `## ${block.text}`
    case 'paragraph':
      return block.text
    case 'code':
      return writeCode(block)
    default:
      return block.source
  }
}

function quoteLines(text: string): string {
  return `> ${text.replaceAll('\n', '\n> ')}`
}

function writeItems(
  items: readonly ListItem[],
  list: { readonly start: number; readonly indent: string },
): string {
  return items
    .map((item, index) => {
      const marker = markerOf(item, list.start === 0 ? 0 : list.start + index)
      const indent = list.indent + ' '.repeat(marker.length)
      const text = item.text.replaceAll('\n', `\n${indent}`)
      const children =
        item.children.length === 0 ? '' : `\n${writeItems(item.children, { start: 0, indent })}`
      return `${list.indent}${marker}${text}${children}`
    })
    .join('\n')
}

/** @param number of the item; 0 for a bullet */
function markerOf({ isFragment }: ListItem, number: number): string {
  if (number === 0) return isFragment ? '* ' : '- '
  return `${number}${isFragment ? ')' : '.'} `
}

function writeTable({ head, rules, rows }: TableBlock): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `| ${rules.join(' | ')} |`, ...rows.map(line)].join('\n')
}
