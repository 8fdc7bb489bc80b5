/** Text, programs and formulas of a Marp slide, measured and drawn. */

import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import type { Shape } from '../presentation.ts'
import { boxParagraphs, textHeight, textSizeOf } from './flow-paragraphs.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'

export type Room = { readonly widthPx: number; readonly scale: number }

export function layText(
  paragraphs: readonly FlowParagraph[],
  canvas: MarpCanvas,
  { widthPx, scale }: Room,
): Laid {
  const size = textSizeOf(canvas, scale)
  const heightPx = textHeight(paragraphs, canvas, { size, widthPx })
  return {
    heightPx,
    draw: ({ x, y, width }): readonly Shape[] => [
      {
        kind: 'text',
        name: 'Text',
        box: { x, y, width, height: heightPx },
        text: { paragraphs: boxParagraphs(paragraphs, canvas, size) },
      },
    ],
  }
}

const CODE_PADDING_PX = 16
const CODE_LEADING = 1.36
/** Advance of Noto Sans Mono, in em. */
const MONO_WIDTH = 0.6
/** As Marp does, a program that is too wide is shown smaller; below this its lines break. */
const LEAST_CODE_PX = 12

export function layCode(
  { lines }: Extract<FlowBlock, { kind: 'code' }>,
  canvas: MarpCanvas,
  { widthPx, scale }: Room,
): Laid {
  const padding = CODE_PADDING_PX * scale
  const inner = widthPx - 2 * padding
  const longest = Math.max(1, ...lines.map(columnsOf))
  const wanted = canvas.tokens.sizes.denseCode.sizePx * scale
  const sizePx = Math.max(
    Math.min(wanted, LEAST_CODE_PX),
    Math.min(wanted, inner / (longest * MONO_WIDTH * 1.02)),
  )
  const perLine = Math.max(1, Math.floor(inner / (sizePx * MONO_WIDTH * 1.02)))
  const rows = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / perLine)),
    0,
  )
  const heightPx = rows * sizePx * CODE_LEADING + 2 * padding
  const paragraphs = lines.map((text) => ({
    runs: text === '' ? [] : [{ text, isCode: true }],
    level: 0,
    bullet: 'none' as const,
    sizePx,
    linePx: sizePx * CODE_LEADING,
    beforePx: 0,
    color: canvas.color ?? ('ink' as const),
  }))
  return {
    heightPx,
    draw: ({ x, y, width }): readonly Shape[] => [
      {
        kind: 'text',
        name: 'Code',
        geometry: 'rect',
        box: { x, y, width, height: heightPx },
        fill: 'tint',
        text: { paragraphs, insetsPx: { x: padding, y: padding } },
      },
    ],
  }
}

/** Of a fixed-width font: letters of East Asia take two. */
function columnsOf(line: string): number {
  let columns = 0
  for (const character of line)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1
  return columns
}
