/** Header and footer of a Marp slide: above the title and in the foot line. */
import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import type { Shape } from '../presentation.ts'
import { runsOf } from './flow-paragraphs.ts'
import type { MarpCanvas } from './marp-canvas.ts'
import { widthOf } from './measure-flow.ts'

export type FootParts = {
  readonly header: readonly FlowBlock[]
  readonly footer: readonly FlowBlock[]
}

const HEADER_TOP_PX = 22
const FOOT_BOTTOM_PX = 24
/** The number of the slide stands at the right. */
const NUMBER_PX = 110

export function layFoot({ header, footer }: FootParts, canvas: MarpCanvas): readonly Shape[] {
  const { marginXPx, widthPx, heightPx, sizes } = canvas.tokens
  const { linePx } = sizes.foot
  const width = widthPx - 2 * marginXPx - NUMBER_PX
  const above = { x: marginXPx, y: HEADER_TOP_PX, width, height: linePx }
  const below = { ...above, y: heightPx - FOOT_BOTTOM_PX - linePx }
  const shapes: Shape[] = []
  const head = lineOf(header, canvas, width)
  if (head !== undefined) shapes.push({ kind: 'text', name: 'Header', box: above, text: head })
  const foot = lineOf(footer, canvas, width)
  if (foot !== undefined)
    shapes.push({ kind: 'placeholder', role: 'footer', box: below, text: foot })
  return shapes
}

/** One line, smaller when it is long; the words of its pictures stand for them. */
function lineOf(blocks: readonly FlowBlock[], canvas: MarpCanvas, widthPx: number) {
  const paragraphs = blocks.flatMap((block): readonly FlowParagraph[] => {
    if (block.kind === 'text') return block.paragraphs
    if (block.kind !== 'pictures') return []
    const words = block.pictures.map(({ alt }) => alt).filter((alt) => alt !== '')
    return words.map((text) => ({ runs: [{ text }], role: 'text', level: 0, quotes: 0 }))
  })
  if (paragraphs.length === 0) return undefined
  const runs = paragraphs.flatMap(({ runs: own }, index) => [
    ...(index === 0 ? [] : [{ text: ' ' }]),
    ...own.map((run) => (run === 'break' ? { text: ' ' } : run)),
  ])
  const { sizePx, linePx } = canvas.tokens.sizes.foot
  const fit = Math.max(0.6, Math.min(1, widthPx / Math.max(1, widthOf(runs, sizePx))))
  const size = { sizePx: sizePx * fit, linePx: linePx * fit, beforePx: 0 }
  const color = canvas.color ?? (canvas.isDark ? 'ink' : 'muted')
  return {
    anchor: 'middle' as const,
    paragraphs: [
      {
        runs: runsOf({ runs, role: 'text' }, canvas, sizePx),
        level: 0,
        bullet: 'none' as const,
        color,
        ...size,
      },
    ],
  }
}
