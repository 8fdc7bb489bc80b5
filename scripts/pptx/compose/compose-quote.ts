/** A quotation beside its bar, who said it below. */
import { QUOTE_BAR_PX, QUOTE_GAP_PX, QUOTE_INDENT_PX } from '../../deck/layout-slide.ts'
import type { Block } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Paragraph, Shape, TextShape } from '../presentation.ts'
import { runsOf } from './runs-of.ts'
import { textStyle } from './text-style.ts'

export function composeQuote(block: Block, { box, canvas, role }: Place): readonly Shape[] {
  if (block.kind !== 'quote') return []
  const last = block.paragraphs.length - 1
  const paragraphs = block.paragraphs.map((text, index): Paragraph => {
    const isBy = index === last && text.startsWith('—')
    const look = isBy
      ? ({ size: 'quoteBy', color: 'muted' } as const)
      : ({ size: 'quote', color: 'ink', isSerif: true } as const)
    return {
      ...textStyle(canvas, look),
      runs: runsOf(text),
      level: 0,
      bullet: 'none',
      beforePx: index === 0 ? 0 : QUOTE_GAP_PX,
    }
  })
  const inner = { ...box, x: box.x + QUOTE_INDENT_PX, width: box.width - QUOTE_INDENT_PX }
  const bar: TextShape = {
    kind: 'text',
    name: 'Bar',
    isDecorative: true,
    geometry: 'rect',
    box: { ...box, width: QUOTE_BAR_PX },
    fill: 'accent',
  }
  const text = { paragraphs }
  // A placeholder cannot stand in a group.
  if (role !== undefined) return [bar, { kind: 'placeholder', role, box: inner, text }]
  const words: TextShape = { kind: 'text', name: 'Words', box: inner, text }
  return [{ kind: 'group', name: 'Quotation', box, children: [bar, words] }]
}
