/** Figure cards: the figure large, its unit beside it, what it counts below. */
import { CARD_RULE_PX, CARD_TOP_PX, figureLinePx } from '../../deck/layout-facts.ts'
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListItem } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { GroupShape, Paragraph, Run, Shape } from '../presentation.ts'
import { below, ruleAbove } from './compose-groups.ts'
import { gridBoxes } from './grid.ts'
import { runsOf } from './runs-of.ts'
import { textStyle } from './text-style.ts'

export function composeFacts(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'list') return []
  const { columnGapPx, rowGapPx } = place.canvas.ruler.tokens
  const gaps = { columnPx: columnGapPx, rowPx: rowGapPx }
  const boxes = gridBoxes(block.items.length, place, gaps)
  return block.items.flatMap((item, index): readonly GroupShape[] => {
    const box = boxes[index]
    if (box === undefined) return []
    const paragraphs = [figureParagraph(item, place), ...labelParagraphs(item.children, place)]
    return [
      {
        kind: 'group',
        name: `Card ${index + 1}: ${plainText(item.text)}`,
        box,
        children: [
          ruleAbove(box, CARD_RULE_PX, 'primary'),
          { kind: 'text', name: 'Figure', box: below(box, CARD_TOP_PX), text: { paragraphs } },
        ],
      },
    ]
  })
}

/** The size stands at the figure itself; the paragraph has that of the unit. */
function figureParagraph({ text }: ListItem, { canvas, layout }: Place): Paragraph {
  const { ruler } = canvas
  const own = layout.variables?.['--figure-size']
  const figurePx = own === undefined ? ruler.tokens.sizes.figure.sizePx : Number.parseFloat(own)
  const enlarge = (run: Run | 'break'): Run | 'break' =>
    run !== 'break' && run.isStrong === true && run.rise === undefined
      ? { ...run, sizePx: figurePx }
      : run === 'break'
        ? run
        : { ...run, isStrong: true }
  const unit = textStyle(canvas, { size: 'unit', color: 'primary' })
  const runs = runsOf(text).map(enlarge)
  const hasFigure = runs.some((run) => run !== 'break' && run.sizePx === figurePx)
  // The line is a share of the largest letters on it.
  const linePx = figureLinePx(ruler, figurePx) * ((unit.sizePx ?? figurePx) / figurePx)
  return { ...unit, ...(hasFigure && { linePx }), runs, level: 0, bullet: 'none' }
}

function labelParagraphs(labels: readonly ListItem[], place: Place): readonly Paragraph[] {
  const style = textStyle(place.canvas, { size: 'label', color: 'ink' })
  return labels.flatMap(({ text, children }) => [
    { ...style, runs: runsOf(text), level: 0, bullet: 'none' as const },
    ...labelParagraphs(children, place),
  ])
}
