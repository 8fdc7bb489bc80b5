/** The text of a block as paragraphs. */
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListBlock, ListItem } from '../../deck/slide.ts'
import type { Paragraph } from '../presentation.ts'
import { runsOf } from './runs-of.ts'

export function paragraphsOf(block: Block): readonly Paragraph[] {
  switch (block.kind) {
    case 'list':
      return listParagraphs(block)
    case 'table':
      return [block.head, ...block.rows].map((row) => plain(row.join(' · ')))
    case 'paragraph':
    case 'subheading':
      return [plain(block.text)]
    case 'quote':
      return block.paragraphs.map(plain)
    case 'picture':
      return [plain(plainText(block.source))]
    case 'code':
      return block.lines.map((text) => ({ runs: [{ text }], level: 0, bullet: 'none' }))
    case 'formula':
      return [{ runs: [{ text: block.tex }], level: 0, bullet: 'none' }]
    case 'opaque':
      return [plain(block.source)]
  }
}

function plain(text: string): Paragraph {
  return { runs: runsOf(text), level: 0, bullet: 'none' }
}

function listParagraphs({ items, start }: ListBlock): readonly Paragraph[] {
  return items.flatMap((item) => itemParagraphs(item, 0, start))
}

/** @param start number of the first item of an ordered list; 0: bullets */
function itemParagraphs(item: ListItem, level: number, start: number): readonly Paragraph[] {
  return [
    { runs: runsOf(item.text), level, bullet: start === 0 ? 'master' : start },
    ...item.children.flatMap((child) => itemParagraphs(child, level + 1, 0)),
  ]
}
