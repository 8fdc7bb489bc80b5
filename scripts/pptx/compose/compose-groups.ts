/** Lists with titles in columns: each a group of its rule and its text. */
import { GROUP_RULE_PX, GROUP_TOP_PX } from '../../deck/layout-list.ts'
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListItem } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Box, Color, GroupShape, Shape, TextBody } from '../presentation.ts'
import { gridBoxes } from './grid.ts'
import { runsOf } from './runs-of.ts'
import { nestedParagraphs, textStyle } from './text-style.ts'

export function composeGroups(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'list') return []
  const { columnGapPx, rowGapPx } = place.canvas.ruler.tokens
  const gaps = { columnPx: columnGapPx, rowPx: rowGapPx }
  const boxes = gridBoxes(block.items.length, place, gaps)
  return block.items.flatMap((item, index) => {
    const box = boxes[index]
    return box === undefined ? [] : [groupShape(item, { box, index, place })]
  })
}

type Cell = { readonly box: Box; readonly index: number; readonly place: Place }

function groupShape(item: ListItem, { box, index, place }: Cell): GroupShape {
  const isCompared = place.slide.classes.includes('compare')
  return {
    kind: 'group',
    name: `${isCompared ? 'Column' : 'Group'} ${index + 1}: ${plainText(item.text)}`,
    box,
    children: [
      ruleAbove(box, GROUP_RULE_PX, isCompared && index === 1 ? 'accent' : 'primary'),
      {
        kind: 'text',
        name: 'Text',
        box: below(box, GROUP_TOP_PX),
        text: groupText(item, place),
      },
    ],
  }
}

function groupText({ text, children }: ListItem, { canvas }: Place): TextBody {
  const title = textStyle(canvas, { size: 'groupTitle', color: 'primary' })
  const points = { size: 'groupText', color: 'ink', markColor: 'accent' } as const
  return {
    paragraphs: [
      { ...title, runs: runsOf(text), level: 0, bullet: 'none' },
      ...nestedParagraphs(children, points, canvas),
    ],
  }
}

/** The rule at the upper edge of a card. */
export function ruleAbove({ x, y, width }: Box, height: number, color: Color): Shape {
  return {
    kind: 'text',
    name: 'Rule',
    isDecorative: true,
    geometry: 'rect',
    box: { x, y, width, height },
    fill: color,
  }
}

/** What is left of a box below its rule and padding. */
export function below(box: Box, top: number): Box {
  return { ...box, y: box.y + top, height: Math.max(0, box.height - top) }
}
