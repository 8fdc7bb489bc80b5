/** What happened when: a rail with a mark for each event, all in one group. */
import { RAIL_PX, splitLead, WHEN_GAP_PX } from '../../deck/layout-list.ts'
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListItem } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Box, GroupShape, Shape, TextShape } from '../presentation.ts'
import { topsOf } from './grid.ts'
import { runsOf } from './runs-of.ts'
import { nestedParagraphs, textStyle } from './text-style.ts'

/** Mark and rail as the style sheet of the slides has them; see deck/layout-css.ts and theme.css. */
const MARK_PX = 18
const MARK_LEFT_PX = 1
const RAIL_LEFT_PX = 9
const RAIL_WIDTH_PX = 2
/** From the middle of a mark to where the rail begins. */
const RAIL_GAP_PX = 14

export function composeTimeline(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'list') return []
  const { box, canvas, layout } = place
  const { rowHeights = [] } = layout
  const tops = topsOf(rowHeights, box.y, canvas.ruler.tokens.itemGapPx)
  const rows = tops.map((y, index) => ({ ...box, y, height: rowHeights[index] ?? 0 }))
  const events = block.items.flatMap((item, index) => {
    const row = rows[index]
    return row === undefined ? [] : [eventShape(item, row, place)]
  })
  return [{ kind: 'group', name: 'Timeline', box, children: [...rails(rows, place), ...events] }]
}

/** From mark to mark: it ends at the last. */
function rails(rows: readonly Box[], { canvas }: Place): readonly TextShape[] {
  const middle = canvas.ruler.linePx('timeline') / 2
  return rows.slice(1).map((row, index) => {
    const top = (rows[index]?.y ?? row.y) + middle + RAIL_GAP_PX
    const height = Math.max(0, row.y + middle - RAIL_GAP_PX - top)
    return {
      kind: 'text',
      name: 'Rail',
      isDecorative: true,
      geometry: 'rect',
      box: { x: row.x + RAIL_LEFT_PX, y: top, width: RAIL_WIDTH_PX, height },
      fill: 'rule',
    }
  })
}

function eventShape(item: ListItem, row: Box, place: Place): GroupShape {
  const { canvas, layout } = place
  const { lead, rest } = splitLead(item.text)
  const whenPx = Number.parseFloat(layout.variables?.['--when'] ?? '0')
  const left = RAIL_PX + whenPx + WHEN_GAP_PX
  const style = textStyle(canvas, { size: 'timeline', color: 'ink' })
  const when: TextShape = {
    kind: 'text',
    name: 'When',
    box: { ...row, x: row.x + RAIL_PX, width: whenPx },
    text: {
      paragraphs: [{ ...style, color: 'primary', runs: runsOf(lead), level: 0, bullet: 'none' }],
    },
  }
  const points = { size: 'nested', color: 'ink', markColor: 'primary' } as const
  const what: TextShape = {
    kind: 'text',
    name: 'What',
    box: { ...row, x: row.x + left, width: row.width - left },
    text: {
      paragraphs: [
        { ...style, runs: runsOf(rest), level: 0, bullet: 'none' },
        ...nestedParagraphs(item.children, points, canvas),
      ],
    },
  }
  return {
    kind: 'group',
    name: `Event: ${plainText(lead === '' ? rest : lead)}`,
    box: row,
    children: [markShape(row, place), ...(lead === '' ? [] : [when]), what],
  }
}

function markShape(row: Box, { canvas }: Place): TextShape {
  const top = (canvas.ruler.linePx('timeline') - MARK_PX) / 2
  return {
    kind: 'text',
    name: 'Mark',
    isDecorative: true,
    geometry: 'rect',
    box: { x: row.x + MARK_LEFT_PX, y: row.y + top, width: MARK_PX, height: MARK_PX },
    fill: 'primary',
  }
}
