/** The text of a block as paragraphs. */
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListBlock, ListItem } from '../../deck/slide.ts'
import { formulaRuns } from '../../math/formula-runs.ts'
import type { Paragraph } from '../presentation.ts'
import { deckMarkdown } from './markdown.ts'
import { paragraphsOfTokens } from './paragraphs-of-tokens.ts'
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
      return [{ runs: formulaRuns(block.tex), level: 0, bullet: 'none' }]
    case 'opaque':
      return opaque(block.source)
  }
}

/** What the contract does not name: its words at least, in their lists. */
function opaque(source: string): readonly Paragraph[] {
  const tokens = deckMarkdown().parse(source, {})
  return paragraphsOfTokens(tokens, { bullet: 'master', stepPx: 0, softBreak: 'break' })
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
    {
      runs: runsOf(item.text),
      level,
      bullet: start === 0 ? 'master' : start,
      ...(item.isFragment && { isStep: true }),
    },
    ...item.children.flatMap((child) => itemParagraphs(child, level + 1, 0)),
  ]
}
